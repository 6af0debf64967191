package jp.otodoke.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import jp.otodoke.customers.CustomerSubject;
import jp.otodoke.fulfilment.CodSettlement.Result;
import jp.otodoke.inbox.CompleteTask;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.Subject;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.PaymentMother;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.AskForRefund;
import jp.otodoke.payments.BookDirectDebit;
import jp.otodoke.payments.CardAnswer.Outcome;
import jp.otodoke.payments.CollectClaims;
import jp.otodoke.payments.DebitOutcome;
import jp.otodoke.payments.DebitResult;
import jp.otodoke.payments.DirectDebits;
import jp.otodoke.payments.NewDeposit;
import jp.otodoke.payments.NewMandate;
import jp.otodoke.payments.NewRefund;
import jp.otodoke.payments.PaymentSlips;
import jp.otodoke.payments.RecordSlipNotices;
import jp.otodoke.payments.RefundEntry.Route;
import jp.otodoke.payments.RegisterMandate;
import jp.otodoke.payments.SendDirectDebit;
import jp.otodoke.payments.SlipNotice;
import jp.otodoke.payments.SlipNumber;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Some customers and what they, the staff and all partners may do about their orders and their money. */
class MoneyMoves {
    enum Kind {
        PLACE,
        LEAVE,
        SHIP,
        SHIP_SHORT,
        TRACK,
        CANCEL,
        HOLD,
        CHANGE,
        PAY_OTHERWISE,
        CARD,
        TRANSFER,
        REVERSE,
        UNMATCH,
        SLIP,
        DEBIT,
        COLLECT_CASH,
        REFUND,
        DECIDE,
        WAIT
    }

    /** @param which of the things that it may be about, how: in which of the ways that it may happen */
    record Move(Kind kind, int which, int how) {}

    private static final List<PaymentMethod> METHODS = List.of(
            PaymentMethod.BANK_TRANSFER,
            PaymentMethod.CREDIT_CARD,
            PaymentMethod.CASH_ON_DELIVERY,
            PaymentMethod.CONVENIENCE_STORE,
            PaymentMethod.DIRECT_DEBIT);

    private static final int ORDERS = 8;
    private static final int ROUNDS = 40;

    private final Walk walk;
    private final PaymentSlips slips;
    private final RecordSlipNotices slipNotices;
    private final RegisterMandate registerMandate;
    private final CollectClaims collectClaims;
    private final SendDirectDebit sendDirectDebit;
    private final DirectDebits directDebits;
    private final BookDirectDebit bookDirectDebit;
    private final RecordCodSettlement codSettlement;
    private final AskForRefund askForRefund;
    private final CompleteTask completeTask;

    private final List<OrderNumber> orders = new ArrayList<>();
    private final Map<OrderNumber, CustomerNumber> customers = new LinkedHashMap<>();
    private final List<NewDeposit> deposits = new ArrayList<>();
    private final List<String> made = new ArrayList<>();
    private String article = "";
    private int results;

    MoneyMoves(
            AutowireCapableBeanFactory beans,
            PaymentSlips slips,
            RecordSlipNotices slipNotices,
            RegisterMandate registerMandate,
            CollectClaims collectClaims,
            SendDirectDebit sendDirectDebit,
            DirectDebits directDebits,
            BookDirectDebit bookDirectDebit,
            RecordCodSettlement codSettlement,
            AskForRefund askForRefund,
            CompleteTask completeTask) {
        this.walk = beans.createBean(Walk.class);
        this.slips = slips;
        this.slipNotices = slipNotices;
        this.registerMandate = registerMandate;
        this.collectClaims = collectClaims;
        this.sendDirectDebit = sendDirectDebit;
        this.directDebits = directDebits;
        this.bookDirectDebit = bookDirectDebit;
        this.codSettlement = codSettlement;
        this.askForRefund = askForRefund;
        this.completeTask = completeTask;
    }

    void begin() {
        walk.morning();
        article = walk.article(300);
        METHODS.forEach(this::place);
    }

    List<String> made() {
        return made;
    }

    /** Being told that something can't be done is right; any other failure is not. */
    void make(Move move) {
        var order = orders.get(move.which() % orders.size());
        made.add(move.kind() + " " + order + " " + move.how());
        try {
            make(move.kind(), order, move.how());
        } catch (Refusal | InvalidInput told) {
            made.add("(refused)");
        }
        orders.forEach(walk.jobs::run);
    }

