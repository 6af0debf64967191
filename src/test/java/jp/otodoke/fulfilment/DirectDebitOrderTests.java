package jp.otodoke.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.BookDirectDebit;
import jp.otodoke.payments.CollectClaims;
import jp.otodoke.payments.DebitOutcome;
import jp.otodoke.payments.DebitResult;
import jp.otodoke.payments.DirectDebits;
import jp.otodoke.payments.NewMandate;
import jp.otodoke.payments.PaymentStatus;
import jp.otodoke.payments.RegisterMandate;
import jp.otodoke.payments.SendDirectDebit;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** An order by direct debit is as safe as its customer's mandate. */
@ModuleTest
class DirectDebitOrderTests {
    private final Walk walk;

    @Autowired
    Given given;

    @Autowired
    RegisterMandate registerMandate;

    @Autowired
    CollectClaims collectClaims;

    @Autowired
    DirectDebits directDebits;

    @Autowired
    SendDirectDebit sendDirectDebit;

    @Autowired
    BookDirectDebit bookDirectDebit;

    @Autowired
    BusinessClock clock;

    @Autowired
    DirectDebitOrderTests(AutowireCapableBeanFactory beans) {
        this.walk = beans.createBean(Walk.class);
    }

    @BeforeEach
    void morning() {
        walk.morning();
    }

    @AfterEach
    void allHolds() {
        walk.allHolds();
    }

    @Test
    void withAMandateTheGoodsLeaveBeforeTheMoneyComesAndTheDebitSettlesIt() {
        var customer = customer();
        mandate(customer);
        var order = order(customer);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
        assertThat(walk.payment(order).status()).isEqualTo(PaymentStatus.PENDING);

        walk.wave();
        debit(order, DebitOutcome.COLLECTED);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.DISPATCHED);
        assertThat(walk.payment(order).status()).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void anOrderThatWaitsGoesOnOnceTheMandateIsThere() {
        var customer = customer();
        var order = order(customer);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.AWAITING_PAYMENT);

        mandate(customer);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
        assertThat(walk.tasks(order)).isEmpty();
    }

    @Test
    void anOrderThatHasNotLeftWaitsAgainWhenItsMandateIsNoGood() {
        var customer = customer();
        mandate(customer);
        var order = order(customer);

        debit(order, DebitOutcome.NO_ACCOUNT);
        walk.jobs.run(order);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        assertThat(walk.tasks(order)).contains("mandate-missing");
        mandate(customer);
        walk.jobs.run(order);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
    }

    private CustomerNumber customer() {
        return given.customer(CustomerMother.unmistakable("振替", CustomerMother.TOKYO, true));
    }

    private void mandate(CustomerNumber customer) {
        registerMandate.register(new NewMandate(customer.value(), "9999", "002", "1", "123", "ヤマダ"), "tester");
    }

    private OrderNumber order(CustomerNumber customer) {
        return walk.place(OrderMother.of(walk.article(10), 1)
                .by(PaymentMethod.DIRECT_DEBIT)
                .from(customer));
    }

    /** Other claims of the cycle fail without consequences. */
    private void debit(OrderNumber order, DebitOutcome outcome) {
        LocalDate day = clock.today().plusDays(20);
        long cycle = collectClaims.collect(day, "tester");
        sendDirectDebit.send(cycle, "zengin", (date, instructions) -> new byte[0]);
        var results = directDebits.claims(cycle, 0, 1_000).stream()
                .map(claim -> new DebitResult(
                        claim.id(),
                        "x",
                        claim.receivable().equals(ReceivableNumber.of(order)) ? outcome : DebitOutcome.OWN_STOP))
                .toList();
        bookDirectDebit.book(
                cycle, new BookDirectDebit.File("result", UUID.randomUUID().toString()), sent -> results);
    }
}
