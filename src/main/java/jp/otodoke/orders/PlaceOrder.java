package jp.otodoke.orders;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.customers.MatchCustomer;
import jp.otodoke.platform.data.NumberSequences;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accepts an order from any channel. An order with the same channel number is accepted only once. */
@Component
public class PlaceOrder {
    /** How far in the future a channel may date an order. */
    public static final Duration AHEAD = Duration.ofHours(24);

    /** Maximum unit price; a larger value is a typing error and might overflow the totals. */
    public static final Yen HIGHEST_PRICE = Yen.of(999_999_999);

    /** How many days ahead a delivery date may be requested; anything later is most likely a mistyped year. */
    public static final int LATEST_DELIVERY_DAYS_AHEAD = 366;

    private final Orders orders;
    private final Pricing pricing;
    private final FindCustomer customers;
    private final MatchCustomer matching;
    private final NumberSequences numberSequences;
    private final Timeline timeline;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final CurrentStaff staff;
    private final BusinessClock clock;

    PlaceOrder(
            Orders orders,
            Pricing pricing,
            FindCustomer customers,
            MatchCustomer matching,
            NumberSequences numberSequences,
            Timeline timeline,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            CurrentStaff staff,
            BusinessClock clock) {
        this.orders = orders;
        this.pricing = pricing;
        this.customers = customers;
        this.matching = matching;
        this.numberSequences = numberSequences;
        this.timeline = timeline;
        this.jdbc = jdbc;
        this.events = events;
        this.staff = staff;
        this.clock = clock;
    }

    /** @throws InvalidInput listing every problem; fields are named as in the API, such as {@code lines[0].sku} */
    @Transactional
    public PlacementResult place(NewOrder input) {
        var known = known(input);
        if (known.isPresent()) {
            return new PlacementResult(known.get(), false);
        }
        check(input);
        var buyer = buyer(input.buyer());
        var orderedAt = input.orderedAt() == null ? clock.instant() : input.orderedAt();
        var priced = pricing.price(input, Recipient.of(buyer), LocalDate.ofInstant(orderedAt, BusinessClock.TOKYO));
        var number = OrderNumber.of(numberSequences.next("order_number_seq", "A", 8));
        orders.saveAndFlush(Order.receive(number, input, buyer, priced, clock.instant()));
        timeline.add(
                number,
                "RECEIVED",
                BilingualText.of("timeline.received", BilingualText.named("channel", input.channel())),
                staff.name());
        events.publishEvent(new OrderPlaced(number, input.payment().cardToken()));
        return new PlacementResult(number, true);
    }

    /** Blocks concurrent requests for the same channel number until this transaction ends. */
    private Optional<OrderNumber> known(NewOrder input) {
        if (input.channelOrderId() == null) {
            return Optional.empty();
        }
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 7))")
                .param("key", input.channel() + ' ' + input.channelOrderId())
                .query((row, n) -> 0)
                .single();
        return jdbc.sql("select order_number from orders where channel = :channel and channel_order_id = :id")
                .param("channel", input.channel())
                .param("id", input.channelOrderId())
                .query((row, n) -> OrderNumber.of(row.getString(1)))
                .optional();
    }

    private void check(NewOrder input) {
        var problems = new ArrayList<FieldProblem>();
        if (input.lines().isEmpty()) {
            problems.add(new FieldProblem("lines", "required", BilingualText.of("order.problem.lines.required")));
        }
        var orderedAt = input.orderedAt();
        if (orderedAt != null && orderedAt.isAfter(clock.instant().plus(AHEAD))) {
            problems.add(new FieldProblem("orderedAt", "invalid", BilingualText.of("order.problem.ordered-at")));
        }
        if (input.payment().method() == PaymentMethod.CREDIT_CARD
                && input.payment().shop() == ShopPayment.NONE
                && TextNormalizer.blank(input.payment().cardToken())) {
            problems.add(
                    new FieldProblem("payment.token", "required", BilingualText.of("order.problem.token.required")));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private CustomerSummary buyer(NewOrder.Buyer buyer) {
        if (buyer instanceof NewOrder.Known known) {
            return customers
                    .find(known.number())
                    .orElseThrow(() -> new InvalidInput(
                            "customer.number",
                            "unknown",
                            BilingualText.of("order.problem.customer.unknown", known.number())));
        }
        return customers.find(match((NewOrder.Person) buyer)).orElseThrow();
    }

    private CustomerNumber match(NewOrder.Person person) {
        try {
            return matching.matchOrRegister(person.customer());
        } catch (InvalidInput e) {
            throw new InvalidInput(e.problems().stream()
                    .map(p -> p.at("customer." + p.field()))
                    .toList());
        }
    }
}