    private void make(Kind kind, OrderNumber order, int how) {
        switch (kind) {
            case PLACE -> place(METHODS.get(how % METHODS.size()));
            case LEAVE -> walk.wave();
            case SHIP -> parcels(order).forEach(parcel -> leave(parcel, Integer.MAX_VALUE));
            case SHIP_SHORT -> parcels(order).forEach(parcel -> leave(parcel, how % 2));
            case TRACK -> parcels(order).forEach(parcel -> track(parcel, how));
            case CANCEL -> walk.cancel(order);
            case HOLD -> hold(order, how);
            case CHANGE -> walk.change(order, 1 + how % 3);
            case PAY_OTHERWISE -> payOtherwise(order, how);
            case CARD -> answerCard(order, how);
            case TRANSFER -> transfer(order, how);
            case REVERSE -> reverse(how);
            case UNMATCH -> unmatch(order, how);
            case SLIP -> slip(order, how);
            case DEBIT -> debit(order, how);
            case COLLECT_CASH -> parcels(order).forEach(parcel -> collected(parcel, how));
            case REFUND -> refund(order, how);
            case DECIDE -> decideOne(order, how);
            case WAIT -> walk.pass(Duration.ofHours(how % 60), orders.toArray());
        }
    }

    private void place(PaymentMethod method) {
        if (orders.size() == ORDERS) {
            return;
        }
        var customer = walk.given.customer(CustomerMother.unmistakable("会計", CustomerMother.TOKYO, true));
        if (method == PaymentMethod.DIRECT_DEBIT) {
            registerMandate.register(
                    new NewMandate(customer.value(), "9999", "002", "1", "1234567", "ヤマダ ハナコ"), "tester");
        }
        var order = walk.place(OrderMother.of(article, 2).by(method).from(customer));
        orders.add(order);
        customers.put(order, customer);
        made.add("placed " + order + " " + method);
    }

    private List<Shipment> parcels(OrderNumber order) {
        return walk.shipments.ofOrder(order);
    }

    private void leave(Shipment parcel, int most) {
        if (parcel.status() == ShipmentStatus.INSTRUCTED) {
            walk.acknowledge(parcel.number(), true);
        }
        if (Set.of(ShipmentStatus.INSTRUCTED, ShipmentStatus.ACCEPTED).contains(parcel.status())) {
            walk.results.record(List.of(
                    walk.result(parcel.number(), String.valueOf(++results), walk.left(parcel.number(), most), true)));
        }
        if (parcel.status() == ShipmentStatus.CANCEL_PENDING) {
            walk.answerCancel(parcel.number(), most == 0 ? CancelResult.CANCELLED : CancelResult.TOO_LATE_PICKING);
        }
        walk.settle(parcel.number());
    }

    private void track(Shipment parcel, int how) {
        var kinds = TrackingEvent.Kind.values();
        if (parcel.status() != ShipmentStatus.PLANNED) {
            walk.track(parcel.number(), kinds[how % kinds.length]);
        }
    }

    private void hold(OrderNumber order, int how) {
        if (how % 2 == 0) {
            walk.changes.hold(order, "確認中", "tester");
        } else {
            walk.changes.release(order, "tester");
        }
    }

    private void payOtherwise(OrderNumber order, int how) {
        var method = METHODS.get(how % METHODS.size());
        if (method == PaymentMethod.CREDIT_CARD) {
            walk.payByCard(order);
        } else {
            walk.payBy(order, method);
        }
    }

    private void answerCard(OrderNumber order, int how) {
        if (!walk.asked(order).isEmpty()) {
            var usual = usual(walk.asked(order).get(0));
            walk.answer(
                    order,
                    switch (how % 6) {
                        case 0 -> Outcome.UNKNOWN;
                        case 1 -> Outcome.DECLINED;
                        default -> usual;
                    });
        }
    }

    private static Outcome usual(String asked) {
        return switch (asked) {
            case "AUTHORISE" -> Outcome.AUTHORISED;
            case "CAPTURE" -> Outcome.CAPTURED;
            case "VOID" -> Outcome.VOIDED;
            case "REFUND" -> Outcome.REFUNDED;
            default -> Outcome.NOT_FOUND;
        };
    }

    /** The whole sum, less, more, or with a name that fits nobody. */
    private void transfer(OrderNumber order, int how) {
        long whole = Math.max(1, walk.payment(order).charged().amount());
        long amount =
                switch (how % 5) {
                    case 0 -> Math.max(1, whole - 1_000);
                    case 1 -> whole + 500;
                    case 2 -> whole / 2 + 1;
                    default -> whole;
                };
        var deposit = how % 7 == 0
                ? PaymentMother.transferBy("ナゾノ " + UUID.randomUUID(), amount, walk.clock.today())
                : PaymentMother.transferFor(order, amount, walk.clock.today());
        deposits.add(deposit);
        walk.bank(order, deposit);
    }

    private void reverse(int how) {
        if (!deposits.isEmpty()) {
            var deposit = deposits.remove(how % deposits.size());
            orders.forEach(order -> walk.jobs.run(order));
            walk.bank(orders.get(0), PaymentMother.reversalOf(deposit));
        }
    }

