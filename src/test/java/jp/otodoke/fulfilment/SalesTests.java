package jp.otodoke.fulfilment;

import static jp.otodoke.orders.PaymentMethod.BANK_TRANSFER;
import static jp.otodoke.orders.PaymentMethod.CASH_ON_DELIVERY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.TrialBalance;
import jp.otodoke.shared.OrderNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sales are booked when goods leave, by tax rate; what is paid before is an advance. */
@ModuleTest
class SalesTests {
    private final Walk walk;

    @Autowired
    TrialBalance trialBalance;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SalesTests(AutowireCapableBeanFactory beans) {
        this.walk = beans.createBean(Walk.class);
    }

    @BeforeEach
    void morning() {
        walk.morning();
    }

    @Test
    void nothingIsSoldBeforeGoodsLeave() {
        var order = walk.accepted(ordered(CASH_ON_DELIVERY, 2));

        assertThat(booked(order)).isEmpty();

        walk.ship(walk.parcel(order).number());

        var totals = walk.order(order).totals();
        var at10 = totals.shipping().plus(totals.fee());
        assertThat(booked(order))
                .containsExactly(
                        "OUTPUT_TAX 8 " + totals.goods().taxIncluded(8).amount(),
                        "OUTPUT_TAX 10 " + at10.taxIncluded(10).amount(),
                        "SALES 8 "
                                + totals.goods()
                                        .minus(totals.goods().taxIncluded(8))
                                        .amount(),
                        "SALES 10 " + at10.minus(at10.taxIncluded(10)).amount());
        assertThat(tax(order)).isEqualTo(totals.tax().amount());
        walk.allHolds();
    }

    @Test
    void whatIsPaidBeforeGoodsLeaveIsAnAdvanceUntilThen() {
        var before = advances();
        var order = walk.place(ordered(BANK_TRANSFER, 1));
        var owed = walk.payment(order).charged().amount();

        walk.transfer(order, owed);
        assertThat(advances() - before).isEqualTo(owed);

        walk.wave();
        walk.acknowledge(walk.parcel(order).number(), true);
        walk.ship(walk.parcel(order).number());

        assertThat(advances()).isEqualTo(before);
        walk.allHolds();
    }

    @Test
    void whatIsShippedShortIsSoldForThePiecesThatLeftAndShippingIsSoldOnce() {
        var order = walk.accepted(ordered(CASH_ON_DELIVERY, 3));
        var totals = walk.order(order).totals();
        var charges = totals.shipping().plus(totals.fee()).amount();

        walk.shipShort(walk.parcel(order).number(), 1);

        assertThat(earned(order)).isEqualTo(totals.goods().amount() / 3 + charges);
        walk.decide(order, "shipment-short", "CANCEL_REST");
        assertThat(earned(order)).isEqualTo(walk.payment(order).charged().amount());
        walk.allHolds();
    }

    @Test
    void whatComesBackIsTakenOutOfSales() {
        var order = walk.shipped(ordered(CASH_ON_DELIVERY, 1));
        assertThat(earned(order)).isEqualTo(walk.payment(order).charged().amount());

        walk.track(walk.parcel(order).number(), TrackingEvent.Kind.REFUSED);
        walk.decide(order, "delivery-trouble", "REFUND");

        assertThat(earned(order)).isZero();
        assertThat(tax(order)).isZero();
        walk.allHolds();
    }

    @Test
    void whatTheShopTookOffIsSharedByTheRates() {
        var order = walk.shipped(OrderMother.of(walk.article(10), 2)
                .and(walk.article(10), 1)
                .by(CASH_ON_DELIVERY)
                .reducedBy(500, 0));

        assertThat(earned(order)).isEqualTo(walk.payment(order).charged().amount());
        assertThat(tax(order)).isEqualTo(walk.order(order).totals().tax().amount());
        walk.allHolds();
    }

    private OrderMother ordered(PaymentMethod method, int pieces) {
        return OrderMother.of(walk.article(10), pieces).by(method);
    }

    private List<String> booked(OrderNumber order) {
        return jdbc.sql(
                        """
                        select account || ' ' || tax_rate || ' ' || -sum(amount) from ledger_entry
                         where receivable = :order and tax_rate is not null group by account, tax_rate order by account, tax_rate
                        """)
                .param("order", order.value())
                .query(String.class)
                .list();
    }

    private long earned(OrderNumber order) {
        return sum(order, "tax_rate is not null");
    }

    private long tax(OrderNumber order) {
        return sum(order, "account = 'OUTPUT_TAX'");
    }

    private long sum(OrderNumber order, String entries) {
        return jdbc.sql("select coalesce(-sum(amount), 0)::bigint from ledger_entry where receivable = :order and "
                        + entries)
                .param("order", order.value())
                .query(Long.class)
                .single();
    }

    private long advances() {
        return trialBalance.now().stream()
                .filter(balance -> balance.account().equals(TrialBalance.ADVANCES))
                .mapToLong(balance -> balance.credit().amount())
                .sum();
    }
}
