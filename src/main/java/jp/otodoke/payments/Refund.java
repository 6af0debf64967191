package jp.otodoke.payments;

import java.time.Instant;
import java.util.Objects;
import jp.otodoke.payments.RefundEntry.Route;
import jp.otodoke.payments.RefundEntry.Status;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;

/**
 * 返金: money of an order that goes back, by one route, once.
 *
 * @param customer number; null if the order has none
 * @param reason in the words of who asked for it; {@link RefundEntry#OVERPAID} if the rules propose it
 * @param requestedBy user name, or {@link CurrentStaff#SYSTEM}
 * @param approvedBy user name, {@link CurrentStaff#SYSTEM} where nobody has to approve, null before
 * @param failure null unless it came to nothing
 * @param note why it was rejected, or what the bank said
 * @param transferFile the file by which the bank is told; null before, and for other routes
 * @param account to which it is transferred; null if that is not known yet, and for other routes
 */
public record Refund(
        long id,
        OrderNumber order,
        @Nullable String customer,
        Route route,
        Status status,
        Yen amount,
        String reason,
        String requestedBy,
        Instant requestedAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable Instant sentAt,
        @Nullable Instant endedAt,
        @Nullable Failure failure,
        @Nullable String note,
        @Nullable Long transferFile,
        @Nullable PayeeAccount account) {
    public enum Failure {
        /** The card does not take it back. */
        DECLINED,
        REJECTED,
        /** It was no longer due, or is due in another way. */
        WITHDRAWN,
        /** 組戻し: the bank could not transfer it. */
        RETURNED
    }

    /** When it came to where it stands. */
    public Instant at() {
        return Objects.requireNonNullElse(
                endedAt, Objects.requireNonNullElse(sentAt, Objects.requireNonNullElse(approvedAt, requestedAt)));
    }

    /** As lists show it: what is no longer due, or due in another way, has not failed. */
    public String shownStatus() {
        return failure == Failure.WITHDRAWN ? failure.name() : status.name();
    }

    /** The rules propose it and nobody has decided: it follows what is due. */
    boolean proposedByTheRules() {
        return status == Status.PROPOSED && requestedBy.equals(CurrentStaff.SYSTEM);
    }

    /** Nobody has told gateway or bank of it. */
    public boolean isStillHere() {
        return status == Status.PROPOSED || status == Status.APPROVED && transferFile == null;
    }

    /** Its route can be given up for another; what the rules propose for a person to decide has none yet. */
    public boolean mayBeRejected() {
        return isStillHere() && (!proposedByTheRules() || route == Route.CARD);
    }

    /** A person has decided that it is transferred, and nobody has said where to. */
    public boolean lacksAccount() {
        return route == Route.TRANSFER && account == null && isStillHere() && !proposedByTheRules();
    }

    RefundEntry entry() {
        return new RefundEntry(id, status, amount, route, reason, at());
    }
}