    private void unmatch(OrderNumber order, int how) {
        var matched = walk.jdbc
                .sql(
                        """
                        select d.id from deposit d join payment_allocation a on a.deposit_id = d.id
                         where a.receivable = :order group by d.id having sum(a.amount) > 0 order by d.id
                        """)
                .param("order", order.value())
                .query(Long.class)
                .list();
        if (!matched.isEmpty()) {
            walk.unmatch(order, matched.get(how % matched.size()));
        }
    }

    /** 速報, 確報, or a 速報 that is taken back, of the slip that the customer has. */
    private void slip(OrderNumber order, int how) {
        walk.jdbc
                .sql("select number from payment_slip where receivable = ? and replaced_at is null")
                .param(order.value())
                .query(String.class)
                .list()
                .forEach(number -> {
                    var slip = SlipNumber.of(number);
                    var kinds =
                            switch (how % 4) {
                                case 0 -> List.of(SlipNotice.Kind.PRELIMINARY);
                                case 1 -> List.of(SlipNotice.Kind.PRELIMINARY, SlipNotice.Kind.WITHDRAWN);
                                case 2 -> List.of(SlipNotice.Kind.FINAL, SlipNotice.Kind.PRELIMINARY);
                                default -> List.of(SlipNotice.Kind.FINAL);
                            };
                    kinds.forEach(kind -> report(order, slip, kind, walk.clock.instant()));
                });
    }

    private void report(OrderNumber order, SlipNumber slip, SlipNotice.Kind kind, Instant paidAt) {
        var amount = slips.find(slip).orElseThrow().amount();
        slipNotices.record("dsk.csv", List.of(new SlipNotice(kind, slip, paidAt, amount, "ローソン", null, 2)));
        walk.jobs.run(order);
    }

    /** A cycle of all that can be claimed, with this outcome for the customer of the order. */
    private void debit(OrderNumber order, int how) {
        var outcomes = DebitOutcome.values();
        var outcome = outcomes[how % outcomes.length];
        long cycle = collectClaims.collect(walk.clock.today().plusDays(20), "tester");
        sendDirectDebit.send(cycle, "zengin", (date, instructions) -> new byte[0]);
        var claims = directDebits.claims(cycle, 0, 1_000).stream()
                .map(claim -> new DebitResult(
                        claim.id(),
                        "x",
                        claim.receivable().value().equals(order.value()) ? outcome : DebitOutcome.COLLECTED))
                .toList();
        bookDirectDebit.book(
                cycle, new BookDirectDebit.File("result", UUID.randomUUID().toString()), sent -> claims);
        orders.forEach(walk.jobs::run);
    }

    private void collected(Shipment parcel, int how) {
        if (parcel.codAmount().isZero() || !hasLeft(parcel)) {
            return;
        }
        var amount = how % 4 == 0 ? parcel.codAmount().minus(Yen.of(100)) : parcel.codAmount();
        var result = how % 5 == 0 ? Result.REFUSED : Result.PAID;
        codSettlement.record(List.of(new CodSettlement(
                "YAMATO",
                Walk.waybill(parcel.number()),
                result,
                result == Result.PAID ? amount : Yen.ZERO,
                Yen.of(330),
                walk.clock.today())));
        walk.settle(parcel.number());
    }

    private static boolean hasLeft(Shipment parcel) {
        return Set.of(ShipmentStatus.SHIPPED, ShipmentStatus.DELIVERED).contains(parcel.status());
    }

    private void refund(OrderNumber order, int how) {
        var excess = walk.payment(order).excess();
        if (!excess.isZero()) {
            var amount = how % 2 == 0 ? excess : Yen.of((excess.amount() + 1) / 2);
            askForRefund.ask(
                    new NewRefund(order, amount, how % 3 == 0 ? Route.BALANCE : Route.TRANSFER, "過入金", null), "tester");
        }
    }

    private void decideOne(OrderNumber order, int how) {
        var open = openTasks(order);
        if (!open.isEmpty()) {
            var task = open.get(how % open.size());
            decide(task, task.decisions().get(how / 7 % task.decisions().size()));
        }
    }

    private void decide(OpenTask task, String decision) {
        made.add(task.type() + " " + decision);
        completeTask.complete(
                task.id(), decision, "確認しました", Map.of("transferReference", "控え 1", "amount", "1"), "tester");
        orders.forEach(order -> {
            walk.jobs.run(order);
            parcels(order).forEach(parcel -> walk.settle(parcel.number()));
        });
    }

