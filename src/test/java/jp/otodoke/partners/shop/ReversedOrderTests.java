package jp.otodoke.partners.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import jp.otodoke.EngineJobs;
import jp.otodoke.ModuleTest;
import jp.otodoke.TestClock;
import jp.otodoke.fulfilment.ChangeRequests;
import jp.otodoke.fulfilment.RequestOrderCancel;
import jp.otodoke.inbox.CompleteTask;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a shop says later about an order that was imported before. */
@ModuleTest
class ReversedOrderTests {
    private static final String CANCELLED = "対応状況(ID)=3,対応状況(名称)=注文取消し";
    private static final String RETURNED = "対応状況(ID)=9,対応状況(名称)=返品";
    private static final String SHIPPED = "対応状況(ID)=5,対応状況(名称)=発送済み";
    private static final String CHANGED = "order-changed-at-shop";
    private static final String OTHER_CONTENT = "個数=1,小計=3000,合計=3000,支払合計=3000";
    private static final String PAID = "対応状況(ID)=6,対応状況(名称)=入金済み,入金日=2026-11-26 05:00:00";

    @Autowired
    private Given given;

    @Autowired
    private ImportOrders importOrders;

    @Autowired
    private CompleteTask complete;

    @Autowired
    private ChangeRequests changes;

    @Autowired
    private RequestOrderCancel cancel;

    @Autowired
    private EngineJobs jobs;

    @Autowired
    private FindOrder findOrder;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void aMorningWithGoodsInStock() {
        clock.set("2026-11-26T06:00:00+09:00");
        given.product(ProductMother.tea().coded("HF-001"), 100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"7101|" + CANCELLED + "|取り消され", "7102|" + RETURNED + "|返品"})
    void anOrderThatTheShopTookBackIsHeldAndAPersonDecides(String number, String state, String words) {
        ecCube(number, "");

        ecCube(number, state);

        assertThat(order("EC_CUBE", number).onHold()).isTrue();
        assertThat(tasks("order-cancelled-at-shop", number)).singleElement().satisfies(task -> {
            assertThat(task.get("reason")).asString().contains(words).contains("保留");
            assertThat(task.get("decisions")).asString().contains("CANCEL", "GO_ON");
        });
        assertThat(tasks("order-changed-at-shop", number)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7201|Financial Status=refunded,Cancelled at=2026-11-26 10:00:00 +0900|取り消され",
                "7202|Financial Status=refunded|返金",
                "7203|Financial Status=voided|無効",
                "7204|Fulfillment Status=restocked|取り消され"
            })
    void aRefundAtShopifyHoldsTheOrderToo(String number, String columns, String words) {
        shopify(number, "");

        shopify(number, columns);

        assertThat(order("SHOPIFY", number).onHold()).isTrue();
        assertThat(tasks("order-cancelled-at-shop", number))
                .singleElement()
                .satisfies(task -> assertThat(task.get("reason")).asString().contains(words));
    }

    @Test
    void aPartialRefundIsATaskThatSaysSo() {
        shopify("7301", "");

        shopify("7301", "Financial Status=partially_refunded");

        assertThat(order("SHOPIFY", "7301").onHold()).isTrue();
        assertThat(tasks("order-refunded-at-shop", "7301"))
                .singleElement()
                .satisfies(task -> assertThat(task.get("reason")).asString().contains("一部返金"));
        assertThat(tasks("order-changed-at-shop", "7301")).isEmpty();
    }

    @Test
    void theWholeRefundAfterAPartialOneIsNews() {
        shopify("7302", "");
        shopify("7302", "Financial Status=partially_refunded");

        shopify("7302", "Financial Status=refunded");

        assertThat(tasks("order-cancelled-at-shop", "7302")).hasSize(1);
    }

