package jp.otodoke.partners.bank;

import java.util.List;
import jp.otodoke.partners.FileFormat.Source;
import jp.otodoke.partners.FileRecord;
import jp.otodoke.shared.Words;
import jp.otodoke.shared.personal.Mask;
import jp.otodoke.workflow.Inbox;
import jp.otodoke.workflow.NewTask;
import jp.otodoke.workflow.TaskReason;
import org.springframework.stereotype.Component;

/** Tells accounting of rows of an uploaded deposit file that say nothing usable. */
@Component
class DepositTasks {
    private final Inbox inbox;

    DepositTasks(Inbox inbox) {
        this.inbox = inbox;
    }

    /** @param problem with the record and byte where it stands */
    void rejected(Source source, FileRecord<?> row, Words problem) {
        inbox.open(new NewTask(
                "bank-row-rejected:" + source.messageId() + ":" + row.line(),
                "bank-row-rejected",
                "accounting",
                new TaskReason(
                        Words.of("bank.task.rejected", source.fileName(), problem, row.raw()),
                        Words.of("bank.task.rejected", source.fileName(), problem, Mask.raw(row.raw()))),
                List.of(),
                null,
                0,
                String.valueOf(source.messageId()),
                0));
    }
}
