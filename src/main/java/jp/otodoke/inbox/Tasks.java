package jp.otodoke.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jp.otodoke.platform.data.StreamedRows;
import jp.otodoke.platform.personal.PersonalView;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads open tasks. */
@Component
public class Tasks {
    private static final String COLUMNS =
            """
            select t.id, t.type, t.group_name, t.reason, t.reason_en, t.reason_masked, t.reason_masked_en, t.decisions, t.assignee, t.created_at, t.due_at, t.priority,
                   t.subject_kind, t.subject_key, t.shown_kind, t.shown_key, t.process, t.business_key, t.engine_task_id, t.effective_due_at, t.yen, t.attention, t.cause,
                   t.snoozed_until, t.snooze_reason,
                   array(select s.kind || ':' || s.key from task_subject s where s.task_id = t.id order by s.kind, s.key) as subjects
              from task t
            """;
    private static final Map<String, String> SORTS = Map.ofEntries(
            Map.entry("priority", "t.effective_due_at"),
            Map.entry("dueAt", "t.due_at"),
            Map.entry("createdAt", "t.created_at"),
            Map.entry("type", "t.type"),
            Map.entry("reason", "t.reason"),
            Map.entry("order", "t.shown_key"),
            Map.entry("yen", "t.yen"),
            Map.entry("group", "t.group_name"),
            Map.entry("assignee", "t.assignee"),
            Map.entry("snoozedUntil", "t.snoozed_until"));

    private static final int MANY = 2_000;

    /** Condition that scans all tasks; the placeholder is the condition on the reason. */
    private static final String REASON_SEARCH =
            """
            (%s or t.type = :q or t.business_key = :q
              or exists (select 1 from task_subject s
                          where s.task_id = t.id and s.kind = any(:findable) and s.key like upper(:beginning)))
            """;

    /** Tasks concerning persons with this name, kana or phone number. */
    private static final String CUSTOMER_SEARCH =
            """
            select p.id from task p
             where p.state = 'OPEN' and p.persons is not null and length(person_key(:q)) > 0
               and word_parts(p.persons, null) @> word_parts(person_key(:q), null)
               and position(person_key(:q) in p.persons) > 0
            """;

    private static final Set<String> NULLABLE = Set.of("t.due_at", "t.assignee", "t.snoozed_until");

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final PersonalView personal;
    private final TaskSubjects subjects;

