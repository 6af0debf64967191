package jp.otodoke.payments;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import jp.otodoke.customers.CustomerSubject;
import jp.otodoke.customers.RegisterCustomer;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.DueRows;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Customers with accounts, and the agency that collects from them, played by a test. */
public class DebitDesk {
    static final LocalDate DAY = LocalDate.of(2026, 12, 28);

    private static final Map<String, DebitOutcome> CODES = Map.of(
            "0", DebitOutcome.COLLECTED,
            "1", DebitOutcome.NO_FUNDS,
            "2", DebitOutcome.NO_ACCOUNT,
            "3", DebitOutcome.PAYER_STOPPED,
            "4", DebitOutcome.NO_MANDATE,
            "8", DebitOutcome.OWN_STOP);

    public final PaymentDesk desk;
    final CollectClaims collectClaims;
    final DirectDebits directDebits;
    private final RegisterCustomer registerCustomer;
    private final RegisterMandate registerMandate;
    private final ChargeReceivable charge;
    private final SendDirectDebit send;
    private final BookDirectDebit book;
    private final OpenItems items;
    private final AdvanceOrder advance;
    private final Tasks tasks;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    DebitDesk(
            AutowireCapableBeanFactory beans,
            CollectClaims collectClaims,
            DirectDebits directDebits,
            RegisterCustomer registerCustomer,
            RegisterMandate registerMandate,
            ChargeReceivable charge,
            SendDirectDebit send,
            BookDirectDebit book,
            OpenItems items,
            AdvanceOrder advance,
            Tasks tasks,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.desk = beans.createBean(PaymentDesk.class);
        this.collectClaims = collectClaims;
        this.directDebits = directDebits;
        this.registerCustomer = registerCustomer;
        this.registerMandate = registerMandate;
        this.charge = charge;
        this.send = send;
        this.book = book;
        this.items = items;
        this.advance = advance;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    public CustomerNumber customer() {
        return registerCustomer.register(CustomerMother.unmistakable("口座", CustomerMother.TOKYO, false));
    }

    public CustomerNumber mandated() {
        var customer = customer();
        mandate(customer);
        return customer;
    }

    public long mandate(CustomerNumber customer) {
        return registerMandate.register(
                new NewMandate(customer.value(), "9999", "002", "1", "123", "ヤマダ ハナコ"), "tester");
    }

    public ReceivableNumber due(CustomerNumber customer, long amount) {
        return due(customer, amount, DAY);
    }

    public ReceivableNumber due(CustomerNumber customer, long amount, LocalDate day) {
        return charge.charge(new NewReceivable(customer, ReceivableKind.DUE, Yen.of(amount), 10, day));
    }

    /** So many, as charging one by one would leave them. */
    public void dues(CustomerNumber customer, int many) {
        transaction.executeWithoutResult(status -> DueRows.write(jdbc, customer, DAY, many));
    }

    /** Accepted, its money asked for. */
    public OrderNumber order(CustomerNumber customer) {
        var order = desk.secured(
                OrderMother.twoTeas().by(PaymentMethod.DIRECT_DEBIT).from(customer));
        advance.advanceTo(List.of(order), OrderStatus.AWAITING_PAYMENT);
        return order;
    }

    public long collect() {
        return collectClaims.collect(DAY, "tester");
    }

    /** What the request says, row by row. */
    public List<DebitInstruction> send(long cycle) {
        var written = new AtomicReference<List<DebitInstruction>>();
        send.send(cycle, "zengin", (day, instructions) -> {
            written.set(instructions);
            return "request".getBytes(StandardCharsets.US_ASCII);
        });
        return Objects.requireNonNullElse(written.get(), List.of());
    }

    /** To be placed by the application. */
    public void written(long cycle) {
        send.write(cycle, "zengin", (day, instructions) -> "request".getBytes(StandardCharsets.US_ASCII));
    }

    public byte[] file(long cycle, String text) {
        return send.send(cycle, "zengin", (day, instructions) -> text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The agency reports this code of every claim. */
    public void result(long cycle, String code) {
        result(cycle, Map.of(), code);
    }

    /** @param code of claims that are not named */
    public void result(long cycle, Map<ReceivableNumber, String> codes, String code) {
        var results = directDebits.claims(cycle, 0, 10_000).stream()
                .map(claim -> {
                    var reported = codes.getOrDefault(claim.receivable(), code);
                    return new DebitResult(claim.id(), reported, CODES.getOrDefault(reported, DebitOutcome.UNCLEAR));
                })
                .toList();
        book.book(
                cycle, new BookDirectDebit.File("result.txt", UUID.randomUUID().toString()), sent -> results);
    }

    /** Collected, handed over and reported with this code. */
    public long debited(String code) {
        long cycle = collect();
        send(cycle);
        result(cycle, code);
        return cycle;
    }

    public OpenItem item(ReceivableNumber number) {
        return items.find(number).orElseThrow();
    }

    public List<ReceivableNumber> claimed(long cycle) {
        return directDebits.claims(cycle, 0, 10_000).stream()
                .map(DebitClaim::receivable)
                .toList();
    }

    public DebitClaim claim(long cycle, ReceivableNumber number) {
        return directDebits.claims(cycle, 0, 10_000).stream()
                .filter(claim -> claim.receivable().equals(number))
                .findFirst()
                .orElseThrow();
    }

    public List<String> tasks(CustomerNumber customer) {
        return tasks.about(CustomerSubject.of(customer)).stream()
                .map(OpenTask::type)
                .toList();
    }

    public void decide(CustomerNumber customer, String type, String decision, String comment) {
        desk.decide(CustomerSubject.of(customer), type, decision, comment, Map.of());
    }

    public void booksBalance() {
        desk.booksBalance();
    }
}
