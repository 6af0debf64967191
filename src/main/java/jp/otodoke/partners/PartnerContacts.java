package jp.otodoke.partners;

import java.io.IOException;
import java.util.List;
import jp.otodoke.shared.Words;
import jp.otodoke.workflow.Inbox;
import jp.otodoke.workflow.NewTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows when a person has to hear that a partner does not answer, and when that is over. */
@Component
class PartnerContacts {
    private final Inbox inbox;
    private final RetryPartner retry;

    PartnerContacts(Inbox inbox, RetryPartner retry) {
        this.inbox = inbox;
        this.retry = retry;
    }

    /** Something went through; whatever else waits after failures is tried at once. */
    void reached(String partner, int failuresBefore) {
        if (failuresBefore > 0) {
            inbox.cure(unreachable(partner));
            retry.now(partner);
        }
    }

    void called(OutboxRow row) {
        if (row.attempts() > 0) {
            inbox.cure(unsent(row));
            reached(row.partner(), row.attempts());
        }
    }

    void unreached(String partner, String what, int failures, Throwable reason) {
        if (failures >= Pauses.PATIENCE) {
            open(
                    "partner-unreachable",
                    unreachable(partner),
                    "operations",
                    partner,
                    "partners.task.unreachable",
                    name(partner),
                    what,
                    failures,
                    cause(reason));
        }
    }

    /** A single row failed: either the partner is away, or there is something about this row. */
    void rowFailed(OutboxRow row, int failures, Throwable reason) {
        if (causedByNetwork(reason)) {
            unreached(row.partner(), row.key(), failures, reason);
        } else if (failures >= Pauses.PATIENCE) {
            open(
                    "message-unsent",
                    unsent(row),
                    "operations",
                    Long.toString(row.id()),
                    "partners.task.unsent",
                    name(row.partner()),
                    row.key(),
                    failures,
                    cause(reason));
        }
    }

    private void open(String type, String key, String group, String subject, String text, Object... arguments) {
        inbox.open(new NewTask(key, type, group, Words.of(text, arguments), List.of(), null, 1, subject));
    }

    /** In plain words; the technical ones stand on the partner's page. */
    private Words cause(Throwable reason) {
        var cause = "partners.cause." + FailureCause.of(Failures.inWords(reason));
        return Words.of("partners.cause.and-todo", Words.of(cause), Words.of(cause + ".todo"));
    }

    private Words name(String partner) {
        return Words.of("partner." + partner);
    }

    private static String unreachable(String partner) {
        return "partner-unreachable:" + partner;
    }

    private static String unsent(OutboxRow row) {
        return "message-unsent:" + row.key();
    }

    private static boolean causedByNetwork(Throwable reason) {
        for (@Nullable Throwable cause = reason; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }
}
