package jp.otodoke.partners.bank;

import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.inbox.TaskReason;
import jp.otodoke.partners.exchange.FileFormat.Source;
import jp.otodoke.partners.exchange.FileRecord;
import jp.otodoke.partners.exchange.MessageSubject;
import jp.otodoke.partners.exchange.OwnTasks;
import jp.otodoke.platform.personal.Masking;
import jp.otodoke.shared.BilingualText;
import org.springframework.stereotype.Component;

/** Creates tasks for accounting about unusable rows of an uploaded deposit file. */
@Component
class DepositTasks {
    private final Inbox inbox;
    private final OwnTasks ownTasks;

    DepositTasks(Inbox inbox, OwnTasks ownTasks) {
        this.inbox = inbox;
        this.ownTasks = ownTasks;
    }

    /** @param problem with its record and byte */
    void rejected(Source source, FileRecord<?> row, BilingualText problem) {
        if (!ownTasks.grant(source.messageId())) {
            return;
        }
        inbox.open(NewTask.of(
                RejectedDepositTask.TYPE,
                RejectedDepositTask.key(source.sha256(), row.line()),
                MessageSubject.of(source.messageId()),
                new TaskReason(
                        BilingualText.of("bank.task.rejected", source.fileName(), problem, row.raw()),
                        BilingualText.of("bank.task.rejected", source.fileName(), problem, Masking.raw(row.raw())))));
    }
}