    @Test
    void whoeverDecidesToCancelCancelsByTheRules() {
        ecCube("7401", "");
        ecCube("7401", CANCELLED);

        decide("order-cancelled-at-shop", "7401", "CANCEL");

        assertThat(order("EC_CUBE", "7401").status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(tasks("order-cancelled-at-shop", "7401")).isEmpty();
    }

    @Test
    void anOrderThatTheShopTakesBackAgainAfterHavingReinstatedItIsNews() {
        ecCube("7403", "");
        ecCube("7403", CANCELLED);
        decide("order-cancelled-at-shop", "7403", "GO_ON");
        ecCube("7403", "");

        ecCube("7403", CANCELLED);

        assertThat(order("EC_CUBE", "7403").onHold()).isTrue();
        assertThat(tasks("order-cancelled-at-shop", "7403")).hasSize(1);
    }

    @Test
    void whoeverDecidesToGoOnIsNotAskedAgainByTomorrowsFile() {
        ecCube("7402", "");
        ecCube("7402", CANCELLED);

        decide("order-cancelled-at-shop", "7402", "GO_ON");
        ecCube("7402", CANCELLED);

        assertThat(order("EC_CUBE", "7402").onHold()).isFalse();
        assertThat(tasks("order-cancelled-at-shop", "7402")).isEmpty();
        assertThat(tasks("order-changed-at-shop", "7402")).isEmpty();
    }

    @Test
    void whoeverReleasesTheHoldHasDecidedThatTheOrderGoesOn() {
        ecCube("7412", "");
        ecCube("7412", CANCELLED);

        changes.release(order("EC_CUBE", "7412").number(), "tester");

        assertThat(order("EC_CUBE", "7412").onHold()).isFalse();
        assertThat(tasks("order-cancelled-at-shop", "7412")).isEmpty();
    }

    @Test
    void aHoldForAnotherReasonDecidesNothingAboutTheShop() {
        ecCube("7413", "");
        changes.hold(order("EC_CUBE", "7413").number(), "電話待ち", "tester");
        ecCube("7413", CANCELLED);

        changes.release(order("EC_CUBE", "7413").number(), "tester");

        assertThat(tasks("order-cancelled-at-shop", "7413")).hasSize(1);
    }

    @Test
    void onceHandedOverTheWarehouseIsAskedToCancel() {
        ecCube("7501", "");
        dispatch("7501");

        ecCube("7501", CANCELLED);

        assertThat(shipmentStatus("7501")).containsExactly("CANCEL_PENDING");
        assertThat(tasks("order-changed-at-shop", "7501")).isEmpty();
    }

    @Test
    void afterItHasLeftAPersonSaysWhetherTheGoodsComeBack() {
        ecCube("7502", "");
        dispatch("7502");
        given.shipments(order("EC_CUBE", "7502").number()).forEach(shipment -> {
            given.accept(shipment.number());
            given.ship(shipment.number());
        });

        ecCube("7502", RETURNED);
        assertThat(tasks("order-returned-at-shop", "7502")).hasSize(1);
        decide("order-returned-at-shop", "7502", "EXPECT_RETURN");

        assertThat(jdbc.sql("select count(*) from task where type = 'return-arrival' and state = 'OPEN'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7601|支払方法(名称)=代金引換|支払方法(名称)=代金引換," + SHIPPED,
                "7602|支払方法(名称)=代金引換|支払方法(名称)=代金引換,対応状況(ID)=4,対応状況(名称)=対応中",
                "7603|支払方法(名称)=代金引換|支払方法(名称)=代金引換," + PAID,
                "7604|''|" + SHIPPED,
                "7605|''|" + PAID,
                "7606|支払方法(名称)=銀行振込," + PAID + "|支払方法(名称)=銀行振込,対応状況(ID)=5,対応状況(名称)=発送済み,入金日=2026-11-26 05:00:00",
                "7607|支払方法(名称)=銀行振込," + PAID + "|支払方法(名称)=銀行振込," + SHIPPED
            })
    void ordinaryProgressAtTheShopIsNoChange(String number, String before, String after) {
        ecCube(number, before);

        ecCube(number, after);

        assertThat(tasks("order-changed-at-shop", number)).isEmpty();
        assertThat(order("EC_CUBE", number).onHold()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7701|支払方法(名称)=銀行振込|支払方法(名称)=銀行振込," + PAID,
                "7702|支払方法(名称)=銀行振込|支払方法(名称)=銀行振込,対応状況(ID)=5,対応状況(名称)=発送済み,入金日=2026-11-26 05:00:00",
                "7703|''|" + SHIPPED + ",個数=1,小計=3000,合計=3000,支払合計=3000"
            })
    void aTransferThatHasArrivedOrAnotherContentIsNews(String number, String before, String after) {
        ecCube(number, before);

        ecCube(number, after);

        assertThat(tasks("order-changed-at-shop", number)).hasSize(1);
    }

    @Test
    void anOrderThatTheShopChangedIsHeldOnceAndTomorrowsFileAsksNothingMore() {
        var task = changed("7711");

        decide(CHANGED, "7711", "HOLD");

        assertThat(order("EC_CUBE", "7711").onHold()).isTrue();
        assertOver(task, "HOLD");
        ecCube("7711", OTHER_CONTENT);
        assertThat(tasks(CHANGED, "7711")).isEmpty();
    }

    @Test
    void anOrderThatTheShopChangedGoesOnAsItIsOnlyForAReason() {
        var task = changed("7712");
        assertAsksForComment(task, "KEEP");

        complete.complete(task, "KEEP", "数量は電話で確認済み", Map.of(), "tester");

        assertThat(order("EC_CUBE", "7712").onHold()).isFalse();
        assertThat(order("EC_CUBE", "7712").status().ended()).isFalse();
        assertOver(task, "KEEP");
        ecCube("7712", OTHER_CONTENT);
        assertThat(tasks(CHANGED, "7712")).isEmpty();
    }

    @Test
    void anOrderThatTheShopChangedIsCancelledOnce() {
        var task = changed("7713");

        decide(CHANGED, "7713", "CANCEL");

        assertThat(order("EC_CUBE", "7713").status()).isEqualTo(OrderStatus.CANCELLED);
        assertOver(task, "CANCEL");
    }

    @Test
    void whatTheWarehouseHasCanNotBeHeldAnyMoreButItIsAskedToCancel() {
        ecCube("7714", "");
        dispatch("7714");
        ecCube("7714", OTHER_CONTENT);
        var task = taskId(CHANGED, "7714");

        assertRefused(task, "HOLD", order("EC_CUBE", "7714").number().value());
        assertThat(order("EC_CUBE", "7714").onHold()).isFalse();
        decide(CHANGED, "7714", "CANCEL");

        assertThat(shipmentStatus("7714")).containsExactly("CANCEL_PENDING");
    }

    @Test
    void anOrderThatHasShippedOrIsCancelledMeanwhileIsNotCancelledByTheTask() {
        changed("7715");
        dispatch("7715");
        given.shipments(order("EC_CUBE", "7715").number()).forEach(shipment -> {
            given.accept(shipment.number());
            given.ship(shipment.number());
        });
        changed("7716");
        cancel.request(order("EC_CUBE", "7716").number(), "お客様のご都合", "tester");

        for (var number : List.of("7715", "7716")) {
            var order = order("EC_CUBE", number);
            assertRefused(taskId(CHANGED, number), "CANCEL", order.number().value());
            assertThat(order("EC_CUBE", number).status()).isEqualTo(order.status());
        }
    }

    @Test
    void aRejectedOrderIsGivenUpOnlyForAReasonAndTheSameRowsAskNothingMore() {
        reject("7911", "商品コード=HF-???");
        var task = taskId("row-rejected", "7911");
        assertAsksForComment(task, "GIVE_UP");

        complete.complete(task, "GIVE_UP", "試験の注文だった", Map.of(), "tester");

        assertThat(findOrder.numberByChannel("EC_CUBE", "7911")).isEmpty();
        assertOver(task, "GIVE_UP");
        assertThat(jdbc.sql("select detail from audit_entry where action = 'row-given-up' and subject like '%7911'")
                        .query(String.class)
                        .list())
                .containsExactly("試験の注文だった");
        reject("7911", "商品コード=HF-???");
        assertThat(tasks("row-rejected", "7911")).isEmpty();
    }

    @Test
    void otherRowsOfAnOrderThatWasGivenUpAreAskedAboutOrImported() {
        reject("7912", "商品コード=HF-???");
        complete.complete(taskId("row-rejected", "7912"), "GIVE_UP", "試験の注文だった", Map.of(), "tester");

        reject("7912", "商品コード=HF-!!!");
        assertThat(tasks("row-rejected", "7912")).hasSize(1);
        ecCube("7912", "");

        assertThat(tasks("row-rejected", "7912")).isEmpty();
        assertThat(findOrder.numberByChannel("EC_CUBE", "7912")).isPresent();
    }

    @Test
    void anOrderThatCameInAnotherFileMeanwhileIsNotGivenUp() {
        reject("7913", "商品コード=HF-???");
        var task = taskId("row-rejected", "7913");

        ecCube("7913", "");

        assertThatThrownBy(() -> complete.complete(task, "GIVE_UP", "試験の注文だった", Map.of(), "tester"))
                .isInstanceOf(Refusal.class);
        assertThat(order("EC_CUBE", "7913").status().ended()).isFalse();
    }

    @Test
    void theCaptureOfACardWhenShopifyShipsIsNoChange() {
        shopify("7801", "Financial Status=authorized");

        shopify("7801", "Fulfillment Status=fulfilled");

        assertThat(tasks("order-changed-at-shop", "7801")).isEmpty();
    }

    @Test
    void whatTheShopSaidBeforeOfARejectedOrderCanNoLongerBeImportedOnceItIsCancelled() {
        reject("7901", "商品コード=HF-???");

        reject("7901", "商品コード=HF-???," + CANCELLED);

        assertThat(tasks("row-rejected", "7901"))
                .singleElement()
                .satisfies(task -> assertThat(task.get("reason")).asString().contains("取り消され"));

        reject("7901", "商品コード=HF-???");

        assertThat(tasks("row-rejected", "7901"))
                .as("the shop reinstated it")
                .singleElement()
                .satisfies(task -> assertThat(task.get("reason")).asString().doesNotContain("取り消され"));
    }

    /** @return the task about it */
    private long changed(String number) {
        ecCube(number, "");
        ecCube(number, OTHER_CONTENT);
        return taskId(CHANGED, number);
    }

    private void assertAsksForComment(long task, String decision) {
        assertThatThrownBy(() -> complete.complete(task, decision, " ", Map.of(), "tester"))
                .isInstanceOfSatisfying(InvalidInput.class, wrong -> assertThat(wrong.problems())
                        .extracting("field", "code")
                        .containsExactly(tuple("comment", "required")));
        assertThat(isOpen(task)).isTrue();
    }

    private void assertRefused(long task, String decision, String words) {
        assertThatThrownBy(() -> complete.complete(task, decision, "もう一度", Map.of(), "tester"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.words().japanese()).contains(words));
        assertThat(isOpen(task)).isTrue();
    }

    private void assertOver(long task, String decision) {
        assertThat(isOpen(task)).isFalse();
        assertThatThrownBy(() -> complete.complete(task, decision, "もう一度", Map.of(), "tester"))
                .isInstanceOf(Refusal.class);
    }

    private boolean isOpen(long task) {
        return jdbc.sql("select state = 'OPEN' from task where id = ?")
                .param(task)
                .query(Boolean.class)
                .single();
    }

    private void reject(String number, String changed) {
        var file = ShopFiles.ecCube().row(cells(changed, "注文番号=" + number)).cp932();
        assertThat(ImportReport.of(importOrders.take("ec-cube", "orders.csv", FileContent.of(file)))
                        .rejected())
                .isOne();
    }

    private void ecCube(String number, String changed) {
        run(
                "ec-cube",
                ShopFiles.ecCube()
                        .row(cells(changed, "注文番号=" + number, "会員ID=" + number, "お名前(名)=花" + number))
                        .cp932());
    }

    private void shopify(String number, String changed) {
        run(
                "shopify",
                ShopFiles.shopify()
                        .row(cells(changed, "Name=#" + number, "Billing Name=見本 花" + number))
                        .utf8());
    }

    private void run(String format, byte[] file) {
        var report = ImportReport.of(importOrders.take(format, "orders.csv", FileContent.of(file)));
        assertThat(report.rejected()).isZero();
        jdbc.sql("select order_number from shop_order")
                .query(String.class)
                .list()
                .forEach(jobs::run);
    }

    private static String[] cells(String changed, String... own) {
        return Stream.concat(Stream.of(own), Stream.of(changed.split(",")).filter(cell -> !cell.isEmpty()))
                .toArray(String[]::new);
    }

    private void dispatch(String number) {
        clock.set("2026-11-27T11:30:00+09:00");
        given.wave();
        given.shipments(order("EC_CUBE", number).number()).forEach(shipment -> given.follow(shipment.number()));
    }

    private void decide(String type, String number, String decision) {
        complete.complete(taskId(type, number), decision, null, Map.of(), "tester");
    }

    private long taskId(String type, String number) {
        return ((Number) Objects.requireNonNull(tasks(type, number).get(0).get("id"))).longValue();
    }

    private Order order(String channel, String number) {
        return findOrder.get(findOrder.numberByChannel(channel, number).orElseThrow());
    }

    private List<String> shipmentStatus(String number) {
        return given.shipments(order("EC_CUBE", number).number()).stream()
                .map(shipment -> shipment.status().name())
                .toList();
    }

    private List<Map<String, Object>> tasks(String type, String number) {
        return jdbc.sql(
                        """
                        select id, reason, array_to_string(decisions, ',') as decisions from task
                         where type = :type and state = 'OPEN' and reason like :word""")
                .param("type", type)
                .param("word", "%" + number + "%")
                .query()
                .listOfRows();
    }
}
