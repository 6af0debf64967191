package jp.otodoke.workflow;

import jp.otodoke.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a task for oneself, or gives it back. */
@Component
public class ClaimTask {
    private final JdbcClient jdbc;
    private final Tasks tasks;

    ClaimTask(JdbcClient jdbc, Tasks tasks) {
        this.jdbc = jdbc;
        this.tasks = tasks;
    }

    /** @throws Refusal when somebody else has it (conflict) or it is not open */
    @Transactional
    public OpenTask claim(long id, String staff) {
        var taken = jdbc.sql(
                        """
                        update task set assignee = :staff
                         where id = :id and state = 'OPEN' and (assignee is null or assignee = :staff)
                        """)
                .param("id", id)
                .param("staff", staff)
                .update();
        if (taken == 0) {
            throw refusal(id);
        }
        return tasks.find(id).orElseThrow();
    }

    /** Gives the task back to its group, whoever had it. */
    @Transactional
    public OpenTask release(long id) {
        jdbc.sql("update task set assignee = null where id = :id and state = 'OPEN'")
                .param("id", id)
                .update();
        return tasks.find(id).orElseThrow(() -> refusal(id));
    }

    private Refusal refusal(long id) {
        var task = tasks.find(id);
        if (task.isPresent()) {
            return Refusal.conflict(
                    "task.claimed-by-other", String.valueOf(task.get().assignee()));
        }
        return tasks.known(id) ? Refusal.conflict("task.already-done") : Refusal.notFound("task.not-found", id);
    }
}
