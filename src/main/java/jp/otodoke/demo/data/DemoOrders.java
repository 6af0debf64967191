package jp.otodoke.demo.data;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.fulfilment.ChangeRequests;
import jp.otodoke.fulfilment.RequestOrderCancel;
import jp.otodoke.orders.NewOrder;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.PlaceOrders;
import jp.otodoke.orders.Preparation;
import jp.otodoke.orders.Recipient;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.payments.NewDeposit;
import jp.otodoke.payments.RecordDeposits;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.TimeSlot;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The open work: created by the same use cases as real orders, so that each has a running process. */
@Component
@Profile("demo")
class DemoOrders {
    private static final int SEED = 20_261_122;
    private static final List<String> FAVOURITES =
            List.of("HF-001", "HF-002", "HF-004", "HF-006", "HF-008", "CS-001", "CS-002", "CS-006", "CS-010", "SET-01");

    private final PlaceOrders placeOrders;
    private final ChangeRequests changes;
    private final RequestOrderCancel cancel;
    private final RecordDeposits deposits;
    private final FindCustomer findCustomer;
    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final List<Planned> planned = new ArrayList<>();
    private final List<OrderNumber> toBeHeld = new ArrayList<>();
    private final List<OrderNumber> toBeCancelled = new ArrayList<>();

    DemoOrders(
            PlaceOrders placeOrders,
            ChangeRequests changes,
            RequestOrderCancel cancel,
            RecordDeposits deposits,
            FindCustomer findCustomer,
            JdbcClient jdbc,
            BusinessClock clock) {
        this.placeOrders = placeOrders;
        this.changes = changes;
        this.cancel = cancel;
        this.deposits = deposits;
        this.findCustomer = findCustomer;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * In one transaction, so that the jobs of the processes start when all orders exist. Together with the
     * completed orders they make days as busy as those before: what has been waiting for long was placed earlier.
     */
    @Transactional
    void place() {
        var random = new Random(SEED);
        var people = people("state = 'ACTIVE' and not attention and number <> 'C0000123'", 140);
        plain(random, people);
        people("attention and state = 'ACTIVE'", 4)
                .forEach(who -> plan(
                        hoursAgo(random.nextInt(7), order(who, PaymentMethod.CASH_ON_DELIVERY, goods(random), null))));
        needingReview(random, people.subList(100, 120));
        waiting(random, people.subList(120, 140));
        planned.sort(Comparator.comparing(
                planned -> planned.order().orderedAt(), Comparator.nullsLast(Comparator.naturalOrder())));
        var placed = placeOrders.place(planned.stream().map(Planned::order).toList(), Preparation.LATER);
        for (int i = 0; i < placed.size(); i++) {
            planned.get(i).then().accept(placed.get(i).orRefuse().orderNumber());
        }
        deposits();
    }

    /**
     * To be called when the jobs of the processes are idle, so that they do not conflict with the changes made
     * here.
     */
    void stopSome() {
        toBeHeld.forEach(held -> changes.hold(held, "お客様のご都合で来週までお預かり", "operator"));
        toBeCancelled.forEach(cancelled -> cancel.request(cancelled, "お客様からのお電話", "operator"));
    }

    /** In every stage that an order reaches automatically. */
    private void plain(Random random, List<CustomerNumber> people) {
        for (int i = 0; i < 40; i++) {
            // Some of these have already been shipped.
            plan(hoursAgo(
                    25 + random.nextInt(9), order(people.get(i), PaymentMethod.CASH_ON_DELIVERY, goods(random), null)));
        }
        for (int i = 40; i < 62; i++) {
            var day = clock.today().plusDays(4 + random.nextInt(12));
            plan(hoursAgo(
                    44 + random.nextInt(24),
                    order(people.get(i), PaymentMethod.CREDIT_CARD, goods(random), home(day))));
        }
        for (int i = 62; i < 82; i++) {
            plan(hoursAgo(random.nextInt(30), order(people.get(i), PaymentMethod.BANK_TRANSFER, goods(random), null)));
        }
        for (int i = 82; i < 100; i++) {
            plan(hoursAgo(random.nextInt(9), order(people.get(i), PaymentMethod.CREDIT_CARD, goods(random), null)));
        }
    }

    /**
     * Orders that the policy sends to review, and orders that a person will stop; a few have been waiting too
     * long.
     */
    private void needingReview(Random random, List<CustomerNumber> people) {
        var notes = List.of("呼び鈴を鳴らさず、電話をください", "領収書の宛名は「サトウ商店」でお願いします", "前回と同じ味のものでお願いします", "のしを付けてください");
        for (int i = 0; i < notes.size(); i++) {
            plan(withNote(
                    hoursAgo(
                            i == 0 ? 51 : 1 + 2 * i,
                            order(people.get(i), PaymentMethod.CASH_ON_DELIVERY, goods(random), null)),
                    notes.get(i)));
        }
        for (int i = 4; i < 7; i++) {
            plan(hoursAgo(
                    1 + 9 * (i - 4),
                    order(people.get(i), PaymentMethod.CASH_ON_DELIVERY, goods(random), elsewhere(people.get(i)))));
        }
        for (int i = 7; i < 9; i++) {
            plan(hoursAgo(
                    2 + 7 * (i - 7),
                    order(people.get(i), PaymentMethod.CASH_ON_DELIVERY, List.of(line("GD-004", 2)), null)));
        }
        for (int i = 9; i < 11; i++) {
            var twice = hoursAgo(3, order(people.get(i), PaymentMethod.CASH_ON_DELIVERY, goods(random), null));
            plan(twice);
            plan(twice);
        }
        for (int i = 11; i < 14; i++) {
            plan(hoursAgo(5 * (i - 10), order(people.get(i), "tok_declined_expired", goods(random))));
        }
        for (int i = 14; i < 17; i++) {
            planned.add(new Planned(
                    hoursAgo(
                            random.nextInt(30), order(people.get(i), PaymentMethod.BANK_TRANSFER, goods(random), null)),
                    toBeHeld::add));
        }
        for (int i = 17; i < 20; i++) {
            planned.add(new Planned(
                    hoursAgo(
                            random.nextInt(30), order(people.get(i), PaymentMethod.BANK_TRANSFER, goods(random), null)),
                    toBeCancelled::add));
        }
    }

    /**
     * There is no ginseng left, and the next delivery has not arrived: the first orders have been waiting for over
     * a week.
     */
    private void waiting(Random random, List<CustomerNumber> people) {
        for (int i = 0; i < 10; i++) {
            plan(hoursAgo(
                    6 + 23 * i,
                    order(
                            people.get(i),
                            PaymentMethod.CASH_ON_DELIVERY,
                            List.of(line("HF-018", 1 + random.nextInt(2)), line("HF-001", 1)),
                            null)));
        }
    }

    /** Deposits that need a person to match them. */
    private void deposits() {
        deposits.record(
                "demo",
                List.of(
                        deposit(1, 3780, "サトウ"),
                        deposit(2, 12_000, "カ)アオゾラシヨウジ"),
                        deposit(3, 550, "タナカ カズコ"),
                        deposit(4, 8800, "スズキ")));
    }

    private NewDeposit deposit(int record, long amount, String remitter) {
        return new NewDeposit("DEMO-OPEN-" + record, clock.today(), Yen.of(amount), remitter, null, record, false);
    }

    private void plan(NewOrder order) {
        planned.add(new Planned(order, number -> {}));
    }

    /** @param then what to do with its number */
    private record Planned(NewOrder order, Consumer<OrderNumber> then) {}

    private List<CustomerNumber> people(String which, int count) {
        return jdbc.sql("select number from customers_customer_view where number <= '" + MoneyPeople.AFTER + "' and "
                        + which + " order by md5(number) limit :count")
                .param("count", count)
                .query((row, i) -> CustomerNumber.of(row.getString(1)))
                .list();
    }

    private static List<NewOrder.Line> goods(Random random) {
        var skus = new ArrayList<>(FAVOURITES);
        var lines = new ArrayList<NewOrder.Line>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            lines.add(line(skus.remove(random.nextInt(skus.size())), 1 + random.nextInt(2)));
        }
        return lines;
    }