    /** What somebody has to decide about the order, its customer, its deposits, slips, debits and parcels. */
    private List<OpenTask> openTasks(OrderNumber order) {
        var subjects = new ArrayList<Subject>(
                List.of(OrderSubject.of(order), CustomerSubject.of(Objects.requireNonNull(customers.get(order)))));
        parcels(order).forEach(parcel -> subjects.add(ShipmentSubject.of(parcel.number())));
        deposits.forEach(deposit -> walk.jdbc
                .sql("select id from deposit where bank_reference = ?")
                .param(deposit.bankReference())
                .query(Long.class)
                .list()
                .forEach(id -> subjects.add(new Subject("DEPOSIT", id.toString()))));
        return subjects.stream()
                .flatMap(subject -> walk.tasks.about(subject).stream())
                .distinct()
                .toList();
    }

    /** Everybody does their best from here on; people decide what lies on their desks. */
    void bringToAnEnd() {
        for (int round = 0;
                round < ROUNDS && !(unfinished().isEmpty() && leftToDecide().isEmpty());
                round++) {
            walk.pass(Duration.ofHours(30), orders.toArray());
            walk.wave();
            for (var order : orders) {
                allowed(() -> walk.changes.release(order, "tester"));
                parcels(order).forEach(parcel -> {
                    allowed(() -> leave(parcel, Integer.MAX_VALUE));
                    if (walk.shipments.get(parcel.number()).status() == ShipmentStatus.SHIPPED) {
                        allowed(() -> walk.track(parcel.number(), TrackingEvent.Kind.DELIVERED));
                    }
                });
                parcels(order).forEach(parcel -> allowed(() -> collected(parcel, 1)));
                walk.asked(order).forEach(asked -> walk.answer(order, usual(asked)));
                payWhatIsOwed(order);
                int turn = round;
                openTasks(order)
                        .forEach(task -> allowed(() -> decide(
                                task,
                                task.decisions().get(turn % task.decisions().size()))));
            }
        }
    }

    private void payWhatIsOwed(OrderNumber order) {
        var payment = walk.payment(order);
        if (walk.asked(order).isEmpty() && !payment.settled() && walk.status(order) == OrderStatus.AWAITING_PAYMENT
                || walk.status(order) == OrderStatus.DELIVERED && !payment.settled()) {
            var deposit =
                    PaymentMother.transferFor(order, Math.max(1, payment.open().amount()), walk.clock.today());
            deposits.add(deposit);
            walk.bank(order, deposit);
        }
    }

    private void allowed(Runnable action) {
        try {
            action.run();
        } catch (Refusal | InvalidInput told) {
            made.add("(refused)");
        }
    }

    List<String> unfinished() {
        var ends = Set.of(OrderStatus.DELIVERED, OrderStatus.COMPLETED, OrderStatus.CANCELLED, OrderStatus.RETURNED);
        return orders.stream()
                .filter(order -> !ends.contains(walk.status(order)))
                .map(this::state)
                .toList();
    }

    /** What became of the orders and of their money. */
    List<String> ends() {
        return orders.stream()
                .map(order -> walk.payment(order).method() + " " + walk.status(order) + " "
                        + walk.payment(order).status())
                .toList();
    }

    List<String> leftToDecide() {
        var left = new LinkedHashSet<String>();
        orders.forEach(order -> openTasks(order).forEach(task -> left.add(task.type() + " of " + state(order))));
        return List.copyOf(left);
    }

    private String state(OrderNumber order) {
        var payment = walk.payment(order);
        return order + " " + walk.status(order) + " " + walk.pieces(order) + " " + walk.parcels(order) + " "
                + payment.method() + " " + payment.status() + " " + payment.charged() + "/" + payment.paid() + " "
                + walk.tasks(order) + " " + walk.asked(order);
    }

    /** What is owed follows from the lines, what is paid from the rows of allocation, and the ledger says the same. */
    void agrees() {
        walk.allHolds();
        var wrong = walk.jdbc
                .sql(
                        """
                        select r.number, r.charged, r.paid, coalesce(a.allocated, 0) as allocated, coalesce(l.owed, 0) as ledger,
                               coalesce(e.earned, 0) as earned
                          from receivable r
                          left join (select receivable, sum(amount) as allocated from payment_allocation group by 1) a
                               on a.receivable = r.number
                          left join (select receivable, sum(amount) as owed from ledger_entry
                                      where account = 'RECEIVABLE' group by 1) l on l.receivable = r.number
                          left join (select receivable, sum(amount) as earned from payments_earned_view group by 1) e
                               on e.receivable = r.number
                         where r.number = any(:orders)
                           and (r.paid <> coalesce(a.allocated, 0) or coalesce(l.owed, 0) <> coalesce(e.earned, 0) - r.paid)
                        """)
                .param("orders", orders.stream().map(OrderNumber::value).toArray(String[]::new))
                .query((row, i) -> row.getString("number") + " owes " + row.getLong("charged") + " paid "
                        + row.getLong("paid") + " allocated " + row.getLong("allocated") + " ledger "
                        + row.getLong("ledger") + " earned " + row.getLong("earned"))
                .list();
        assertThat(wrong).as("after %s", made).isEmpty();
    }
}
