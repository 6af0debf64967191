package jp.otodoke.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.CreditAccounts;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** An order on account leaves before its money comes, as far as its customer's limit allows. */
@ModuleTest
class AccountOrderTests {
    private static final String TASK = "credit-exceeded";

    private final Walk walk;

    @Autowired
    Given given;

    @Autowired
    CreditAccounts accounts;

    @Autowired
    AccountOrderTests(AutowireCapableBeanFactory beans) {
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
    void beyondTheLimitItWaitsUntilAPersonAllowsIt() {
        var order = order(firm(100));
        assertThat(walk.status(order)).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        assertThat(walk.tasks(order)).containsExactly(TASK);

        walk.decide(order, TASK, "ALLOW_ONCE");

        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
        assertThat(walk.tasks(order)).isEmpty();
    }

    @Test
    void aHigherLimitLetsItGo() {
        var firm = firm(100);
        var order = order(firm);

        walk.decide(order, TASK, "RAISE_LIMIT", null, Map.of("creditLimit", "50,000"));

        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
        assertThat(accounts.find(firm).orElseThrow().terms().limit()).isEqualTo(Yen.of(50_000));
    }

    @Test
    void itIsPaidInAnotherWayOrCancelled() {
        var firm = firm(100);
        var byTransfer = order(firm);
        var cash = order(firm);
        var cancelled = order(firm);

        walk.decide(byTransfer, TASK, "BANK_TRANSFER");
        walk.decide(cash, TASK, "CASH_ON_DELIVERY");
        walk.decide(cancelled, TASK, "CANCEL");

        assertThat(walk.payment(byTransfer).method()).isEqualTo(PaymentMethod.BANK_TRANSFER);
        assertThat(walk.status(byTransfer)).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        assertThat(walk.status(cash)).isEqualTo(OrderStatus.READY);
        assertThat(walk.status(cancelled)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(walk.tasks(byTransfer)).isEmpty();
    }

    private CustomerNumber firm(long limit) {
        var firm = given.customer(CustomerMother.unmistakable("商事", CustomerMother.TOKYO, true));
        given.creditTerms(firm, limit, 31);
        return firm;
    }

    private OrderNumber order(CustomerNumber firm) {
        return walk.place(OrderMother.of(walk.article(10), 1).from(firm).by(PaymentMethod.INVOICE));
    }
}
