package jp.otodoke.inbox;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens many tasks about one subject each by one statement. Like a task alone, one whose key was opened before stays as it is. */
@Component
class OpenTogether {
    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final TaskKinds kinds;
    private final TaskSubjects subjects;

    OpenTogether(JdbcClient jdbc, BusinessClock clock, TaskKinds kinds, TaskSubjects subjects) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.kinds = kinds;
        this.subjects = subjects;
    }

    void open(List<NewTask> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var rows = tasks.stream().map(task -> row(task, now)).toList();
        jdbc.sql(
                        """
                        with asked as (
                            select * from unnest(:keys::text[], :types::text[], :groups::text[], :reasons::text[], :english::text[],
                                                 :masked::text[], :maskedEnglish::text[], :decisions::text[], :kinds::text[],
                                                 :subjects::text[], :due::timestamptz[], :priorities::int[], :ranks::timestamptz[],
                                                 :yen::bigint[], :attention::boolean[])
                                a(key, type, group_name, reason, reason_en, masked, masked_en, decisions, kind, subject, due_at, priority,
                                  rank_at, yen, attention)),
                        opened as (
                            insert into task (key, type, group_name, reason, reason_en, reason_masked, reason_masked_en, decisions,
                                              subject_kind, subject_key, shown_kind, shown_key, created_at, due_at, priority,
                                              effective_due_at, yen, attention)
                            select key, type, group_name, reason, reason_en, nullif(masked, reason), nullif(masked_en, reason_en),
                                   string_to_array(decisions, ','), kind, subject, kind, subject, :now, due_at, priority, rank_at, yen,
                                   attention
                              from asked
                            on conflict (key) do nothing
                            returning id, subject_kind, subject_key),
                        noted as (
                            insert into task_history (task_id, at, kind, who) select id, :now, 'OPENED', :who from opened),
                        known as (
                            insert into task_type select distinct a.type, a.group_name from asked a
                             where not exists (select 1 from task_type t where t.type = a.type and t.group_name = a.group_name)
                            on conflict do nothing)
                        insert into task_subject (task_id, kind, key) select id, subject_kind, subject_key from opened
                        """)
                .param("keys", texts(rows, row -> row.task().key()))
                .param("types", texts(rows, row -> row.task().type()))
                .param("groups", texts(rows, Row::group))
                .param("reasons", texts(rows, row -> row.task().reason().full().japanese()))
                .param("english", texts(rows, row -> row.task().reason().full().english()))
                .param("masked", texts(rows, row -> row.task().reason().masked().japanese()))
                .param(
                        "maskedEnglish",
                        texts(rows, row -> row.task().reason().masked().english()))
                .param("decisions", texts(rows, row -> String.join(",", row.decisions())))
                .param("kinds", texts(rows, row -> row.task().subject().kind()))
                .param("subjects", texts(rows, row -> row.task().subject().key()))
                .param("due", array(rows, row -> timestamp(row.task().dueAt()), Timestamp[]::new))
                .param("priorities", array(rows, row -> row.task().priority(), Integer[]::new))
                .param("ranks", array(rows, row -> timestamp(row.rankAt()), Timestamp[]::new))
                .param("yen", array(rows, row -> row.factors().yen().amount(), Long[]::new))
                .param("attention", array(rows, row -> row.factors().attention(), Boolean[]::new))
                .param("who", CurrentStaff.SYSTEM)
                .param("now", Timestamp.from(now))
                .update();
    }

    private Row row(NewTask task, Instant now) {
        var group = task.group();
        var factors = subjects.factors(List.of(task.subject())).orWorth(task.yen());
        return new Row(
                task,
                (group == null ? kinds.of(task.type()).group() : group).code(),
                task.decisions().isEmpty() ? kinds.decisions(task.type()) : task.decisions(),
                factors,
                TaskPriority.rank(now, task.dueAt(), task.priority(), factors));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static String[] texts(Collection<Row> rows, Function<Row, String> text) {
        return array(rows, text, String[]::new);
    }

    private static <V> V[] array(Collection<Row> rows, Function<Row, @Nullable V> value, IntFunction<V[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private record Row(NewTask task, String group, List<String> decisions, PriorityFactors factors, Instant rankAt) {}
}
