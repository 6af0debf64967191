package jp.otodoke.inbox.bulk;

import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import jp.otodoke.platform.data.BulkRows;
import jp.otodoke.platform.data.BulkWriter;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes tasks in bulk. */
@Component
@Profile("demo & !production")
class BulkTasks implements BulkWriter {
    private final JdbcTemplate jdbc;

    BulkTasks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, ToIntFunction<BulkRows>> targets() {
        return Map.of(
                "tasks.tasks", this::tasks,
                "tasks.age", this::age);
    }

    @Override
    public List<String> largeTables() {
        return List.of("task", "task_subject");
    }

    /** Inserts tasks that no process waits for, each about a single subject. */
    private int tasks(BulkRows rows) {
        return jdbc.update(
                """
                with opened as (insert into task (%s) %s returning id, type, group_name, subject_kind, subject_key),
                     known as (insert into task_type select distinct type, group_name from opened on conflict do nothing)
                insert into task_subject (task_id, kind, key)
                select id, subject_kind, subject_key from opened"""
                        .formatted(rows.columns(), rows.query()));
    }

    /**
     * Moves the tasks of these cases into the past.
     *
     * @param rows process, business_key and age (an interval)
     */
    private int age(BulkRows rows) {
        return jdbc.update(
                """
                update task t
                   set created_at = t.created_at - older.age, due_at = t.due_at - older.age, effective_due_at = t.effective_due_at - older.age
                  from (%s) older (%s)
                 where t.business_key = older.business_key and t.process = older.process"""
                        .formatted(rows.query(), rows.columns()));
    }

    /** Updates the planner statistics. */
    @Override
    public void finish() {
        jdbc.execute("analyze task, task_subject");
    }
}
