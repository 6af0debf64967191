package jp.otodoke.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.otodoke.ModuleTest;
import jp.otodoke.fulfilment.CodSettlement.Result;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.PaymentStatus;
import jp.otodoke.payments.RecordCollected;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 代引精算: what the carrier has collected, parcel by parcel: paid, refused or lost, too much or too little. */
@ModuleTest
class CodSettlementTests {
    private static final Yen FEE = Yen.of(330);

    private final Walk walk;
    private final RecordCodSettlement recordCodSettlement;
    private final RecordCollected recordCollected;
    private final BusinessClock clock;
    private final JdbcClient jdbc;

    @Autowired
    CodSettlementTests(
            AutowireCapableBeanFactory beans,
            RecordCodSettlement recordCodSettlement,
            RecordCollected recordCollected,
            BusinessClock clock,
            JdbcClient jdbc) {
        this.walk = beans.createBean(Walk.class);
        this.recordCodSettlement = recordCodSettlement;
        this.recordCollected = recordCollected;
        this.clock = clock;
        this.jdbc = jdbc;
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
    void whatTheLabelSaysPaysTheOrderAndItIsCompleted() {
        var order = delivered();

        assertThat(paid(order, label(order))).isEqualTo(1);

        assertThat(walk.payment(order).status()).isEqualTo(PaymentStatus.PAID);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.COMPLETED);
        assertThat(booked(order, "CARRIER")).isEqualTo(label(order).minus(FEE).amount());
        assertThat(booked(order, "FEES")).isEqualTo(FEE.amount());
    }

    @Test
    void theSameRowIsBookedOnce() {
        var order = delivered();
        paid(order, label(order));

        assertThat(paid(order, label(order))).isZero();

        assertThat(walk.payment(order).paid()).isEqualTo(label(order));
        assertThat(booked(order, "FEES")).isEqualTo(FEE.amount());
    }

    @Test
    void anotherAmountOfTheSameParcelIsNotTakenForTheSameReport() {
        var order = delivered();
        paid(order, label(order));

        refused(row(order, Result.PAID, label(order).plus(Yen.of(1)), clock.today()), "amount");

        assertThat(walk.payment(order).paid()).isEqualTo(label(order));
    }

