package jp.otodoke.staff.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the audit trail, the latest entry first. */
@Component
class AuditList {
    private final JdbcClient jdbc;

    AuditList(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    @Transactional(readOnly = true)
    long count(AuditFilter filter) {
        var values = new HashMap<String, Object>();
        return jdbc.sql("select count(*) from audit_entry" + filter.where(values))
                .params(values)
                .query(Long.class)
                .single();
    }

    /** What has been done at all, one step through the index for each. */
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

    /** @param name of a person; a program has none */
    record Entry(Instant at, String who, @Nullable String name, String action, String subject, String detail) {
        /** Where the subject is shown, if it has a page. */
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
