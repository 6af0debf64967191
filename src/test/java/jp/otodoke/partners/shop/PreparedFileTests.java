package jp.otodoke.partners.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import jp.otodoke.EngineJobs;
import jp.otodoke.OtodokeTest;
import jp.otodoke.TestClock;
import jp.otodoke.mothers.Corrupt;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.platform.files.FileContent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Orders of a file's chunk are prepared as they are placed; one that fails there costs neither itself nor the others. */
@OtodokeTest
class PreparedFileTests {
    private final Given given;
    private final Corrupt corrupt;
    private final ImportOrders importOrders;
    private final FindOrder orders;
    private final EngineJobs jobs;
    private final TestClock clock;
    private final String id = "P" + UUID.randomUUID().toString().substring(0, 8);
    private String tea = "";

    @Autowired
    PreparedFileTests(
            Given given,
            Corrupt corrupt,
            ImportOrders importOrders,
            FindOrder orders,
            EngineJobs jobs,
            TestClock clock) {
        this.given = given;
        this.corrupt = corrupt;
        this.importOrders = importOrders;
        this.orders = orders;
        this.jobs = jobs;
        this.clock = clock;
    }

    @BeforeEach
    void aMorningWithTea() {
        clock.set("2026-11-26T06:00:00+09:00");
        tea = given.product(ProductMother.tea(), 500);
    }

    @AfterEach
    void allocationsAreAccepted() {
        corrupt.allocationsAccepted();
    }

    @Test
    void theOrdersOfAChunkAreReadyAsTheyArePlaced() {
        take(row("1", tea), row("2", tea));

        assertThat(order("1").status()).isEqualTo(OrderStatus.READY);
        assertThat(order("2").status()).isEqualTo(OrderStatus.READY);
    }

    @Test
    void theOnlyOrderOfAFileIsReadyAsItIsPlacedAndNotLostByAFailingStep() {
        take(row("1", tea));
        assertThat(order("1").status()).isEqualTo(OrderStatus.READY);

        var refused = given.product(ProductMother.tea(), 500);
        corrupt.allocationOfRefused(refused);
        assertThat(take(row("2", refused))).extracting("created", "rejected").containsExactly(1, 0);
        assertThat(order("2").status()).isEqualTo(OrderStatus.RECEIVED);
    }

    @Test
    void noOrderIsLostByAFailingStep() {
        var refused = given.product(ProductMother.tea(), 500);
        corrupt.allocationOfRefused(refused);

        var report = take(row("1", tea), row("2", refused), row("3", tea));

        assertThat(report).extracting("created", "rejected").containsExactly(3, 0);
        jobs.run(order("1").number(), order("3").number());
        assertThat(order("1").status()).isEqualTo(OrderStatus.READY);
        assertThat(order("3").status()).isEqualTo(OrderStatus.READY);
        var failing = order("2").number();
        assertThatThrownBy(() -> jobs.run(failing)).hasMessageContaining("allocation");
        assertThat(order("2").status()).isEqualTo(OrderStatus.RECEIVED);
        corrupt.allocationsAccepted();
        clock.advance(Duration.ofHours(1));
        jobs.run(failing);
        assertThat(order("2").status()).isEqualTo(OrderStatus.READY);
    }

    private ImportReport take(String[]... rows) {
        var file = ShopFiles.generic();
        for (var row : rows) {
            file.row(row);
        }
        return ImportReport.of(importOrders.take("generic", id + ".csv", FileContent.of(file.utf8())));
    }

    private String[] row(String number, String sku) {
        return new String[] {
            "order_no=" + id + number, "name=" + id + " " + number, "kana=", "email=", "phone=", "sku=" + sku
        };
    }

    private Order order(String number) {
        return orders.get(orders.numberByChannel("GENERIC", id + number).orElseThrow());
    }
}
