package jp.otodoke.staff.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the audit trail, newest first. */
@Component
class AuditList {
    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final DataSource source;

    AuditList(JdbcClient jdbc, DataSource source) {
        this.jdbc = jdbc;
        this.source = source;
    }

    @Transactional(readOnly = true)
    List<Entry> page(AuditFilter filter, int page, int size) {
        var values = new HashMap<String, Object>();
        return jdbc.sql("select e.*, u.display_name from (select * from audit_entry"
                        + filter.where(values)
                        + " order by at desc, id desc offset :offset limit :size) e"
                        + " left join staff_user u on u.username = e.who order by e.at desc, e.id desc")
                .params(values)
                .param("offset", (long) page * size)
                .param("size", size)
                .query((row, n) -> entry(row))
                .list();
    }

    /** Streams all of them, oldest first. */
    @Transactional(readOnly = true)
    void each(AuditFilter filter, Consumer<Entry> what) {
        var values = new HashMap<String, Object>();
        var named = new NamedParameterJdbcTemplate(fetching());
        named.query(
                "select e.*, null::text as display_name from audit_entry e" + filter.where(values) + " order by id",
                values,
                row -> {
                    what.accept(entry(row));
                });
    }

    private JdbcTemplate fetching() {
        var template = new JdbcTemplate(source);
        template.setFetchSize(AT_ONCE);
        return template;
    }

    @Transactional(readOnly = true)
    long count(AuditFilter filter) {
        var values = new HashMap<String, Object>();
        return jdbc.sql("select count(*) from audit_entry" + filter.where(values))
                .params(values)
                .query(Long.class)
                .single();
    }

    /** The distinct actions, one index step each. */
    @Transactional(readOnly = true)
    List<String> actions() {
        return jdbc.sql(
                        """
                        with recursive a(action) as (
                            (select min(action) from audit_entry)
                            union all
                            select (select min(e.action) from audit_entry e where e.action > a.action)
                              from a where a.action is not null)
                        select action from a where action is not null
                        """)
                .query(String.class)
                .list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getTimestamp("at").toInstant(),
                row.getString("who"),
                row.getString("display_name"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("detail"));
    }

    /** @param name of a person; programs have none */
    record Entry(Instant at, String who, @Nullable String name, String action, String subject, String detail) {
        /** The page of the subject, if it has one. */
        public @Nullable String href() {
            if (subject.matches("A\\d{8}")) {
                return "/orders/" + subject;
            }
            if (subject.matches("S\\d{8}")) {
                return "/shipments/" + subject;
            }
            return subject.matches("C\\d{7}") ? "/customers/" + subject : null;
        }
    }
}