    @Test
    void whoHasPaidHasTheParcel() {
        var order = walk.shipped(OrderMother.of(walk.article(10), 2));

        paid(order, label(order));

        assertThat(walk.parcel(order).status()).isEqualTo(ShipmentStatus.DELIVERED);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.COMPLETED);
    }

    @Test
    void whatIsMissingIsTransferredByTheCustomer() {
        var order = delivered();
        paid(order, label(order).minus(Yen.of(500)));
        assertThat(walk.task(order, "cod-short").reason().japanese()).contains("¥500");

        walk.decide(order, "cod-short", "BANK_TRANSFER");
        assertThat(walk.payment(order).method()).isEqualTo(PaymentMethod.BANK_TRANSFER);
        walk.transfer(order, 500);

        assertThat(walk.payment(order).status()).isEqualTo(PaymentStatus.PAID);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.COMPLETED);
    }

    @Test
    void whatIsMissingIsWrittenOffForAReason() {
        var order = delivered();
        paid(order, label(order).minus(Yen.of(500)));

        walk.decide(order, "cod-short", "WRITE_OFF", "荷札の誤り", Map.of());

        assertThat(walk.payment(order).status()).isEqualTo(PaymentStatus.WRITTEN_OFF);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.COMPLETED);
        assertThat(booked(order, "WRITE_OFF")).isEqualTo(500);
    }

    @Test
    void whatTheCarrierCollectedForGoodsThatWereMissingAndCancelledIsGivenBack() {
        var order = walk.accepted(OrderMother.of(walk.article(10), 2));
        var label = label(order);
        walk.shipShort(walk.parcel(order).number(), 1);
        walk.decide(order, "shipment-short", "CANCEL_REST");
        var owed = walk.payment(order).charged();
        assertThat(owed).isLessThan(label);

        paid(order, label);

        assertThat(walk.task(order, "refund-due").reason().japanese())
                .contains("%,d円".formatted(label.minus(owed).amount()));
        walk.decide(order, "refund-due", "REFUNDED");
        assertThat(walk.payment(order).paid()).isEqualTo(owed);
    }

    @Test
    void aRefusedParcelIsHandledAsIfItsTrackingHadSaidSo() {
        var order = walk.shipped(OrderMother.of(walk.article(10), 2));

        settle(order, Result.REFUSED, label(order), null);

        assertThat(walk.parcel(order).status()).isEqualTo(ShipmentStatus.EXCEPTION);
        assertThat(walk.payment(order).paid()).as("whatever amount is stated").isEqualTo(Yen.ZERO);
        assertThat(booked(order, "FEES")).isEqualTo(FEE.amount());
    }

    @Test
    void aLostParcelIsHandledAsIfItsTrackingHadSaidSo() {
        var order = walk.shipped(OrderMother.of(walk.article(10), 2));

        settle(order, Result.LOST, Yen.ZERO, null);

        assertThat(walk.parcel(order).status()).isEqualTo(ShipmentStatus.EXCEPTION);
    }

    @Test
    void whatAPersonHasBookedAsCollectedIsConfirmedAndNotBookedAgain() {
        var order = delivered();
        recordCollected.collected(order);

        paid(order, label(order));

        assertThat(walk.payment(order).paid()).isEqualTo(label(order));
        assertThat(walk.tasks(order)).doesNotContain("refund-due");
    }

    @Test
    void eachOrderInAParcelGetsWhatItOwes() {
        var sku = walk.article(10);
        var buyer = CustomerMother.somebody();
        var one = walk.place(OrderMother.of(sku, 1).from(buyer));
        var other = walk.place(OrderMother.of(sku, 2).from(buyer));
        walk.wave();
        var parcel = walk.parcel(one).number();
        assertThat(walk.parcel(other).number()).isEqualTo(parcel);
        walk.acknowledge(parcel, true);
        walk.ship(parcel);
        walk.track(parcel, TrackingEvent.Kind.DELIVERED);

        paid(one, label(one));

        assertThat(walk.payment(one).status()).isEqualTo(PaymentStatus.PAID);
        assertThat(walk.payment(other).status()).isEqualTo(PaymentStatus.PAID);
        assertThat(walk.payment(one).excess()).isEqualTo(Yen.ZERO);
        assertThat(walk.payment(other).excess()).isEqualTo(Yen.ZERO);
    }

    @Test
    void whatContradictsItselfOrTheParcelIsRefusedByName() {
        var order = delivered();

        refused(new CodSettlement("YAMATO", "999999999999", Result.PAID, Yen.of(1), FEE, clock.today()), "tracking_no");
        refused(row(order, Result.PAID, Yen.ZERO, clock.today()), "amount");
        refused(row(order, Result.PAID, label(order), null), "paid_on");
        refused(row(order, Result.PAID, label(order), clock.today().plusDays(1)), "paid_on");
        refused(row(order, Result.REFUSED, Yen.ZERO, null), "result");
        assertThat(walk.payment(order).paid()).isEqualTo(Yen.ZERO);
    }

    @Test
    void aParcelThatWasPaidInAdvanceCollectsNothing() {
        var order = walk.place(OrderMother.of(walk.article(10), 1).by(PaymentMethod.BANK_TRANSFER));
        walk.transfer(order, walk.payment(order).charged().amount());
        walk.wave();
        walk.ship(walk.parcel(order).number());

        refused(row(order, Result.PAID, Yen.of(1), clock.today()), "tracking_no");
    }

    private OrderNumber delivered() {
        var order = walk.shipped(OrderMother.of(walk.article(10), 2));
        walk.track(walk.parcel(order).number(), TrackingEvent.Kind.DELIVERED);
        return order;
    }

    private Yen label(OrderNumber order) {
        return walk.parcel(order).codAmount();
    }

    private int paid(OrderNumber order, Yen amount) {
        return settle(order, Result.PAID, amount, clock.today());
    }

    private int settle(OrderNumber order, Result result, Yen amount, @Nullable LocalDate day) {
        var booked = recordCodSettlement.record(List.of(row(order, result, amount, day)));
        walk.settle(walk.parcel(order).number());
        return booked;
    }

    private CodSettlement row(OrderNumber order, Result result, Yen amount, @Nullable LocalDate day) {
        return new CodSettlement("YAMATO", Walk.waybill(walk.parcel(order).number()), result, amount, FEE, day);
    }

    private void refused(CodSettlement row, String field) {
        assertThatThrownBy(() -> recordCodSettlement.record(List.of(row)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.problems().get(0).field()).isEqualTo(field));
    }

    /** Of the settlements of the order's parcel, and what was written off. */
    private long booked(OrderNumber order, String account) {
        return jdbc.sql(
                        """
                        select cast(coalesce(sum(amount), 0) as bigint) from ledger_entry e
                         where account = :account
                           and (receivable = :order and posting like 'written-off:%'
                                or exists (select 1 from cod_settlement s
                                            where s.shipment_number = :shipment
                                              and (posting = 'cod-fee:' || s.id or posting like 'cod:' || s.id || ':%')))
                        """)
                .param("account", account)
                .param("order", order.value())
                .param("shipment", walk.parcel(order).number().value())
                .query(Long.class)
                .single();
    }
}
