package jp.otodoke.partners.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import jp.otodoke.ModuleTest;
import jp.otodoke.TestClock;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.inbox.BulkDecision;
import jp.otodoke.inbox.CompleteTask;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.partners.exchange.OutboxAttempts;
import jp.otodoke.partners.exchange.OutboxRow;
import jp.otodoke.partners.exchange.OutgoingCall;
import jp.otodoke.platform.mail.MailRequested;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A mail that its server refuses is sent to another address, once more, or never: a person decides, and it is done once. */
@ModuleTest
class UnsentMailTests {
    private static final OrderNumber ORDER = OrderNumber.of("A00000001");

    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final OutboxAttempts attempts;
    private final Tasks tasks;
    private final CompleteTask complete;
    private final BulkDecision bulk;
    private final Given given;
    private final FindOrder orders;
    private final FindCustomer customers;
    private final JdbcClient jdbc;
    private final TestClock clock;
    private final String key = UUID.randomUUID().toString();
    private final List<String> delivered = new ArrayList<>();

    @Autowired
    UnsentMailTests(
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            AutowireCapableBeanFactory beans,
            Tasks tasks,
            CompleteTask complete,
            BulkDecision bulk,
            Given given,
            FindOrder orders,
            FindCustomer customers,
            JdbcClient jdbc,
            TestClock clock) {
        this.events = events;
        this.transaction = transaction;
        this.attempts = beans.createBean(OutboxAttempts.class);
        this.tasks = tasks;
        this.complete = complete;
        this.bulk = bulk;
        this.given = given;
        this.orders = orders;
        this.customers = customers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Test
    void aCorrectedAddressIsSentToAtOnceAndOnlyThis() {
        var task = refusedFor("hanako@exmaple.jp");
        assertThat(task.decisions()).containsExactly("SEND_TO", "SEND_AGAIN", "DISCARD");
        assertThat(task.keys("ORDER")).containsExactly(ORDER.value());

        decide(task, "SEND_TO", null, Map.of("address", "hanako@example.jp"));
        send(address -> true);

        assertThat(delivered).containsExactly("hanako@example.jp");
        assertThat(find()).isNull();
    }

    @Test
    void aCorrectedAddressIsKeptForTheCustomerIfStaffWishSo() {
        var order = given.order(OrderMother.twoTeas());
        var customer = orders.get(order).customerNumber();
        var task = refusedFor("hanako@exmaple.jp", order);

        decide(task, "SEND_TO", null, Map.of("address", "hanako@example.jp", "saveAddress", "true"));
        send(address -> true);

        assertThat(delivered).containsExactly("hanako@example.jp");
        assertThat(customers.find(customer).orElseThrow().email()).isEqualTo("hanako@example.jp");
        assertThat(jdbc.sql(
                                "select count(*) from audit_entry where action = 'customer-email-corrected' and subject = ?")
                        .param(customer.value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void aCorrectedAddressIsKeptForNobodyUnlessStaffWishSo() {
        var order = given.order(OrderMother.twoTeas());
        var before = customers.find(orders.get(order).customerNumber()).orElseThrow();
        var task = refusedFor("hanako@exmaple.jp", order);

        decide(task, "SEND_TO", null, Map.of("address", "hanako@example.jp"));

        assertThat(customers.find(before.number())).contains(before);
    }

    @Test
    void anAddressWhoseCustomerIsUnknownIsNotKeptAndNothingIsSent() {
        var task = refusedFor("hanako@exmaple.jp", OrderNumber.of("A99999999"));

        assertThatThrownBy(() ->
                        decide(task, "SEND_TO", null, Map.of("address", "hanako@example.jp", "saveAddress", "true")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.words().japanese()).contains("何も変更していません"));

        assertThat(Objects.requireNonNull(find()).id()).isEqualTo(task.id());
        discard(task);
    }

    @Test
    void oneAddressIsNotGivenToSeveralMailsAtOnce() {
        var task = refusedFor("hanako@exmaple.jp");

        var outcomes =
                bulk.decide(List.of(task.id()), "SEND_TO", null, Map.of("address", "hanako@example.jp"), "tester");

        assertThat(outcomes).extracting(BulkDecision.Outcome::result).containsExactly(BulkDecision.Result.REFUSED);
        assertThat(bulk.decide(List.of(task.id()), "DISCARD", "お客様に電話で伝えた", Map.of(), "tester"))
                .extracting(BulkDecision.Outcome::result)
                .containsExactly(BulkDecision.Result.DECIDED);
    }

    @Test
    void aMailThatIsRefusedAgainAfterTheDecisionAsksAgain() {
        var task = refusedFor("hanako@exmaple.jp");

        decide(task, "SEND_AGAIN", null, Map.of());
        untilAsked();

        assertThat(Objects.requireNonNull(find()).id()).isNotEqualTo(task.id());
        discard(Objects.requireNonNull(find()));
    }

    @Test
    void whatIsLeftUnsentNeedsAReasonAndIsNeverSent() {
        var task = refusedFor("hanako@exmaple.jp");
        assertThatThrownBy(() -> decide(task, "DISCARD", "", Map.of())).isInstanceOf(InvalidInput.class);

        discard(task);
        clock.advance(Duration.ofDays(1));
        send(address -> true);

        assertThat(delivered).isEmpty();
        assertThat(state()).isEqualTo("DROPPED");
    }

    @Test
    void aMailThatGetsThroughByItselfClosesItsTaskAndNothingCanBeDecidedAnyMore() {
        var task = refusedFor("hanako@exmaple.jp");

        clock.advance(Duration.ofDays(1));
        send(address -> true);

        assertThat(find()).isNull();
        assertThatThrownBy(() -> decide(task, "SEND_TO", null, Map.of("address", "hanako@example.jp")))
                .isInstanceOf(Refusal.class);
        assertThat(delivered).containsExactly("hanako@exmaple.jp");
    }

    private void discard(OpenTask task) {
        decide(task, "DISCARD", "お客様に電話で伝えた", Map.of());
    }

    private OpenTask refusedFor(String address) {
        return refusedFor(address, ORDER);
    }

    private OpenTask refusedFor(String address, OrderNumber order) {
        transaction.executeWithoutResult(status -> events.publishEvent(new MailRequested(
                key, address, "order-cancelled", order, Map.of("name", "花子", "orderNumber", order.value()))));
        untilAsked();
        return Objects.requireNonNull(find());
    }

    private void untilAsked() {
        for (int i = 0; i < 20 && find() == null; i++) {
            send(to -> false);
            clock.advance(Duration.ofHours(2));
        }
    }

    /** All that is due, as the server takes it. */
    private void send(Predicate<String> taken) {
        var server = new OutgoingCall() {
            @Override
            public String partner() {
                return MailQueue.PARTNER;
            }

            @Override
            public String type() {
                return MailQueue.TYPE;
            }

            @Override
            public void send(OutboxRow row) {
                if (!taken.test(row.value(MailQueue.TO))) {
                    throw new IllegalStateException("550 No such user");
                }
                if (row.key().equals("mail:" + key)) {
                    delivered.add(row.value(MailQueue.TO));
                }
            }
        };
        while (attempts.next(server)) {
            // Each attempt postpones or ends its row, so that this comes to an end.
        }
    }

    private @Nullable OpenTask find() {
        return jdbc.sql(
                        "select t.id from task t join outbox_message o on t.subject_kind = 'OUTGOING' and t.subject_key = o.id::text where o.key = ? and t.state = 'OPEN'")
                .param("mail:" + key)
                .query(Long.class)
                .optional()
                .flatMap(tasks::find)
                .orElse(null);
    }

    private String state() {
        return jdbc.sql("select state from outbox_message where key = ?")
                .param("mail:" + key)
                .query(String.class)
                .single();
    }

    private void decide(OpenTask task, String decision, @Nullable String comment, Map<String, String> input) {
        complete.complete(task.id(), decision, comment, input, "tester");
    }
}
