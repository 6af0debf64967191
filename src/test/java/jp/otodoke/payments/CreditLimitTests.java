package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.PlaceOrder;
import jp.otodoke.orders.Preparation;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** 与信限度: orders on account leave within the customer's limit, and wait for a person beyond it. */
@ModuleTest
class CreditLimitTests {
    private final PaymentDesk desk;
    private final AccountDesk account;

    @Autowired
    PlaceOrder placeOrder;

    @Autowired
    AllowCredit allowCredit;

    @Autowired
    RaiseCreditLimit raiseCreditLimit;

    @Autowired
    ChangeCreditTerms changeCreditTerms;

    @Autowired
    CreditAccounts accounts;

    @Autowired
    WaitingCredit waitingCredit;

    @Autowired
    CreditLimitTests(AutowireCapableBeanFactory beans) {
        this.desk = beans.createBean(PaymentDesk.class);
        this.account = beans.createBean(AccountDesk.class);
    }

    @AfterEach
    void booksBalance() {
        desk.booksBalance();
    }

    @Test
    void anOrderOnAccountIsRefusedOfWhoHasNoTerms() {
        var customer = desk.given.customer(CustomerMother.unmistakable("個人", CustomerMother.TOKYO, true));
        var sku = OrderMother.twoTeas().from(customer).by(PaymentMethod.INVOICE);
        desk.given.product(ProductMother.tea());

        assertThatThrownBy(() -> desk.given.order(sku))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("payment.method");
    }

    @Test
    void anOrderThatDescribesAKnownFirmIsOnItsAccount() {
        var person = CustomerMother.unmistakable("商事", CustomerMother.TOKYO, true);
        var firm = desk.given.customer(person);
        desk.given.creditTerms(firm, 100_000, 31);
        var tea = ProductMother.tea();
        desk.given.product(tea);
        var described = OrderMother.of(tea.sku(), 1)
                .from(person)
                .by(PaymentMethod.INVOICE)
                .build();

        var order = placeOrder.place(described, Preparation.LATER).orderNumber();

        assertThat(desk.payment(order).customerNumber()).isEqualTo(firm);
    }

    @Test
    void theLimitCountsWhatIsOrderedDeliveredAndInvoiced() {
        var firm = account.firm(10_000);
        account.shipped(firm, 1);
        var fits = account.ordered(firm, 1);

        assertThat(desk.payment(fits).secured()).isTrue();
        assertThat(accounts.find(firm).orElseThrow().used()).isEqualTo(Yen.of(7_100));

        var tooMuch = account.ordered(firm, 1);

        assertThat(desk.payment(tooMuch).secured()).isFalse();
        assertThat(desk.tasks(tooMuch)).containsExactly("credit-exceeded");
        assertThat(accounts.find(firm).orElseThrow().used()).isEqualTo(Yen.of(7_100));
    }

    @Test
    void aPersonAllowsOneOrder(AssertablePublishedEvents events) {
        var firm = account.firm(1_000);
        var order = account.ordered(firm, 1);

        allowCredit.once(order, "keiri");

        assertThat(desk.payment(order).secured()).isTrue();
        assertThat(desk.payment(order).dueBy()).isNull();
        assertThat(desk.tasks(order)).isEmpty();
        assertThat(events.ofType(PaymentSecured.class)).hasSize(1);
    }

    @Test
    void aPersonRaisesTheLimitAsFarAsNeeded() {
        var firm = account.firm(4_000);
        account.shipped(firm, 1);
        var order = account.ordered(firm, 2);

        assertThat(raiseCreditLimit.needed(order)).isEqualTo(Yen.of(10_100));
        assertThatThrownBy(() -> raiseCreditLimit.to(Yen.of(10_099), order, "keiri"))
                .isInstanceOf(InvalidInput.class);
        raiseCreditLimit.to(Yen.of(10_100), order, "keiri");

        assertThat(desk.payment(order).secured()).isTrue();
        assertThat(accounts.find(firm).orElseThrow().terms().limit()).isEqualTo(Yen.of(10_100));
        assertThat(accounts.changes(firm)).hasSize(2);
    }

    @Test
    void moneyThatComesInLetsTheNextOrderGo() {
        var firm = account.firm(4_000);
        var first = account.shipped(firm, 1);
        var waiting = account.ordered(firm, 1);

        waitingCredit.run();
        assertThat(desk.payment(waiting).secured()).isFalse();
        desk.transfer(first, 3_550);
        waitingCredit.run();

        assertThat(desk.payment(waiting).secured()).isTrue();
        assertThat(desk.tasks(waiting)).isEmpty();
    }

    @Test
    void aHigherLimitLetsWaitingOrdersGoTheOldestFirst() {
        var firm = account.firm(100);
        var first = account.ordered(firm, 1);
        var second = account.ordered(firm, 1);

        desk.given.creditTerms(firm, 4_000, 20);

        assertThat(desk.payment(first).secured()).isTrue();
        assertThat(desk.payment(second).secured()).isFalse();
        assertThat(desk.tasks(second)).containsExactly("credit-exceeded");
    }

    @Test
    void whatBecomesDearerIsCheckedAgain() {
        var firm = account.firm(4_000);
        var order = account.ordered(firm, 1);

        desk.changeTo(order, 2);
        desk.secure.secure(order);

        assertThat(desk.payment(order).secured()).isFalse();
        desk.changeTo(order, 1);
        desk.secure.secure(order);
        assertThat(desk.payment(order).secured()).isTrue();
        assertThat(desk.tasks(order)).isEmpty();
    }

    @Test
    void whoHasNoTermsAnyMoreOrdersNothingOnAccount() {
        var firm = account.firm(100_000);
        changeCreditTerms.change(firm, null);

        assertThatThrownBy(() -> account.ordered(firm, 1)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void twoOrdersAtOnceDoNotTakeTheSameRestOfTheLimit() throws Exception {
        var firm = account.firm(4_000);
        var orders = List.of(placed(firm), placed(firm), placed(firm), placed(firm));
        var pool = Executors.newFixedThreadPool(orders.size());
        try {
            CompletableFuture.allOf(orders.stream()
                            .map(order -> CompletableFuture.runAsync(() -> desk.secure.secure(order), pool))
                            .toArray(CompletableFuture[]::new))
                    .get();
        } finally {
            pool.shutdown();
        }

        assertThat(orders).filteredOn(order -> desk.payment(order).secured()).hasSize(1);
    }

    private OrderNumber placed(CustomerNumber firm) {
        return desk.given.order(
                OrderMother.of(ProductMother.tea(), 1).from(firm).by(PaymentMethod.INVOICE));
    }
}
