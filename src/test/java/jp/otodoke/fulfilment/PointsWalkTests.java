package jp.otodoke.fulfilment;

import static jp.otodoke.orders.PaymentMethod.BANK_TRANSFER;
import static jp.otodoke.orders.PaymentMethod.CASH_ON_DELIVERY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import jp.otodoke.ModuleTest;
import jp.otodoke.loyalty.AddPointRate;
import jp.otodoke.loyalty.PointBalances;
import jp.otodoke.loyalty.PointRate;
import jp.otodoke.loyalty.PointRates;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Points from the delivery that earns them to the order that uses them and its return; the books follow every step. */
@ModuleTest
class PointsWalkTests {
    private final Walk walk;

    @Autowired
    PointBalances balances;

    @Autowired
    PointRates rates;

    @Autowired
    AddPointRate addPointRate;

    @Autowired
    Timeline timeline;

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    private CustomerNumber customer = CustomerNumber.of("-");
    private String tea = "";

    @Autowired
    PointsWalkTests(AutowireCapableBeanFactory beans) {
        this.walk = beans.createBean(Walk.class);
    }

    @BeforeEach
    void tenPercent() {
        walk.morning();
        if (rates.all().isEmpty()) {
            addPointRate.add(new PointRate("試験", 100, LocalDate.of(2026, 1, 1), null, 12));
        }
        customer = given.customer(CustomerMother.somebody());
        tea = walk.article(100);
    }

    @Test
    void goodsEarnPointsOnceTheyAreDeliveredAndNotBefore() {
        var order = walk.shipped(ordered(2));
        assertThat(points()).isZero();

        deliver(order);

        assertThat(points()).as("10% of the goods, shipping and fee earn none").isEqualTo(600);
        assertThat(ledger()).isEqualTo(600);
        assertThat(timeline.of(order)).extracting(Timeline.TimelineEvent::event).contains("POINTS_EARNED");
        walk.allHolds();
    }

    @Test
    void earnedUsedAndReturned() {
        deliver(walk.shipped(ordered(2)));
        var second = walk.shipped(ordered(1).redeeming(600));
        assertThat(points()).isZero();
        assertThat(ledger()).isZero();
        assertThat(walk.payment(second).charged())
                .isEqualTo(walk.order(second).totals().total());

        walk.track(walk.parcel(second).number(), TrackingEvent.Kind.REFUSED);
        walk.decide(second, "delivery-trouble", "REFUND");

        assertThat(points()).as("the points are given back with the goods").isEqualTo(600);
        assertThat(ledger()).isEqualTo(600);
        assertThat(walk.payment(second).charged()).isEqualTo(Yen.ZERO);
        walk.allHolds();
    }

    @Test
    void whatWasPaidByPointsEarnsNone() {
        deliver(walk.shipped(ordered(2)));

        deliver(walk.shipped(ordered(1).redeeming(600)));

        assertThat(points()).isEqualTo(240);
        walk.allHolds();
    }

    @Test
    void anOrderPaidByPointsAloneIsShippedAndSettled() {
        deliver(walk.shipped(ordered(20)));
        var another = walk.order(walk.place(ordered(2).by(BANK_TRANSFER))).totals();
        var price = another.total().minus(Yen.of(3_000));

        var order = walk.shipped(ordered(1).by(BANK_TRANSFER).redeeming(price.amount()));
        deliver(order);

        assertThat(walk.payment(order).charged()).isEqualTo(Yen.ZERO);
        assertThat(walk.status(order)).isIn(OrderStatus.DELIVERED, OrderStatus.COMPLETED);
        assertThat(points()).isEqualTo(6_000 - price.amount());
        walk.allHolds();
    }

    @Test
    void whatIsShippedShortGivesBackItsPartOfThePoints() {
        deliver(walk.shipped(ordered(2)));
        var order = walk.accepted(ordered(3).redeeming(600));

        walk.shipShort(walk.parcel(order).number(), 1);
        walk.decide(order, "shipment-short", "CANCEL_REST");

        assertThat(points()).isEqualTo(400);
        deliver(order);
        assertThat(points()).as("3,000 less 200 points earn 280").isEqualTo(400 + 280);
        walk.allHolds();
    }

    @Test
    void anOrderCancelledBeforeItLeavesGivesAllPointsBackAndRefundsTheMoney() {
        deliver(walk.shipped(ordered(2)));
        var order = walk.place(ordered(2).by(BANK_TRANSFER).redeeming(600));
        walk.transfer(order, walk.payment(order).charged().amount());

        walk.cancel(order);

        assertThat(points()).isEqualTo(600);
        assertThat(walk.payment(order).excess().isPositive()).isTrue();
        walk.allHolds();
    }

    private OrderMother ordered(int teas) {
        return OrderMother.of(tea, teas).from(customer).by(CASH_ON_DELIVERY);
    }

    private void deliver(OrderNumber order) {
        walk.track(walk.parcel(order).number(), TrackingEvent.Kind.DELIVERED);
    }

    private long points() {
        return balances.of(customer).amount();
    }

    /** What the books say the points of this customer's orders are worth. */
    private long ledger() {
        return jdbc.sql(
                        """
                        select coalesce(-sum(e.amount), 0)::bigint from ledger_entry e
                          join point_movement m on e.posting = 'points:' || m.id
                         where e.account = 'POINTS' and m.customer_number = :customer
                        """)
                .param("customer", customer.value())
                .query(Long.class)
                .single();
    }
}
