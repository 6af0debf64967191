package jp.otodoke.partners.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the calls that wait in the outbox, one row and one transaction each. */
@Component
class OutgoingCalls {
    private static final Logger log = LoggerFactory.getLogger(OutgoingCalls.class);

    private final OutboxRows rows;
    private final TransactionTemplate transaction;
    private final PartnerReachability contacts;

    OutgoingCalls(OutboxRows rows, TransactionTemplate transaction, PartnerReachability contacts) {
        this.rows = rows;
        this.transaction = transaction;
        this.contacts = contacts;
    }

    /** Makes the call that has waited longest. */
    boolean callNext(OutgoingCall call) {
        var attempt = new Attempt();
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                var due = rows.hold(call.partner(), call.type(), 1);
                for (var row : due) {
                    attempt.row = row;
                    call.send(row);
                    rows.close(List.of(row), "DONE");
                    contacts.called(row);
                }
                return !due.isEmpty();
            }));
        } catch (RuntimeException e) {
            if (attempt.row == null) {
                throw e;
            }
            failed(attempt.row, e);
            return true;
        }
    }

    private void failed(OutboxRow row, RuntimeException reason) {
        log.warn("{} could not be sent to {}: {}", row.key(), row.partner(), FailureSummary.inWords(reason));
        transaction.executeWithoutResult(
                status -> contacts.rowFailed(row, rows.failed(row, FailureSummary.inWords(reason)), reason));
    }

    private static final class Attempt {
        @Nullable
        OutboxRow row;
    }
}
