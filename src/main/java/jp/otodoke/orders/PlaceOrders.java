package jp.otodoke.orders;

import java.util.ArrayList;
import java.util.List;
import jp.otodoke.orders.Judgement.Accepted;
import jp.otodoke.orders.OrdersPlaced.PlacedOrder;
import jp.otodoke.platform.data.KeptPlans;
import jp.otodoke.platform.data.NumberSequences;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accepts orders of any channels, a file's chunk or a night's slice at a time: what they need is read once for all, and
 * their rows are written in batches. An order with the same channel number is accepted only once. The processes of long
 * lists are queued.
 */
@Component
public class PlaceOrders {
    /** How many orders are placed at once at most. */
    public static final int MOST = 10_000;

    /** So few are not worth plans of their own. */
    private static final int FEW = 50;

    private final KeptPlans plans;
    private final Orders orders;
    private final JudgeOrders judgeOrders;
    private final Buyers buyers;
    private final NumberSequences numberSequences;
    private final RedeemOnOrders redeem;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final CurrentStaff staff;
    private final BusinessClock clock;

    PlaceOrders(
            KeptPlans plans,
            Orders orders,
            JudgeOrders judgeOrders,
            Buyers buyers,
            NumberSequences numberSequences,
            RedeemOnOrders redeem,
            Timeline timeline,
            ApplicationEventPublisher events,
            CurrentStaff staff,
            BusinessClock clock) {
        this.plans = plans;
        this.orders = orders;
        this.judgeOrders = judgeOrders;
        this.buyers = buyers;
        this.numberSequences = numberSequences;
        this.redeem = redeem;
        this.timeline = timeline;
        this.events = events;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * A refused order harms none of the others and registers nobody.
     *
     * @return what became of each, in the order of the inputs
     */
    @Transactional
    public List<Placement> place(List<NewOrder> inputs, Preparation preparation) {
        if (inputs.size() > MOST) {
            throw new IllegalArgumentException("More than " + MOST + " orders at once: " + inputs.size());
        }
        if (inputs.size() <= FEW) {
            plans.use();
        }
        var judgement = judgeOrders.judge(inputs);
        if (!judgement.accepted().isEmpty()) {
            receive(judgement, preparation);
        }
        return judgement.results();
    }

    private void receive(Judgement judgement, Preparation preparation) {
        var accepted = judgement.accepted();
        var customers = buyers.of(accepted.stream().map(a -> a.input().buyer()).toList(), judgement.customers());
        var numbers = numberSequences.next("order_number_seq", "A", 8, accepted.size());
        var now = clock.instant();
        var received = new ArrayList<Order>();
        var placed = new ArrayList<PlacedOrder>();
        for (int i = 0; i < accepted.size(); i++) {
            Accepted one = accepted.get(i);
            var customer = customers.get(i);
            var number = OrderNumber.of(numbers.get(i));
            received.add(Order.receive(number, one.input(), customer, one.pricedFor(customer), now));
            placed.add(new PlacedOrder(number, one.input().payment().cardToken()));
            judgement.placed(one.index(), number);
        }
        orders.saveAllAndFlush(received);
        redeem.record(accepted, received);
        timeline.add(received.stream().map(this::received).toList());
        tell(new OrdersPlaced(placed, preparation.of(placed.size())));
    }

    /** What a step of the preparation refuses is no fault of the order: it is placed, and its process prepares it. */
    private void tell(OrdersPlaced placed) {
        try {
            events.publishEvent(placed);
        } catch (InvalidInput | Refusal refused) {
            throw placed.preparation() == Preparation.LATER ? refused : new PreparationRefused(refused);
        }
    }

    private Timeline.Entry received(Order order) {
        return new Timeline.Entry(
                order.number(),
                "RECEIVED",
                BilingualText.of("timeline.received", BilingualText.named("channel", order.channel())),
                staff.name());
    }
}