    Tasks(JdbcClient jdbc, BusinessClock clock, PersonalView personal, TaskSubjects subjects) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.personal = personal;
        this.subjects = subjects;
    }

    /** The sort keys; {@code priority} is the default. */
    public static Set<String> sorts() {
        return SORTS.keySet();
    }

    @Transactional(readOnly = true)
    public Optional<OpenTask> find(long id) {
        return jdbc.sql(COLUMNS + " where t.id = :id and t.state = 'OPEN'")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    /** The key with which a task without a process was opened. */
    @Transactional(readOnly = true)
    public String key(long id) {
        return jdbc.sql("select key from task where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    /** Whether there is such a task, open or not. */
    @Transactional(readOnly = true)
    public boolean known(long id) {
        return jdbc.sql("select exists (select 1 from task where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** The subjects of a task, open or not. */
    @Transactional(readOnly = true)
    public List<Subject> subjectsOf(long id) {
        return jdbc.sql("select kind, key from task_subject where task_id = :id order by 1, 2")
                .param("id", id)
                .query(Subject.class)
                .list();
    }

    /** Those of the given tasks that are open. */
    @Transactional(readOnly = true)
    public List<OpenTask> all(Collection<Long> ids) {
        return jdbc.sql(COLUMNS + " where t.id = any(:ids) and t.state = 'OPEN' order by t.effective_due_at, t.id")
                .param("ids", ids.toArray(Long[]::new))
                .query(this::row)
                .list();
    }

    /** The latest state of the given tasks, open or not. */
    @Transactional(readOnly = true)
    public List<OpenTask> includingEnded(Collection<Long> ids) {
        return jdbc.sql(COLUMNS + " where t.id = any(:ids) order by t.id")
                .param("ids", ids.toArray(Long[]::new))
                .query(this::row)
                .list();
    }

    /**
     * Selects the ids of the page first, so that columns are only fetched for the rows shown.
     *
     * @param sort a sort key; {@code ,desc} for descending order
     */
    @Transactional(readOnly = true)
    public List<OpenTask> list(Filter filter, String sort, int offset, int limit) {
        return query(
                        filter,
                        where -> COLUMNS + " where t.id = any(array(select t.id from task t" + where + order(sort)
                                + " offset :offset limit :limit))" + order(sort))
                .param("offset", offset)
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    /** Streams all matching tasks in order, for exports. */
    @Transactional(readOnly = true)
    public void each(Filter filter, String sort, Consumer<OpenTask> reader) {
        StreamedRows.each(
                query(filter, where -> COLUMNS + where + order(sort)), query -> query.query(this::row), reader);
    }

    @Transactional(readOnly = true)
    public long count(Filter filter) {
        return query(filter, where -> "select count(*) from task t" + where)
                .query(Long.class)
                .single();
    }

    /**
     * The task that follows in the list, wrapping around at the end; tasks assigned to colleagues are skipped.
     *
     * @param id a task just decided, or any other
     */
    @Transactional(readOnly = true)
    public Optional<OpenTask> next(Filter filter, String sort, long id, String staff) {
        return after(filter, sort, id, staff, true).or(() -> after(filter, sort, id, staff, false));
    }

    private Optional<OpenTask> after(Filter filter, String sort, long id, String staff, boolean behind) {
        var column = column(sort);
        var place = behind ? " and (%s, t.id) %s (select %s, t.id from task t where t.id = :id)" : "";
        return query(
                        filter,
                        where -> COLUMNS + where + " and (t.assignee is null or t.assignee = :staff) and t.id <> :id"
                                + place.formatted(column, descending(sort) ? "<" : ">", column) + order(sort)
                                + " limit 1")
                .param("id", id)
                .param("staff", staff)
                .query(this::row)
                .optional();
    }

    /** Open tasks that concern this subject. */
    @Transactional(readOnly = true)
    public List<OpenTask> about(Subject subject) {
        return jdbc.sql(
                        COLUMNS
                                + " join task_subject x on x.task_id = t.id where x.kind = :kind and x.key = :key and t.state = 'OPEN' order by t.id")
                .param("kind", subject.kind())
                .param("key", subject.key())
                .query(this::row)
                .list();
    }

    private static String order(String sort) {
        var way = descending(sort) ? " desc" : "";
        // Must match the indexes: non-null columns are scanned backwards, nullable ones have an index of their
        // own.
        var last = NULLABLE.contains(column(sort)) ? " nulls last" : "";
        return " order by %s%s%s, t.id%s".formatted(column(sort), way, last, way);
    }

    private static String column(String sort) {
        return SORTS.getOrDefault(sort.split(",")[0], "t.effective_due_at");
    }

    private static boolean descending(String sort) {
        return sort.endsWith(",desc");
    }

    /** @param sql builds the query from the condition, which begins with {@code where} */
    private JdbcClient.StatementSpec query(Filter filter, UnaryOperator<String> sql) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("groups", array(filter.groups()));
        values.put("type", filter.type());
        values.put("assignee", filter.assignee());
        values.put("cause", filter.cause());
        values.put("skills", array(filter.skills()));
        values.put("now", Timestamp.from(clock.instant()));
        values.put(
                "tomorrow",
                Timestamp.from(clock.today()
                        .plusDays(1)
                        .atStartOfDay(BusinessClock.TOKYO)
                        .toInstant()));
        var where = where(filter);
        var q = filter.q();
        if (q != null) {
            var clear = personal.may();
            values.put("q", q);
            values.put("part", "%" + escaped(q).toLowerCase(Locale.ROOT) + "%");
            values.put("beginning", escaped(q) + "%");
            values.put("findable", subjects.findable());
            var words = words(values, clear);
            var persons = clear ? persons(values) : List.<Long>of();
            values.put("words", words.toArray(Long[]::new));
            values.put("persons", persons.toArray(Long[]::new));
            where += " and (%s or %s)"
                    .formatted(
                            words.size() < MANY
                                    ? "t.id = any(:words)"
                                    : REASON_SEARCH.formatted(reasonMatches("t", clear)),
                            persons.size() < MANY ? "t.id = any(:persons)" : "t.id in (" + CUSTOMER_SEARCH + ")");
        }
        return jdbc.sql(sql.apply(where)).params(values);
    }

    /**
     * Rare terms are found by index; for terms that occur in thousands of tasks, the tasks are scanned instead.
     * Text that is masked for the reader is not searched.
     */
    private List<Long> words(Map<String, @Nullable Object> values, boolean clear) {
        return jdbc.sql(
                        """
                        (select w.id from task w
                          where w.state = 'OPEN' and word_parts(w.reason, w.reason_en) @> word_parts(:q, null)
                            and %s limit :many)
                        union all
                        (select k.id from task k where k.state = 'OPEN' and (k.business_key = :q or k.type = :q) limit :many)
                        union all
                        (select s.task_id from task_subject s where s.kind = any(:findable) and s.key like upper(:beginning) limit :many)
                        """
                                .formatted(reasonMatches("w", clear)))
                .params(values)
                .param("many", MANY)
                .query(Long.class)
                .list();
    }

    private List<Long> persons(Map<String, @Nullable Object> values) {
        return jdbc.sql(CUSTOMER_SEARCH + " limit :many")
                .params(values)
                .param("many", MANY)
                .query(Long.class)
                .list();
    }

    /** Matches the text as the reader sees it. */
    private static String reasonMatches(String task, boolean clear) {
        var seen = clear ? "%1$s.reason%2$s" : "coalesce(%1$s.reason_masked%2$s, %1$s.reason%2$s)";
        return "(lower(%s) like :part or lower(%s) like :part)"
                .formatted(seen.formatted(task, ""), seen.formatted(task, "_en"));
    }

    private static String escaped(String q) {
        return q.replaceAll("([\\\\%_])", "\\\\$1");
    }

    private static String @Nullable [] array(@Nullable List<String> values) {
        return values == null ? null : values.toArray(String[]::new);
    }

    private static String where(Filter filter) {
        return " where t.state = 'OPEN'"
                + filter.shown().sql
                + (filter.groups() == null || filter.groups().containsAll(StaffGroup.codes())
                        ? ""
                        : " and t.group_name = any(:groups)")
                + (filter.skills() == null ? "" : " and t.type = any(:skills)")
                + (filter.type() == null ? "" : " and t.type = :type")
                + (filter.cause() == null ? "" : " and t.cause = :cause")
                + (filter.assignee() == null
                        ? ""
                        : filter.assignee().equals(Filter.NOBODY)
                                ? " and t.assignee is null"
                                : " and t.assignee = :assignee");
    }

    private OpenTask row(ResultSet row, int number) throws SQLException {
        return new OpenTask(
                row.getLong("id"),
                row.getString("type"),
                StaffGroup.of(row.getString("group_name")),
                reason(row, personal),
                new Subject(row.getString("subject_kind"), row.getString("subject_key")),
                subjects(row),
                new Subject(row.getString("shown_kind"), row.getString("shown_key")),
                row.getString("assignee"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("due_at")),
                row.getInt("priority"),
                List.of((String[]) row.getArray("decisions").getArray()),
                row.getString("process"),
                row.getString("business_key"),
                row.getString("engine_task_id"),
                row.getTimestamp("effective_due_at").toInstant(),
                Yen.of(row.getLong("yen")),
                row.getBoolean("attention"),
                row.getString("cause"),
                instant(row.getTimestamp("snoozed_until")),
                row.getString("snooze_reason"));
    }

    static List<Subject> subjects(ResultSet row) throws SQLException {
        return Stream.of((String[]) row.getArray("subjects").getArray())
                .map(Subject::parse)
                .toList();
    }

    /** The reason, masked if the reader may not see personal data. */
    static BilingualText reason(ResultSet row, PersonalView personal) throws SQLException {
        var masked = row.getString("reason_masked");
        if (masked == null || personal.may()) {
            return new BilingualText(row.getString("reason"), row.getString("reason_en"));
        }
        personal.noteMasked();
        return new BilingualText(masked, Objects.requireNonNullElse(row.getString("reason_masked_en"), masked));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    /** Selects among open tasks; snoozed tasks are listed separately until they wake up. */
    public enum Shown {
        WAITING(" and (t.snoozed_until is null or t.snoozed_until <= :now)"),
        LATE(WAITING.sql + " and t.due_at < :now"),
        TODAY(WAITING.sql + " and t.due_at < :tomorrow"),
        SNOOZED(" and t.snoozed_until > :now"),
        ALL("");

        private final String sql;

        Shown(String sql) {
            this.sql = sql;
        }
    }

    /**
     * Filter; null means any.
     *
     * @param assignee a user name, or {@link #NOBODY}
     * @param q part of the reason, the beginning of an order or shipment number, or a name, kana or phone number
     *     of a person concerned
     * @param skills the types of task that the person handles
     */
    public record Filter(
            @Nullable List<String> groups,
            @Nullable String type,
            @Nullable String assignee,
            @Nullable String q,
            @Nullable String cause,
            @Nullable List<String> skills,
            Shown shown) {
        public static final String NOBODY = "-";

        /** Blank parameters are ignored. */
        public Filter {
            type = TextNormalizer.orNull(type);
            assignee = TextNormalizer.orNull(assignee);
            cause = TextNormalizer.orNull(cause);
        }

        public Filter(
                @Nullable List<String> groups, @Nullable String type, @Nullable String assignee, @Nullable String q) {
            this(groups, type, assignee, q, null, null, Shown.WAITING);
        }
    }
}
