package jp.otodoke.payments;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.orders.OrderCancelled;
import jp.otodoke.orders.OrderReturned;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.payments.Chargeback.State;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A card company has taken money back for goods that have left: proof is sent to it, the customer pays in another way, or the money is
 * given up. More than one person may give up alone goes to dunning, where two do.
 */
@Component
class ChargebackTask implements TaskKind {
    static final String TYPE = "card-chargeback";

    private static final String CONTEST = "CONTEST";
    private static final String BANK_TRANSFER = "BANK_TRANSFER";
    private static final String WRITE_OFF = "WRITE_OFF";

    private final Tasks tasks;
    private final Inbox inbox;
    private final Chargebacks chargebacks;
    private final AskAboutChargeback ask;
    private final Payments payments;
    private final CollectShipped collect;
    private final WriteOff writeOff;
    private final Ledger ledger;
    private final Yen alone;

    /** @param alone yen that one person may give up */
    ChargebackTask(
            Tasks tasks,
            Inbox inbox,
            Chargebacks chargebacks,
            AskAboutChargeback ask,
            Payments payments,
            CollectShipped collect,
            WriteOff writeOff,
            Ledger ledger,
            @Value("${otodoke.dunning.write-off-approval-above:10000}") long alone) {
        this.tasks = tasks;
        this.inbox = inbox;
        this.chargebacks = chargebacks;
        this.ask = ask;
        this.payments = payments;
        this.collect = collect;
        this.writeOff = writeOff;
        this.ledger = ledger;
        this.alone = Yen.of(alone);
    }

    static String key(Chargeback one, State state) {
        return String.join(":", TYPE, state.name(), one.id());
    }

    /** What is lost can't be contested, and an order that was cancelled is not paid in another way. */
    static List<String> decisions(Chargeback one, boolean cancelled) {
        var suitable = new ArrayList<>(List.of(CONTEST, BANK_TRANSFER, WRITE_OFF));
        if (one.state() == State.LOST) {
            suitable.remove(CONTEST);
        }
        if (cancelled) {
            suitable.remove(BANK_TRANSFER);
        }
        return suitable;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subjectKind() {
        return OrderSubject.KIND;
    }

    @Override
    public StaffGroup group() {
        return StaffGroup.ACCOUNTING;
    }

    @Override
    public List<String> decisions() {
        return List.of(CONTEST, BANK_TRANSFER, WRITE_OFF);
    }

    /** Each is contested, or not, by what is known about its own order. */
    @Override
    public boolean manyAtOnce() {
        return false;
    }

    /** What was sent as proof, or why the money is given up, is kept with the task. */
    @Override
    public boolean commentRequired(String decision) {
        return decision.equals(CONTEST) || decision.equals(WRITE_OFF);
    }

    @Override
    public void decide(TaskDecision decision) {
        var id = id(decision.task());
        var one = chargebacks.locked(id).orElseThrow(() -> Refusal.notFound("chargeback.unknown", id));
        switch (decision.code()) {
            case CONTEST -> chargebacks.decided(one, State.CONTESTED, decision.staff());
            case BANK_TRANSFER -> {
                chargebacks.decided(one, State.ACCEPTED, decision.staff());
                collect.byTransfer(one.order(), decision.staff());
            }
            case WRITE_OFF -> {
                chargebacks.decided(one, State.ACCEPTED, decision.staff());
                if (!atStake(one.order()).isMoreThan(alone)) {
                    writeOff.writeOff(
                            one.order(),
                            one.amount(),
                            Objects.requireNonNullElse(decision.comment(), ""),
                            decision.staff());
                }
            }
            default -> throw new IllegalArgumentException("No decision about a chargeback: " + decision.code());
        }
    }

    /** What is open of an order with what was given up of it before, so that nobody gives up in parts what two have to decide about. */
    private Yen atStake(OrderNumber order) {
        return open(order).plus(ledger.received(Account.WRITE_OFF, order));
    }

    /** The gateway's ids may contain what separates the parts of the key. */
    private String id(OpenTask task) {
        return tasks.key(task.id()).split(":", 3)[2];
    }

    @Override
    public BilingualText consequences(List<OpenTask> open, String decision) {
        var all = open.stream()
                .map(this::id)
                .flatMap(id -> chargebacks.find(id).stream())
                .toList();
        return switch (decision) {
            case BANK_TRANSFER -> BilingualText.of("task.then.asks-for-transfer", Yen.sum(all, this::demanded));
            case WRITE_OFF -> {
                var atStake = Yen.sum(all, one -> atStake(one.order()));
                yield atStake.isMoreThan(alone)
                        ? BilingualText.of("task.card-chargeback.then.dunning", atStake, alone)
                        : BilingualText.of("task.card-chargeback.then.write-off", Yen.sum(all, this::owed));
            }
            default -> BilingualText.of("task.card-chargeback.then.contest", Yen.sum(all, this::owed));
        };
    }

    /** What was taken back and is still open: other chargebacks of the order, and what was never paid of it, are none of its own. */
    private Yen owed(Chargeback one) {
        return open(one.order()).min(one.amount());
    }

    /** What the customer is asked for: all that is open but what is disputed besides. */
    private Yen demanded(Chargeback one) {
        return open(one.order()).minus(chargebacks.disputedBesides(one)).max(Yen.ZERO);
    }

    private Yen open(OrderNumber order) {
        return payments.findById(order).orElseThrow().open().max(Yen.ZERO);
    }

    @EventListener
    void on(PaymentSettled settled) {
        inbox.close(TYPE, OrderSubject.of(settled.orderNumber()));
    }

    @EventListener
    void on(PaymentsSettled settled) {
        inbox.resolve(TYPE, OrderSubject.KIND, settled.keys());
    }

    @EventListener
    @Order(2)
    void on(OrderCancelled cancelled) {
        askOrClose(cancelled.orderNumber());
    }

    @EventListener
    @Order(2)
    void on(OrderReturned returned) {
        askOrClose(returned.orderNumber());
    }

    private void askOrClose(OrderNumber order) {
        if (payments.findById(order).filter(Payment::settled).isPresent()) {
            inbox.close(TYPE, OrderSubject.of(order));
        }
        ask.about(order);
    }
}