    private static NewOrder.Line line(String product, int quantity) {
        return new NewOrder.Line(Sku.of(product), quantity, null, null, 0);
    }

    private static NewOrder.Destination home(LocalDate day) {
        return new NewOrder.Destination(null, day, TimeSlot.FROM_14);
    }

    /** A postal code of one place with the name of another. */
    private NewOrder.Destination elsewhere(CustomerNumber customer) {
        var card = findCustomer.find(customer).orElseThrow();
        return new NewOrder.Destination(new Recipient(card.name(), card.kana(), card.phone(), moved(card)), null, null);
    }

    private static Address moved(CustomerSummary card) {
        var other = card.address().prefecture().equals("静岡県") ? "1000005" : "4200857";
        return new Address(
                other,
                card.address().prefecture(),
                card.address().city(),
                card.address().line1(),
                card.address().line2());
    }

    private NewOrder order(CustomerNumber customer, String cardToken, List<NewOrder.Line> lines) {
        return order(
                customer, new NewOrder.Payment(PaymentMethod.CREDIT_CARD, cardToken, ShopPayment.NONE), lines, null);
    }

    private NewOrder order(
            CustomerNumber customer,
            PaymentMethod method,
            List<NewOrder.Line> lines,
            NewOrder.@Nullable Destination destination) {
        var token = method == PaymentMethod.CREDIT_CARD ? "tok_demo_" + customer : null;
        return order(customer, new NewOrder.Payment(method, token, ShopPayment.NONE), lines, destination);
    }

    private NewOrder order(
            CustomerNumber customer,
            NewOrder.Payment payment,
            List<NewOrder.Line> lines,
            NewOrder.@Nullable Destination destination) {
        var to = destination == null ? new NewOrder.Destination(null, null, null) : destination;
        return new NewOrder(
                customer.hashCode() % 3 == 0 ? "PHONE" : "WEB",
                null,
                null,
                null,
                new NewOrder.Known(customer),
                List.of(to),
                lines,
                payment,
                null,
                null,
                null,
                null);
    }

    private NewOrder hoursAgo(int hours, NewOrder order) {
        var minutes = Math.floorMod(order.hashCode(), 60);
        return with(order, clock.instant().minus(Duration.ofHours(hours).plusMinutes(minutes)), null);
    }

    private static NewOrder withNote(NewOrder order, String note) {
        return with(order, order.orderedAt(), note);
    }

    private static NewOrder with(NewOrder order, @Nullable Instant orderedAt, @Nullable String note) {
        return new NewOrder(
                order.channel(),
                null,
                orderedAt,
                null,
                order.buyer(),
                order.destinations(),
                order.lines(),
                order.payment(),
                null,
                note,
                null,
                null);
    }
}
