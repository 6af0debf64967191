package jp.otodoke.orders;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import jp.otodoke.customers.CustomerCard;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.customers.MatchCustomer;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Numbers;
import jp.otodoke.shared.Text;
import jp.otodoke.shared.Words;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes an order in, whatever channel it comes from. The same order of a channel is taken once. */
@Component
public class PlaceOrder {
    /** How far ahead of the clock a channel may date its order. */
    public static final Duration AHEAD = Duration.ofHours(24);

    /** Of one piece; a slip of the keyboard beyond it could not even be added up. */
    public static final long HIGHEST_PRICE = 999_999_999;

    /** How many days ahead a delivery may be wished for; beyond it somebody mistyped the year. */
    public static final int LATEST_WISH_DAYS = 366;

    private final Orders orders;
    private final Pricing pricing;
    private final FindCustomer customers;
    private final MatchCustomer matching;
    private final Numbers numbers;
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
            Numbers numbers,
            Timeline timeline,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            CurrentStaff staff,
            BusinessClock clock) {
        this.orders = orders;
        this.pricing = pricing;
        this.customers = customers;
        this.matching = matching;
        this.numbers = numbers;
        this.timeline = timeline;
        this.jdbc = jdbc;
        this.events = events;
        this.staff = staff;
        this.clock = clock;
    }

    /** @throws InvalidInput naming every mistake; fields are those of the API, such as {@code lines[0].sku} */
    @Transactional
    public Placed place(NewOrder input) {
        var known = known(input);
        if (known.isPresent()) {
            return new Placed(known.get(), false);
        }
        check(input);
        var buyer = buyer(input.buyer());
        var orderedAt = input.orderedAt() == null ? clock.instant() : input.orderedAt();
        var priced = pricing.price(input, buyer, LocalDate.ofInstant(orderedAt, BusinessClock.TOKYO));
        var number = numbers.next("order_number_seq", "A", 8);
        orders.saveAndFlush(Order.receive(number, input, buyer, priced, clock.instant()));
        timeline.add(
                number,
                "RECEIVED",
                Words.of("timeline.received", Words.named("channel", input.channel())),
                staff.name());
        events.publishEvent(new OrderPlaced(number, input.payment().cardToken()));
        return new Placed(number, true);
    }

    /** Holds other takers of the same channel number back until this transaction ends. */
    private Optional<String> known(NewOrder input) {
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
                .query(String.class)
                .optional();
    }

    private void check(NewOrder input) {
        var problems = new ArrayList<FieldProblem>();
        if (input.lines().isEmpty()) {
            problems.add(new FieldProblem("lines", "required", Words.of("order.problem.lines.required")));
        }
        var orderedAt = input.orderedAt();
        if (orderedAt != null && orderedAt.isAfter(clock.instant().plus(AHEAD))) {
            problems.add(new FieldProblem("orderedAt", "invalid", Words.of("order.problem.ordered-at")));
        }
        if (input.payment().method() == PaymentMethod.CREDIT_CARD
                && input.payment().shop() == ShopPayment.NONE
                && Text.blank(input.payment().cardToken())) {
            problems.add(new FieldProblem("payment.token", "required", Words.of("order.problem.token.required")));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private CustomerCard buyer(NewOrder.Buyer buyer) {
        if (buyer instanceof NewOrder.Known known) {
            return customers
                    .find(known.number())
                    .orElseThrow(() -> new InvalidInput(
                            "customer.number", "unknown", Words.of("order.problem.customer.unknown", known.number())));
        }
        return customers.find(match((NewOrder.Person) buyer)).orElseThrow();
    }

    private String match(NewOrder.Person person) {
        try {
            return matching.matchOrRegister(person.customer());
        } catch (InvalidInput e) {
            throw new InvalidInput(e.problems().stream()
                    .map(p -> p.at("customer." + p.field()))
                    .toList());
        }
    }
}
