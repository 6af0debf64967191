package jp.otodoke.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the inbox. */
@Component
public class Tasks {
    private static final String COLUMNS =
            """
            select t.id, t.type, t.group_name, t.reason, t.decisions, t.assignee, t.created_at, t.due_at, t.priority,
                   t.subject, t.process, t.business_key, t.engine_task_id,
                   array(select o.order_number from task_order o where o.task_id = t.id order by 1) as orders
              from task t
            """;
    private static final Map<String, String> SORTS = Map.of(
            "priority", "t.priority desc, t.due_at nulls last, t.id",
            "dueAt", "t.due_at nulls last, t.id",
            "createdAt", "t.created_at, t.id",
            "type", "t.type, t.due_at nulls last, t.id");

    private final JdbcClient jdbc;

    Tasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By which a list may be sorted; {@code priority} is the ordinary order. */
    public static Set<String> sorts() {
        return SORTS.keySet();
    }

    @Transactional(readOnly = true)
    public Optional<OpenTask> find(long id) {
        return jdbc.sql(COLUMNS + " where t.id = :id and t.state = 'OPEN'")
                .param("id", id)
                .query(Tasks::row)
                .optional();
    }

    /** Whether the task was ever opened, open or not. */
    @Transactional(readOnly = true)
    public boolean known(long id) {
        return jdbc.sql("select exists (select 1 from task where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    @Transactional(readOnly = true)
    public List<OpenTask> list(Filter filter, String sort, int offset, int limit) {
        return query(
                        COLUMNS + where(filter) + " order by " + SORTS.getOrDefault(sort, SORTS.get("priority"))
                                + " offset :offset limit :limit",
                        filter)
                .param("offset", offset)
                .param("limit", limit)
                .query(Tasks::row)
                .list();
    }

    @Transactional(readOnly = true)
    public long count(Filter filter) {
        return query("select count(*) from task t" + where(filter), filter)
                .query(Long.class)
                .single();
    }

    /** Open tasks that concern this order. */
    @Transactional(readOnly = true)
    public List<OpenTask> ofOrder(String orderNumber) {
        return jdbc.sql(
                        COLUMNS
                                + " join task_order x on x.task_id = t.id where x.order_number = :order and t.state = 'OPEN' order by t.id")
                .param("order", orderNumber)
                .query(Tasks::row)
                .list();
    }

    private JdbcClient.StatementSpec query(String sql, Filter filter) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("groups", filter.groups() == null ? null : filter.groups().toArray(String[]::new));
        values.put("type", filter.type());
        values.put("assignee", filter.assignee());
        values.put("q", filter.q());
        return jdbc.sql(sql).params(values);
    }

    private static String where(Filter filter) {
        return " where t.state = 'OPEN'"
                + (filter.groups() == null ? "" : " and t.group_name = any(:groups)")
                + (filter.type() == null ? "" : " and t.type = :type")
                + (filter.assignee() == null ? "" : " and t.assignee = :assignee")
                + (filter.q() == null
                        ? ""
                        : """
                           and (t.reason ilike '%' || :q || '%' or t.business_key = :q or t.type = :q or exists
                               (select 1 from task_order o where o.task_id = t.id and o.order_number ilike :q || '%'))
                          """);
    }

    private static OpenTask row(ResultSet row, int number) throws SQLException {
        return new OpenTask(
                row.getLong("id"),
                row.getString("type"),
                row.getString("group_name"),
                row.getString("reason"),
                List.of((String[]) row.getArray("orders").getArray()),
                row.getString("assignee"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("due_at")),
                row.getInt("priority"),
                Arrays.asList(row.getString("decisions").split(",")),
                row.getString("subject"),
                row.getString("process"),
                row.getString("business_key"),
                row.getString("engine_task_id"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    /**
     * Which tasks; null means any.
     *
     * @param q part of the reason, or the beginning of an order number
     */
    public record Filter(
            @Nullable List<String> groups, @Nullable String type, @Nullable String assignee, @Nullable String q) {}
}
