package jp.otodoke.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.otodoke.EngineJobs;
import jp.otodoke.ModuleTest;
import jp.otodoke.TestClock;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.Packing;
import jp.otodoke.orders.PlaceOrder;
import jp.otodoke.orders.Preparation;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Sku;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class OrderToDeliveryTests {
    @Autowired
    Given given;

    @Autowired
    PlaceOrder placeOrder;

    @Autowired
    FindOrder orders;

    @Autowired
    FindShipment shipments;

    @Autowired
    ReleaseWave wave;

    @Autowired
    RecordAcknowledgements acknowledgements;

    @Autowired
    RecordShipResults results;

    @Autowired
    RecordTracking tracking;

    @Autowired
    Instructions instructions;

    @Autowired
    EngineJobs jobs;

    @Autowired
    TestClock testClock;

    @Autowired
    BusinessClock clock;

    @Autowired
    JdbcClient jdbc;

    String sku;

    @BeforeEach
    void goods() {
        testClock.set("2026-11-26T07:00:00+09:00");
        sku = given.product(ProductMother.tea(), 100);
    }

    @Test
    void aCashOnDeliveryOrderGoesFromReceiptToDelivery() {
        var order = placeOrder
                .place(OrderMother.of(sku, 2).build(), Preparation.LATER)
                .orderNumber();
        assertThat(orders.get(order).status()).isEqualTo(OrderStatus.RECEIVED);

        jobs.run(order);
        assertThat(orders.get(order).status()).isEqualTo(OrderStatus.READY);
        assertThat(orders.get(order).shipDay()).isEqualTo(LocalDate.of(2026, 11, 26));

        while (wave.more()) {
            wave.release();
        }
        assertThat(orders.get(order).status()).isEqualTo(OrderStatus.DISPATCHED);
        var shipment = shipments.ofOrder(order).get(0);
        assertThat(shipment.codAmount().amount()).isEqualTo(6880);

        acknowledgements.record(List.of(new Acknowledgement(shipment.number(), null, true, "", "")));
        results.record(List.of(new ShipResult(
                shipment.number(),
                "1",
                clock.instant(),
                "YAMATO",
                "T" + shipment.number(),
                List.of(new ShipResult.ResultLine(1, Sku.of(sku), 2, null, null)),
                true)));
        assertThat(orders.get(order).status()).isEqualTo(OrderStatus.SHIPPED);

        tracking.record(List.of(
                new TrackingEvent("T" + shipment.number(), TrackingEvent.Kind.DELIVERED, clock.instant(), "東京")));
        assertThat(orders.get(order).status()).isEqualTo(OrderStatus.DELIVERED);
    }

    @Test
    void packingRequestsReachTheWarehouseAndNeedNoReview() {
        var wrapped = new Packing(true, "PLAIN", "御礼", "試験", "", "割れ物です", "玄関前に");
        var order = placeOrder
                .place(OrderMother.of(sku, 1).packed(wrapped).build(), Preparation.LATER)
                .orderNumber();
        jobs.run(order);
        assertThat(orders.get(order).status()).isEqualTo(OrderStatus.READY);
        while (wave.more()) {
            wave.release();
        }

        var parcel = shipments.ofOrder(order).get(0);
        assertThat(instructions.load(List.of(parcel.number())).get(0).note())
                .isEqualTo("【倉庫】割れ物です 【送り状】玄関前に 【包装】あり 【のし】無地のし 表書き「御礼」 名入れ「試験」");
    }
}
