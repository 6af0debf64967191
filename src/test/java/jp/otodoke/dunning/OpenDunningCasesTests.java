package jp.otodoke.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.ModuleTest;
import jp.otodoke.dunning.DunningCase.Outcome;
import jp.otodoke.dunning.DunningCase.State;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.PaymentMother;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.WriteOffReceivable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Which money has a case, and which has none. */
@ModuleTest
class OpenDunningCasesTests {
    private final AutowireCapableBeanFactory beans;
    private final WriteOffReceivable writeOff;
    private final RunDunning runDunning;
    private DunningDesk desk;

    @Autowired
    OpenDunningCasesTests(AutowireCapableBeanFactory beans, WriteOffReceivable writeOff, RunDunning runDunning) {
        this.beans = beans;
        this.writeOff = writeOff;
        this.runDunning = runDunning;
    }

    @BeforeEach
    void begin() {
        desk = beans.createBean(DunningDesk.class);
    }

    @AfterEach
    void allHolds() {
        desk.allHolds();
    }

    /** It is cancelled as unpaid at its limit. */
    @Test
    void anOrderThatWaitsForItsMoneyHasNoCase() {
        var order = desk.given.order(OrderMother.twoTeas().paidByTransfer());

        desk.morning();

        assertThat(desk.cases.count(new DunningCases.Filter(null, null, null, null, order.value(), null)))
                .isZero();
    }

    @Test
    void whatTheCarrierOrAServiceBringsHasNoCase() {
        var cash = desk.given.order(OrderMother.twoTeas().by(PaymentMethod.CASH_ON_DELIVERY));
        var deferred = desk.given.order(OrderMother.twoTeas().by(PaymentMethod.DEFERRED));

        desk.morning();

        assertThat(desk.cases.count(new DunningCases.Filter(null, null, null, null, cash.value(), null)))
                .isZero();
        assertThat(desk.cases.count(new DunningCases.Filter(null, null, null, null, deferred.value(), null)))
                .isZero();
    }

    @Test
    void moneyThatTheBankTakesBackHasACaseOfItsOwn() {
        var fee = desk.fee(desk.customer(), 1100);
        var reported = PaymentMother.transferBy(fee + " テスウリョウ", 1100, desk.business.today());
        desk.given.deposit(reported);
        desk.given.deposit(PaymentMother.reversalOf(reported));

        desk.morning();

        assertThat(desk.of(fee).cause()).isEqualTo(DunningCause.REVERSED_DEPOSIT);
    }

    @Test
    void theHistoryOfACustomerCounts() {
        var customer = desk.customer();
        assertThat(desk.overdue(customer, 3300).history()).isZero();

        var fee = desk.fee(customer, 3300);
        desk.tenDaysLater();

        assertThat(desk.of(fee).history()).isOne();
    }

    @Test
    void theOrdersOfOneDelayCountOnceInTheHistory() {
        var customer = desk.customer();
        desk.fee(customer, 1100);
        desk.fee(customer, 2200);
        desk.morning();

        var fee = desk.fee(customer, 3300);
        desk.tenDaysLater();

        assertThat(desk.of(fee).history()).isOne();
    }

    @Test
    void aCaseThatIsWrittenOffElsewhereEnds() {
        var one = desk.overdue(3300);

        writeOff.writeOff(one.receivable(), one.open(), "時効", "keiri");

        assertThat(desk.again(one).state()).isEqualTo(State.ENDED);
        assertThat(desk.again(one).outcome()).isEqualTo(Outcome.WRITTEN_OFF);
        assertThat(desk.planned(one)).isEmpty();
    }

    @Test
    void theMorningBeginsAtSixAndOnce() {
        desk.at(desk.nextMorning(), 5);
        var fee = desk.fee(desk.customer(), 3300);
        desk.at(desk.business.today().plusDays(10), 5);
        runDunning.run();
        assertThat(desk.cases.count(new DunningCases.Filter(null, null, null, null, fee.value(), null)))
                .isZero();
        assertThat(runDunning.nextDue()).isPresent();

        desk.at(desk.business.today(), 6);
        runDunning.run();
        runDunning.run();

        assertThat(desk.of(fee).state()).isEqualTo(State.OPEN);
    }
}
