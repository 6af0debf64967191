package jp.otodoke.payments;

import jp.otodoke.orders.Timeline;
import jp.otodoke.payments.Chargeback.State;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.PaymentAllocation.Reason;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books what a card company takes back, and gives back when we win: rows of their own, once for each chargeback however often it is
 * reported. An order that has not left waits for its payment again; its card is not charged again by itself.
 */
@Component
public class RecordChargeback {
    private final Chargebacks chargebacks;
    private final Payments payments;
    private final AllocatePayments allocatePayments;
    private final AskAboutChargeback ask;
    private final Timeline timeline;
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    RecordChargeback(
            Chargebacks chargebacks,
            Payments payments,
            AllocatePayments allocatePayments,
            AskAboutChargeback ask,
            Timeline timeline,
            JdbcClient jdbc,
            BusinessClock clock) {
        this.chargebacks = chargebacks;
        this.payments = payments;
        this.allocatePayments = allocatePayments;
        this.ask = ask;
        this.timeline = timeline;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The money has been taken back.
     *
     * @throws Refusal if nothing was captured by that transaction (not found)
     * @throws InvalidInput if it is more than is left of what was captured
     */
    @Transactional
    public void opened(String id, String transactionNo, Yen amount, @Nullable String reason) {
        if (chargebacks.locked(id).isPresent()) {
            return;
        }
        var captured = chargebacks
                .captured(transactionNo)
                .orElseThrow(() -> Refusal.notFound("chargeback.unknown-payment", transactionNo));
        if (!amount.isPositive() || amount.isMoreThan(captured.rest())) {
            throw new InvalidInput("amount", "invalid", BilingualText.of("chargeback.too-much", captured.rest()));
        }
        var one = new Chargeback(id, transactionNo, captured.order(), amount, reason, State.OPEN, clock.instant());
        if (chargebacks.open(one)) {
            takeBack(one);
        }
    }

    private void takeBack(Chargeback one) {
        var payment = payments.findById(one.order()).orElseThrow();
        payment.barCard();
        allocatePayments.allocate(
                payment,
                PaymentAllocation.of(
                        name(one),
                        one.order(),
                        Reason.REVERSED,
                        Account.CARD,
                        one.amount().negated(),
                        CurrentStaff.SYSTEM));
        tell(one, "timeline.chargeback.opened");
        ask.about(one.order());
    }

    /**
     * The card company has decided for us: the money is back.
     *
     * @throws Refusal if there is no such chargeback (not found)
     */
    @Transactional
    public void won(String id) {
        var one = get(id);
        if (one.state() == State.WON) {
            return;
        }
        chargebacks.ended(one, State.WON);
        var payment = payments.findById(one.order()).orElseThrow();
        allocatePayments.allocate(
                payment,
                new PaymentAllocation(
                        "chargeback-won:" + one.id(),
                        ReceivableNumber.of(one.order()),
                        Reason.CAPTURED,
                        Account.CARD,
                        one.amount(),
                        null,
                        null,
                        allocation(name(one)),
                        CurrentStaff.SYSTEM));
        tell(one, "timeline.chargeback.won");
        ask.noMore(one);
    }

    /**
     * The card company has decided against us: the money is gone. What was accepted or won before stays so.
     *
     * @throws Refusal if there is no such chargeback (not found)
     */
    @Transactional
    public void lost(String id) {
        var one = get(id);
        if (one.state().isUndecided()) {
            chargebacks.ended(one, State.LOST);
            tell(one, "timeline.chargeback.lost");
            ask.noMore(one);
            ask.about(one.order());
        }
    }

    private Chargeback get(String id) {
        return chargebacks.locked(id).orElseThrow(() -> Refusal.notFound("chargeback.unknown", id));
    }

    private static String name(Chargeback one) {
        return "chargeback:" + one.id();
    }

    private long allocation(String name) {
        return jdbc.sql("select id from payment_allocation where name = :name")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    private void tell(Chargeback one, String text) {
        timeline.add(
                one.order(),
                "CHARGEBACK",
                BilingualText.of(text, one.amount(), one.reason() == null ? one.id() : one.reason()),
                CurrentStaff.SYSTEM);
    }
}
