package jp.otodoke.inbox.bulk;

import java.util.List;
import jp.otodoke.platform.data.BulkRows;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes tasks in bulk. */
@Component
@Profile("demo & !production")
public class BulkTasks {
    private final JdbcTemplate jdbc;

    BulkTasks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Tables whose indexes should be dropped while millions of rows are written. */
    public List<String> tables() {
        return List.of("task", "task_subject");
    }

    /** Inserts tasks that no process waits for, each about a single subject. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int tasks(BulkRows rows) {
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
    @Transactional(propagation = Propagation.MANDATORY)
    public int age(BulkRows rows) {
        return jdbc.update(
                """
                update task t
                   set created_at = t.created_at - older.age, due_at = t.due_at - older.age, effective_due_at = t.effective_due_at - older.age
                  from (%s) older (%s)
                 where t.business_key = older.business_key and t.process = older.process"""
                        .formatted(rows.query(), rows.columns()));
    }

    /** Updates the planner statistics. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void finish() {
        jdbc.execute("analyze task, task_subject");
    }
}
