package jp.otodoke.dunning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.CardDecline;
import jp.otodoke.payments.DeclineGroup;
import jp.otodoke.payments.ReceivableKind;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * Money that is overdue or has failed, and how far its collection has come.
 *
 * @param open what is open now and may be demanded
 * @param amount what was open when the case was opened
 * @param history on how many days of the year before cases of the customer were opened
 * @param declined the gateway's code of the card that was refused; null if none was
 * @param stage the furthest that was done
 * @param pauseReason null unless it is paused
 * @param nextStep null if nothing is planned
 * @param outcome null while it goes on
 */
public record DunningCase(
        long id,
        ReceivableNumber receivable,
        ReceivableKind kind,
        @Nullable OrderNumber orderNumber,
        @Nullable CustomerNumber customerNumber,
        PaymentMethod method,
        DunningCause cause,
        Yen open,
        Yen amount,
        int history,
        @Nullable String declined,
        State state,
        String stage,
        boolean awaitsDecision,
        @Nullable PauseReason pauseReason,
        @Nullable LocalDate promisedUntil,
        @Nullable DunningStepKind nextStep,
        @Nullable Instant nextAt,
        @Nullable String writeOffBy,
        @Nullable String writeOffWhy,
        @Nullable Outcome outcome,
        Instant openedAt,
        @Nullable Instant endedAt) {
    public Optional<OrderNumber> order() {
        return Optional.ofNullable(orderNumber);
    }

    public Optional<CustomerNumber> customer() {
        return Optional.ofNullable(customerNumber);
    }

    /** Whether it is about an order that is paid by statement. */
    boolean onAccount() {
        return kind == ReceivableKind.ORDER && method == PaymentMethod.INVOICE && customerNumber != null;
    }

    public boolean ended() {
        return state == State.ENDED;
    }

    /** Nothing is demanded until the inquiry is closed, whenever that is. */
    boolean heldByInquiry() {
        return state == State.PAUSED && pauseReason == PauseReason.INQUIRY;
    }

    /** What the case is about in yen: what is open, or was. */
    public Yen shownAmount() {
        return ended() ? amount : open.max(Yen.ZERO);
    }

    DunningFacts facts() {
        return new DunningFacts(cause, kind, method, amount, history, group(declined));
    }

    static @Nullable DeclineGroup group(@Nullable String declined) {
        return declined == null ? null : CardDecline.of(declined).group();
    }

    public enum State {
        OPEN,
        PAUSED,
        ENDED
    }

    public enum PauseReason {
        PROMISE,
        TERM,
        INQUIRY
    }

    public enum Outcome {
        PAID,
        CANCELLED,
        WRITTEN_OFF
    }
}
