package jp.otodoke.orders;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.loyalty.Reduction;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.TimeSlot;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes lines, delivery or payment of an order that has not been handed over to the warehouse, and reprices it. */
@Component
public class ChangeOrder {
    private final Orders orders;
    private final Pricing pricing;
    private final RedeemAgain redeemAgain;
    private final RedeemAnew redeemAnew;
    private final FindCustomer customers;
    private final OnAccount onAccount;
    private final Timeline timeline;
    private final ChangedParts changedParts;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    ChangeOrder(
            Orders orders,
            Pricing pricing,
            RedeemAgain redeemAgain,
            RedeemAnew redeemAnew,
            FindCustomer customers,
            OnAccount onAccount,
            Timeline timeline,
            ChangedParts changedParts,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.orders = orders;
        this.pricing = pricing;
        this.redeemAgain = redeemAgain;
        this.redeemAnew = redeemAnew;
        this.customers = customers;
        this.onAccount = onAccount;
        this.timeline = timeline;
        this.changedParts = changedParts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @throws Refusal if the order was handed over or has ended (conflict)
     * @throws InvalidInput if the new content is invalid
     */
    @Transactional
    public void change(OrderNumber number, Changes changes, String by) {
        var order = changeable(number);
        var changed = merged(order, changes);
        var method = changed.payment().method();
        if (method == PaymentMethod.CREDIT_CARD
                && order.paymentMethod() != PaymentMethod.CREDIT_CARD
                && changed.payment().cardToken() == null) {
            throw new InvalidInput("payment.token", "required", BilingualText.of("order.problem.token.required"));
        }
        if (method == PaymentMethod.INVOICE
                && order.paymentMethod() != PaymentMethod.INVOICE
                && !onAccount.allowed(order.customerNumber())) {
            throw new InvalidInput(List.of(OnAccount.problem()));
        }
        var before = ChangedParts.Before.of(order);
        var full = atFullPrice(order, changed);
        var reduction = redeemAnew.open(order, changes, full);
        order.reprice(method, reduced(order, full, reduction), clock.instant());
        orders.saveAndFlush(order);
        reduction.ifPresent(redeemed -> redeemAnew.record(order, redeemed));
        timeline.add(number, "CHANGED", changedParts.between(before, order), by);
        events.publishEvent(new OrderRepriced(
                number, method, order.totals().total(), changed.payment().cardToken()));
    }

    /**
     * Computes what the change would cost without saving it.
     *
     * @throws Refusal if the order was handed over or has ended (conflict)
     * @throws InvalidInput if the new content is invalid
     */
    @Transactional(readOnly = true)
    public QuoteOrder.Quote preview(OrderNumber number, Changes changes) {
        var order = changeable(number);
        var full = atFullPrice(order, merged(order, changes));
        return QuoteOrder.Quote.of(reduced(order, full, redeemAnew.look(order, changes, full)));
    }

    /** @throws Refusal if the order was handed over or has ended (conflict) */
    @Transactional(readOnly = true)
    public void checkChangeable(OrderNumber number) {
        changeable(number);
    }

    private Order changeable(OrderNumber number) {
        var order = orders.findById(number).orElseThrow(() -> Refusal.notFound("order.not-found", number));
        if (!order.status().beforeHandOver()) {
            throw Refusal.conflict("order.change.too-late", number, order.status());
        }
        if (order.lines().stream().anyMatch(l -> l.shipped() > 0)) {
            throw Refusal.conflict("order.change.partly-shipped", number, order.status());
        }
        return order;
    }

    /** By the prices valid on the order date. */
    private PricedOrder atFullPrice(Order order, NewOrder changed) {
        var buyer = customers.find(order.customerNumber()).orElseThrow();
        return pricing.price(changed, Recipient.of(buyer), dayOf(order));
    }

    /** @param anew what it redeems instead; empty if it redeems what it has redeemed */
    private PricedOrder reduced(Order order, PricedOrder full, Optional<Reduction> anew) {
        return anew.map(reduction -> redeemAnew.reduced(full, reduction, dayOf(order)))
                .orElseGet(() -> redeemAgain.after(order, full, dayOf(order)));
    }

    private static LocalDate dayOf(Order order) {
        return LocalDate.ofInstant(order.orderedAt(), BusinessClock.TOKYO);
    }

    private static NewOrder merged(Order order, Changes changes) {
        var lines = changes.lines() == null ? keptLines(order) : changes.lines();
        var method = changes.method() == null ? order.paymentMethod() : changes.method();
        var totals = order.totals();
        var sameMoney = order.pricedByShop() && changes.lines() == null && method == order.paymentMethod();
        return new NewOrder(
                order.channel(),
                order.channelOrderId(),
                order.orderedAt(),
                order.mediaCode(),
                new NewOrder.Known(order.customerNumber()),
                destinations(order, changes),
                lines,
                new NewOrder.Payment(method, changes.cardToken(), order.shopPayment()),
                sameMoney
                        ? new NewOrder.FixedAmounts(
                                totals.shipping(), totals.fee(), totals.discount(), totals.points(), null)
                        : null,
                order.note(),
                null,
                null);
    }

    private static List<NewOrder.Line> keptLines(Order order) {
        return order.lines().stream()
                .map(l -> new NewOrder.Line(l.sku(), l.quantity(), l.unitPrice(), l.name(), l.destination() - 1))
                .toList();
    }

    private static List<NewOrder.Destination> destinations(Order order, Changes changes) {
        var result = new ArrayList<NewOrder.Destination>();
        for (int i = 0; i < order.destinations().size(); i++) {
            var d = order.destinations().get(i);
            var meant = i == changes.destination();
            var recipient = meant && changes.recipient() != null
                    ? changes.recipient()
                    : new Recipient(d.name(), d.kana(), d.phone(), d.address());
            var date = meant && changes.deliveryGiven() ? changes.deliveryDate() : d.deliveryDate();
            var slot = meant && changes.deliveryGiven() ? changes.timeSlot() : AdvanceOrder.slot(d.timeSlot());
            var packing = meant && changes.packing() != null ? changes.packing() : d.packing();
            result.add(new NewOrder.Destination(recipient, date, slot, packing));
        }
        return result;
    }

    /**
     * The requested changes; null leaves a value unchanged. Lines go to the first destination unless they name
     * another.
     *
     * @param destination index from 0 of the destination whose recipient, date and slot change
     * @param deliveryGiven whether date and slot are replaced, possibly by null
     * @param packing how the parcel for that destination is packed
     * @param points that it redeems instead; zero for none
     * @param coupon that it uses instead; empty for none
     */
    public record Changes(
            @Nullable List<NewOrder.Line> lines,
            int destination,
            boolean deliveryGiven,
            @Nullable LocalDate deliveryDate,
            @Nullable TimeSlot timeSlot,
            @Nullable Recipient recipient,
            @Nullable Packing packing,
            @Nullable PaymentMethod method,
            @Nullable String cardToken,
            @Nullable Yen points,
            @Nullable String coupon) {
        /** Leaves points and coupon unchanged. */
        public Changes(
                @Nullable List<NewOrder.Line> lines,
                int destination,
                boolean deliveryGiven,
                @Nullable LocalDate deliveryDate,
                @Nullable TimeSlot timeSlot,
                @Nullable Recipient recipient,
                @Nullable Packing packing,
                @Nullable PaymentMethod method,
                @Nullable String cardToken) {
            this(
                    lines,
                    destination,
                    deliveryGiven,
                    deliveryDate,
                    timeSlot,
                    recipient,
                    packing,
                    method,
                    cardToken,
                    null,
                    null);
        }

        /** The same with other points or another coupon; null leaves what the order has. */
        public Changes redeeming(@Nullable Yen otherPoints, @Nullable String otherCoupon) {
            return new Changes(
                    lines,
                    destination,
                    deliveryGiven,
                    deliveryDate,
                    timeSlot,
                    recipient,
                    packing,
                    method,
                    cardToken,
                    otherPoints,
                    otherCoupon);
        }

        boolean redeemsAnew() {
            return points != null || coupon != null;
        }

        /** Leaves the packing unchanged. */
        public Changes(
                @Nullable List<NewOrder.Line> lines,
                int destination,
                boolean deliveryGiven,
                @Nullable LocalDate deliveryDate,
                @Nullable TimeSlot timeSlot,
                @Nullable Recipient recipient,
                @Nullable PaymentMethod method,
                @Nullable String cardToken) {
            this(lines, destination, deliveryGiven, deliveryDate, timeSlot, recipient, null, method, cardToken);
        }

        /** Changes the first or only destination and leaves the packing unchanged. */
        public Changes(
                @Nullable List<NewOrder.Line> lines,
                boolean deliveryGiven,
                @Nullable LocalDate deliveryDate,
                @Nullable TimeSlot timeSlot,
                @Nullable Recipient recipient,
                @Nullable PaymentMethod method,
                @Nullable String cardToken) {
            this(lines, 0, deliveryGiven, deliveryDate, timeSlot, recipient, null, method, cardToken);
        }
    }
}
