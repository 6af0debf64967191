package jp.otodoke.fulfilment;

import static jp.otodoke.orders.PaymentMethod.CASH_ON_DELIVERY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.shared.OrderNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Of several parcels of an order one collects all that is owed; if it fails, the next does. */
@ModuleTest
class CashAtTwoDoorsTests {
    private final Walk walk;

    @Autowired
    Shipments shipments;

    @Autowired
    CashAtTwoDoorsTests(AutowireCapableBeanFactory beans) {
        this.walk = beans.createBean(Walk.class);
    }

    @BeforeEach
    void morning() {
        walk.morning();
    }

    @Test
    void whereTheCollectingParcelIsGivenUpTheOtherIsInstructedAnewWithWhatIsOwed() {
        var order = atTwoDoors();
        var other = other(order);
        walk.acknowledge(other.number(), true);

        walk.acknowledge(collecting(order).number(), false);
        walk.decide(order, "instruction-rejected", "CANCEL");

        var now = shipments.findById(other.number()).orElseThrow();
        assertThat(now.codAmount()).isEqualTo(walk.payment(order).open());
        assertThat(now.codAmount().isPositive()).isTrue();
        assertThat(now.codTax()).isEqualTo(now.codAmount().taxIncluded(8).max(now.codTax()));
        assertThat(now.paymentKind()).isEqualTo(PaymentKind.COD);
        assertThat(now.revision()).isEqualTo(2);
        assertThat(now.status()).as("it was accepted before").isEqualTo(ShipmentStatus.ACCEPTED);
        assertThat(walk.happened(order)).contains("COLLECTED_BY_ANOTHER");

        walk.ship(other.number());
        assertThat(shipments.findById(other.number()).orElseThrow().status()).isEqualTo(ShipmentStatus.SHIPPED);
        walk.allHolds();
    }

    @Test
    void theRevisionThatCollectsIsAcknowledgedAsTheFirstWas() {
        var order = atTwoDoors();
        var other = other(order);

        walk.acknowledge(collecting(order).number(), false);
        walk.decide(order, "instruction-rejected", "CANCEL");
        walk.acknowledge(other.number(), true);

        var now = shipments.findById(other.number()).orElseThrow();
        assertThat(now.status()).isEqualTo(ShipmentStatus.ACCEPTED);
        assertThat(now.codAmount()).isEqualTo(walk.payment(order).open());
        walk.allHolds();
    }

    @Test
    void whereTheOtherParcelHasLeftAPersonAsksForTheMoney() {
        var order = atTwoDoors();
        var other = other(order);
        walk.acknowledge(other.number(), true);
        walk.ship(other.number());

        walk.acknowledge(collecting(order).number(), false);
        walk.decide(order, "instruction-rejected", "CANCEL");

        assertThat(walk.tasks(order)).contains("cod-short");
        assertThat(walk.task(order, "cod-short").reason().japanese())
                .contains("%,d".formatted(walk.payment(order).open().amount()));
        walk.allHolds();
    }

    @Test
    void whatIsRefusedAtOneDoorIsNotOwedAtTheOther() {
        var order = atTwoDoors();
        var all = walk.payment(order).open();
        for (var parcel : shipments.ofOrders(List.of(order))) {
            walk.acknowledge(parcel.number(), true);
            walk.ship(parcel.number());
        }

        walk.track(collecting(order).number(), TrackingEvent.Kind.REFUSED);
        walk.decide(order, "delivery-trouble", "REFUND");

        assertThat(walk.payment(order).open().isMoreThan(all)).isFalse();
        assertThat(walk.payment(order).open()).isNotEqualTo(all);
        assertThat(walk.tasks(order)).contains("cod-short");
        walk.allHolds();
    }

    @Test
    void whileTheCollectingParcelIsUnderWayTheOtherCollectsNothing() {
        var order = atTwoDoors();

        assertThat(other(order).paymentKind()).isEqualTo(PaymentKind.PREPAID);
        assertThat(collecting(order).codAmount()).isEqualTo(walk.payment(order).open());
        assertThat(walk.tasks(order)).isEqualTo(List.of());
    }

    private OrderNumber atTwoDoors() {
        var sku = walk.article(10);
        return walk.dispatched(OrderMother.of(sku, 1)
                .to("別の人", CustomerMother.SAPPORO)
                .and(sku, 2)
                .by(CASH_ON_DELIVERY));
    }

    private Shipment collecting(OrderNumber order) {
        return shipments.ofOrders(List.of(order)).stream()
                .filter(shipment -> shipment.codAmount().isPositive())
                .findFirst()
                .orElseThrow();
    }

    private Shipment other(OrderNumber order) {
        return shipments.ofOrders(List.of(order)).stream()
                .filter(shipment -> shipment.codAmount().isZero())
                .findFirst()
                .orElseThrow();
    }
}
