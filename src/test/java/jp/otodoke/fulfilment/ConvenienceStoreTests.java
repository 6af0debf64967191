package jp.otodoke.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.PaymentSlip;
import jp.otodoke.payments.PaymentSlips;
import jp.otodoke.payments.PaymentStatus;
import jp.otodoke.payments.RecordSlipNotices;
import jp.otodoke.payments.ReissueSlip;
import jp.otodoke.payments.SlipNotice;
import jp.otodoke.payments.SlipNotice.Kind;
import jp.otodoke.payments.SlipNumber;
import jp.otodoke.shared.OrderNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Orders that are paid at a convenience store: what 速報, 確報 and what takes a 速報 back do to goods on their way. */
@ModuleTest
class ConvenienceStoreTests {
    private final Walk walk;
    private final PaymentSlips slips;
    private final RecordSlipNotices record;
    private final ReissueSlip reissueSlip;

    @Autowired
    ConvenienceStoreTests(
            AutowireCapableBeanFactory beans, PaymentSlips slips, RecordSlipNotices record, ReissueSlip reissueSlip) {
        this.walk = beans.createBean(Walk.class);
        this.slips = slips;
        this.record = record;
        this.reissueSlip = reissueSlip;
    }

    @BeforeEach
    void morning() {
        walk.morning();
    }

    @AfterEach
    void whatMustAlwaysBeTrueIsTrue() {
        walk.allHolds();
    }

    @Test
    void theGoodsLeaveAfterThePreliminaryNotice() {
        var order = placed();
        assertThat(walk.status(order)).isEqualTo(OrderStatus.AWAITING_PAYMENT);

        report(order, Kind.PRELIMINARY);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
        walk.wave();
        assertThat(walk.status(order)).isEqualTo(OrderStatus.DISPATCHED);
    }

    @Test
    void aConfirmationAloneIsEnough() {
        var order = placed();

        report(order, Kind.FINAL);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
    }

    @Test
    void anOrderThatHasNotLeftStopsAndItsCustomerIsAskedAgain() {
        var order = placed();
        var paid = report(order, Kind.PRELIMINARY);

        walk.testClock.advance(Duration.ofDays(1));
        report(order, paid, Kind.WITHDRAWN);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        walk.wave();
        assertThat(walk.status(order)).as("the goods do not leave").isEqualTo(OrderStatus.AWAITING_PAYMENT);
        assertThat(walk.tasks(order)).doesNotContain("slip-withdrawn");
        assertThat(slip(order).number()).as("a slip with a later day").isNotEqualTo(paid.slip());
        report(order, Kind.PRELIMINARY);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
    }

    @Test
    void theWarehouseIsAskedForGoodsThatItHasAndHasNotShipped() {
        var order = placed();
        var paid = report(order, Kind.PRELIMINARY);
        walk.wave();
        var shipment = walk.parcel(order).number();

        report(order, paid, Kind.WITHDRAWN);

        assertThat(walk.parcel(order).status()).isEqualTo(ShipmentStatus.CANCEL_PENDING);
        assertThat(walk.tasks(order)).contains("slip-withdrawn");
        walk.answerCancel(shipment, CancelResult.CANCELLED);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        report(order, Kind.PRELIMINARY);
        assertThat(walk.tasks(order)).doesNotContain("slip-withdrawn");
    }

    @Test
    void aPersonAsksWhoHasTheGoodsAlready() {
        var order = placed();
        var paid = report(order, Kind.PRELIMINARY);
        walk.wave();
        walk.acknowledge(walk.parcel(order).number(), true);
        walk.ship(walk.parcel(order).number());

        walk.testClock.advance(Duration.ofDays(1));
        report(order, paid, Kind.WITHDRAWN);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.SHIPPED);
        assertThat(walk.payment(order).status()).isEqualTo(PaymentStatus.PENDING);
        walk.decide(order, "slip-withdrawn", "ASK_AGAIN");
        assertThat(slip(order).number()).isNotEqualTo(paid.slip());
        report(order, Kind.FINAL);
        assertThat(walk.payment(order).status()).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void aConfirmationAfterShippingChangesNothing() {
        var order = placed();
        var paid = report(order, Kind.PRELIMINARY);
        walk.wave();
        walk.acknowledge(walk.parcel(order).number(), true);
        walk.ship(walk.parcel(order).number());

        report(order, paid, Kind.FINAL);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.SHIPPED);
        assertThat(walk.tasks(order)).isEmpty();
    }

    @Test
    void whoGetsAnotherSlipHasUntilItsDayToPay() {
        var order = placed();
        walk.pass(Duration.ofDays(9), order);
        var slip = reissueSlip.reissue(order);
        walk.jobs.run(order);
        walk.pass(Duration.ofDays(5), order);

        assertThat(walk.status(order)).as("the first day has long passed").isEqualTo(OrderStatus.AWAITING_PAYMENT);
        assertThat(slip(order)).isEqualTo(slip);
        report(order, Kind.PRELIMINARY);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
    }

    @Test
    void whoDoesNotPayLosesTheOrderAndAPaymentAfterThatIsGivenBack() {
        var order = placed();
        walk.pass(Duration.ofDays(14), order);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.CANCELLED);

        report(order, Kind.FINAL);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(walk.tasks(order)).contains("refund-due");
    }

    @Test
    void whatIsTooMuchForAStoreIsTransferred() {
        var order = walk.place(OrderMother.of(walk.article(200), 120).by(PaymentMethod.CONVENIENCE_STORE));

        walk.decide(order, "slip-too-large", "BANK_TRANSFER");
        walk.jobs.run(order);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        walk.transfer(order, walk.payment(order).charged().amount());
        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
    }

    private OrderNumber placed() {
        return walk.place(OrderMother.of(walk.article(10), 2).by(PaymentMethod.CONVENIENCE_STORE));
    }

    private PaymentSlip slip(OrderNumber order) {
        var number = walk.jdbc
                .sql("select number from payment_slip where receivable = ? and replaced_at is null")
                .param(order.value())
                .query(String.class)
                .single();
        return slips.find(SlipNumber.of(number)).orElseThrow();
    }

    /** The current slip is paid now. */
    private Paid report(OrderNumber order, Kind kind) {
        walk.testClock.advance(Duration.ofMinutes(1));
        var paid = new Paid(slip(order).number(), walk.clock.instant());
        report(order, paid, kind);
        return paid;
    }

    private void report(OrderNumber order, Paid paid, Kind kind) {
        var amount = slips.find(paid.slip()).orElseThrow().amount();
        record.record("dsk.csv", List.of(new SlipNotice(kind, paid.slip(), paid.at(), amount, "ローソン", null, 2)));
        walk.jobs.run(order);
    }

    private record Paid(SlipNumber slip, Instant at) {}
}
