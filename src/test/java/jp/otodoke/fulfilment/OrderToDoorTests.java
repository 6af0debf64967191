package jp.otodoke.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.otodoke.EngineJobs;
import jp.otodoke.OtodokeTest;
import jp.otodoke.TestClock;
import jp.otodoke.inventory.ReceiveStock;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.Packing;
import jp.otodoke.orders.PlaceOrder;
import jp.otodoke.shared.BusinessClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@OtodokeTest
class OrderToDoorTests {
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
    ReceiveStock receiveStock;

    @Autowired
    EngineJobs jobs;

    @Autowired
    TestClock testClock;

    @Autowired
    BusinessClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    String sku;

    @BeforeEach
    void goods() {
        testClock.set("2026-11-26T07:00:00+09:00");
        sku = "T-" + UUID.randomUUID().toString().substring(0, 8);
        new TransactionTemplate(transactions).executeWithoutResult(s -> {
            jdbc.sql(
                            "insert into product (sku, name, kind, stock_keeping, active, temperature, weight_grams, registered_at) values (:s, 'お茶', 'GOODS', true, true, 'AMBIENT', 100, now())")
                    .param("s", sku)
                    .update();
            jdbc.sql("insert into product_price (sku, valid_from, amount) values (:s, '2000-01-01', 3000)")
                    .param("s", sku)
                    .update();
            jdbc.sql("insert into product_tax_class (sku, valid_from, tax_class) values (:s, '2000-01-01', 'REDUCED')")
                    .param("s", sku)
                    .update();
        });
        receiveStock.receive(sku, 100, "test");
    }

    @Test
    void aCashOnDeliveryOrderGoesFromReceiptToTheDoor() {
        var order = placeOrder.place(Ordering.of(sku, 2).build()).orderNumber();
        assertThat(orders.get(order).status()).isEqualTo(OrderStatus.RECEIVED);

        jobs.run(order);
        assertThat(orders.get(order).status()).isEqualTo(OrderStatus.READY);
        assertThat(orders.get(order).shipDay()).isEqualTo(LocalDate.of(2026, 11, 26));

        while (wave.more()) {
            wave.release();
        }
        assertThat(orders.get(order).status()).isEqualTo(OrderStatus.DISPATCHED);
        var shipment = shipments.ofOrder(order).get(0);
        assertThat(shipment.codAmount()).isEqualTo(6880);

        acknowledgements.record(List.of(new Acknowledgement(shipment.number(), true, "", "")));
        results.record(List.of(new ShipResult(
                shipment.number(),
                "1",
                clock.instant(),
                "YAMATO",
                "T" + shipment.number(),
                List.of(new ShipResult.ResultLine(1, sku, 2, null, null)),
                true)));
        assertThat(orders.get(order).status()).isEqualTo(OrderStatus.SHIPPED);

        tracking.record(List.of(
                new TrackingEvent("T" + shipment.number(), TrackingEvent.Kind.DELIVERED, clock.instant(), "東京")));
        assertThat(orders.get(order).status()).isEqualTo(OrderStatus.DELIVERED);
    }

    @Test
    void wishesForThePackingReachTheWarehouseAndAskNobody() {
        var wrapped = new Packing(true, "PLAIN", "御礼", "試験", "", "割れ物です", "玄関前に");
        var order =
                placeOrder.place(Ordering.of(sku, 1).packed(wrapped).build()).orderNumber();
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
