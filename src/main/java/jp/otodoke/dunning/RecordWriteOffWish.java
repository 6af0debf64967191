package jp.otodoke.dunning;

import jp.otodoke.inbox.TaskDecided;
import jp.otodoke.shared.Refusal;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes who wants to write a case off and why, and sees to it that another approves it. */
@Component
class RecordWriteOffWish {
    private final JdbcClient jdbc;
    private final DunningCases cases;

    RecordWriteOffWish(JdbcClient jdbc, DunningCases cases) {
        this.jdbc = jdbc;
        this.cases = cases;
    }

    /** @throws Refusal if the same person approves (forbidden) */
    @EventListener
    void on(TaskDecided decided) {
        var key = decided.businessKey();
        if (key != null
                && decided.type().equals(DecideDunningTask.TYPE)
                && decided.decision().equals(DecideDunningTask.WRITE_OFF)) {
            jdbc.sql("update dunning_case set write_off_by = :by, write_off_why = :why where id = :id")
                    .param("by", decided.by())
                    .param("why", decided.comment())
                    .param("id", DunningKey.id(key))
                    .update();
        } else if (key != null
                && decided.type().equals(ApproveWriteOffTask.TYPE)
                && decided.decision().equals(ApproveWriteOffTask.APPROVE)
                && decided.by().equals(cases.get(DunningKey.id(key)).writeOffBy())) {
            throw Refusal.forbidden("dunning.write-off.same-person");
        }
    }
}
