package jp.otodoke.partners.exchange;

import java.io.IOException;
import java.util.List;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.inbox.Subject;
import jp.otodoke.shared.BilingualText;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Decides when staff have to know that a partner can't be reached, and when that is over. */
@Component
class PartnerReachability {
    private final Inbox inbox;
    private final RetryPartner retry;
    private final Partners partners;

    PartnerReachability(Inbox inbox, RetryPartner retry, @Lazy Partners partners) {
        this.inbox = inbox;
        this.retry = retry;
        this.partners = partners;
    }

    /** A message got through; everything else that waits after failures is retried at once. */
    void reached(String partner, int failuresBefore) {
        if (failuresBefore > 0) {
            inbox.resolve(unreachable(partner));
            retry.now(partner);
        }
    }

    void called(OutboxRow row) {
        if (row.attempts() > 0) {
            inbox.resolve(unsent(row));
            reached(row.partner(), row.attempts());
        }
    }

    void unreached(String partner, String what, int failures, Throwable reason) {
        if (failures >= RetryBackoff.FAILURES_BEFORE_TASK) {
            open(
                    UnreachablePartnerTask.TYPE,
                    unreachable(partner),
                    new Subject(PartnerSubject.KIND, partner),
                    "partners.task.unreachable",
                    name(partner),
                    what,
                    failures,
                    cause(reason));
        }
    }

    /** A single row failed: either the partner is unreachable, or something is wrong with this row. */
    void rowFailed(OutboxRow row, int failures, Throwable reason) {
        if (causedByNetwork(reason)) {
            unreached(row.partner(), row.key(), failures, reason);
        } else if (failures >= RetryBackoff.FAILURES_BEFORE_TASK) {
            inbox.open(unsent(row, failures, reason));
        }
    }

    private NewTask unsent(OutboxRow row, int failures, Throwable reason) {
        var withRecipient = partners.call(row.partner(), row.type())
                .flatMap(OutgoingCall::recipientField)
                .isPresent();
        return NewTask.of(
                        UnsentMessageTask.TYPE,
                        unsent(row),
                        new Subject(OutgoingSubject.KIND, Long.toString(row.id())),
                        BilingualText.of(
                                "partners.task.unsent", name(row.partner()), row.key(), failures, cause(reason)))
                .linkedTo(orders(row))
                .offering(UnsentMessageTask.decisions(withRecipient))
                .urgent(1);
    }

    private static List<Subject> orders(OutboxRow row) {
        var reference = row.reference();
        return reference != null && reference.matches("A\\d{8}")
                ? List.of(new Subject(Subject.ORDER, reference))
                : List.of();
    }

    private void open(String type, String key, Subject subject, String text, Object... arguments) {
        inbox.open(NewTask.of(type, key, subject, BilingualText.of(text, arguments))
                .urgent(1));
    }

    /** In plain words; the technical cause is on the partner's page. */
    private BilingualText cause(Throwable reason) {
        var cause = "partners.cause." + FailureCause.of(FailureSummary.inWords(reason));
        return BilingualText.of(
                "partners.cause.and-todo", BilingualText.of(cause), BilingualText.of(cause + ".advice"));
    }

    private BilingualText name(String partner) {
        return BilingualText.of("partner." + partner);
    }

    private static String unreachable(String partner) {
        return UnreachablePartnerTask.TYPE + ":" + partner;
    }

    private static String unsent(OutboxRow row) {
        return UnsentMessageTask.TYPE + ":" + row.key();
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
