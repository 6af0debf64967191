package jp.otodoke.fulfilment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.Locale;
import jp.otodoke.OtodokeTest;
import jp.otodoke.catalog.Temperature;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.shared.OrderNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Planned shipments as pages, search and API name them before and after their wave. */
@OtodokeTest
class PlannedShipmentPageTests {
    private final Walk walk;
    private final FindPlannedShipments plans;
    private final MockMvcTester mvc;

    @Autowired
    PlannedShipmentPageTests(AutowireCapableBeanFactory beans, FindPlannedShipments plans, MockMvcTester mvc) {
        this.walk = beans.createBean(Walk.class);
        this.plans = plans;
        this.mvc = mvc;
    }

    @BeforeEach
    void morning() {
        walk.morning();
        walk.wave();
    }

    @Test
    void aPlannedShipmentIsNamedByTheOrderItsListItsPageTheSearchAndTheApi() {
        var order = walk.place(OrderMother.of(walk.article(1), 1));
        var number = number(order);

        assertThat(page("/orders/" + order)).contains(number, "2026/11/26(木) に出荷する予定です。");
        assertThat(page("/shipments/planned"))
                .contains(number, order.value(), "東京都")
                .doesNotContain("試験");
        assertThat(page("/shipments/" + number)).contains("出荷する予定です", order.value());
        assertThat(mvc.get().uri("/search?q=" + number).with(viewer())).hasRedirectedUrl("/shipments/" + number);
        assertThat(answer(order))
                .bodyJson()
                .extractingPath("$.shipments[0]")
                .asMap()
                .containsEntry("shipmentNumber", number)
                .containsEntry("status", "PLANNED")
                .containsEntry("warehouse", "MAIN")
                .containsEntry("carrier", "YAMATO")
                .containsEntry("shipDate", "2026-11-26");
    }

    @Test
    void aPlannedShipmentNamesItsGoodsOnTheOrdersPageAndItsOwn() {
        var tea = walk.article(9);
        var order = walk.place(OrderMother.of(tea, 2));

        assertThat(page("/orders/" + order)).contains(tea + " × 2");
        assertThat(page("/shipments/" + number(order))).contains("/products/" + tea, "数量");
    }

    @Test
    void anOrderThatWaitsForStockNamesItsShipmentWithoutADay() {
        var order = walk.place(OrderMother.of(walk.article(0), 1));

        assertThat(page("/orders/" + order)).contains(number(order), "出荷日はまだ決まっていません");
        assertThat(page("/shipments/planned")).contains(number(order), "未定");
        assertThat(answer(order))
                .bodyJson()
                .extractingPath("$.shipments[0].shipDate")
                .isNull();
    }

    @Test
    void thePageOfAnOrderThatLeavesInSeveralShipmentsSaysOfEachWhatIsWhere() {
        var tea = walk.article(9);
        var ice = walk.given.product(ProductMother.tea().kept(Temperature.FROZEN));
        var order = walk.place(OrderMother.of(tea, 2).and(ice, 1));
        var waiting = walk.jdbc
                .sql("select shipment_number from planned_shipment where order_number = ? and cool_service = 'FROZEN'")
                .param(order.value())
                .query(String.class)
                .single();
        walk.wave();
        var leaving = walk.parcel(order).number();

        assertThat(page("/orders/" + order))
                .contains("一部の入荷を待っています", "出荷 " + leaving + " は", "出荷 " + waiting + "(" + ice + " × 1)は入荷待ち");
    }

    @Test
    void theListOfPlannedShipmentsIsFilteredSortedAndExported() {
        var dated = walk.place(OrderMother.of(walk.article(9), 1));
        var undated = walk.place(OrderMother.of(walk.article(0), 1));
        var list = "/shipments/planned";

        assertThat(page(list + "?q=" + dated)).contains(number(dated)).doesNotContain(number(undated));
        assertThat(page(list + "?q=" + number(undated).toLowerCase(Locale.ROOT)))
                .contains(number(undated))
                .doesNotContain(number(dated));
        assertThat(page(list + "?day=2026-11-26&q=" + dated)).contains(number(dated));
        assertThat(page(list + "?day=2026-11-27&q=" + dated)).contains("条件に当てはまる出荷がありません");
        assertThat(page(list + "?q=nobody-has-this-name")).contains("条件に当てはまる出荷がありません");
        assertThat(page(list + "?sort=number,desc")).containsSubsequence(number(undated), number(dated));
        assertThat(page(list + "?sort=number")).containsSubsequence(number(dated), number(undated));
        assertThat(page(list + "/export.csv?q=" + dated))
                .contains(number(dated), dated.value(), "常温")
                .doesNotContain(number(undated));
    }

    @Test
    void aMergedShipmentIsCancelledAndNamesTheSurvivorEverywhere() {
        var tea = walk.article(9);
        var first = walk.place(OrderMother.of(tea, 1));
        var second = walk.place(OrderMother.of(tea, 2).from(walk.order(first).customerNumber()));
        var survivor = number(first);
        var merged = number(second);

        walk.wave();

        assertThat(page("/orders/" + second)).contains(survivor, merged, "出荷 " + survivor + " にまとめて送った");
        assertThat(page("/shipments/" + merged)).contains("取消", "/shipments/" + survivor, "まとめた先");
        assertThat(page("/shipments/" + survivor))
                .contains(first.value(), second.value(), "data-label=\"商品\">お茶<", "title=\"MAIN\">本倉庫");
        assertThat(page("/shipments/planned")).doesNotContain(merged, survivor);
        assertThat(answer(second))
                .bodyJson()
                .extractingPath("$.shipments[*].shipmentNumber")
                .asArray()
                .containsExactly(survivor, merged);
        assertThat(answer(second))
                .bodyJson()
                .extractingPath("$.shipments[1]")
                .asMap()
                .containsEntry("status", "CANCELLED")
                .containsEntry("mergedInto", survivor)
                .hasEntrySatisfying("text", text -> assertThat(text.toString()).contains(survivor));
        assertThat(answer(first))
                .bodyJson()
                .extractingPath("$.shipments")
                .asArray()
                .hasSize(1);
    }

    @Test
    void aShipmentThatWaitsIsSplitOnThePageWithItsConsequencesSaidAndUndone() {
        var there = walk.article(5);
        var order = walk.place(OrderMother.of(there, 2).and(walk.article(0), 1));
        var split = "/orders/" + order + "/shipments/" + number(order) + "/split";
        assertThat(page("/orders/" + order)).doesNotContain(split);
        assertThat(page("/orders/" + order, desk())).contains(split, there + " × 2", "箱が1つ増え", "当社の負担", "先に届く箱で全額");
        assertThat(mvc.post().uri(split).with(csrf()).with(viewer())).hasStatus(HttpStatus.FORBIDDEN);

        assertThat(mvc.post().uri(split).with(csrf()).with(desk())).hasRedirectedUrl("/orders/" + order);

        var rest = plans.ofOrder(order).get(1).number();
        var undo = "/orders/" + order + "/shipments/" + rest + "/unsplit";
        assertThat(page("/orders/" + order, desk())).contains(undo, "desk").doesNotContain(split);
        assertThat(mvc.post().uri(undo).with(csrf()).with(desk())).hasRedirectedUrl("/orders/" + order);
        assertThat(page("/orders/" + order, desk())).contains(split).doesNotContain(undo);
    }

    @Test
    void theApiSplitsAndUndoesAndRefusesWithAReason() {
        var order = walk.place(OrderMother.of(walk.article(5), 2).and(walk.article(0), 1));
        var first = number(order);

        assertThat(post(order, "split", "{}")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post(order, "split", "{\"shipmentNumber\": \"S99999999\"}")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(order, "split", named(first)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.shipments[*].status")
                .asArray()
                .containsExactly("PLANNED", "PLANNED");
        assertThat(post(order, "split", named(first))).hasStatus(HttpStatus.CONFLICT);

        var rest = plans.ofOrder(order).get(1).number().value();
        assertThat(post(order, "unsplit", named(first))).hasStatus(HttpStatus.CONFLICT);
        assertThat(post(order, "unsplit", named(rest)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.shipments[*].shipmentNumber")
                .asArray()
                .containsExactly(first);
    }

    private MvcTestResult post(OrderNumber order, String action, String body) {
        return mvc.post()
                .uri("/api/v1/orders/" + order + "/" + action)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(csrf())
                .with(desk())
                .exchange();
    }

    private static String named(String shipment) {
        return "{\"shipmentNumber\": \"" + shipment + "\"}";
    }

    private String number(OrderNumber order) {
        return plans.ofOrder(order).get(0).number().value();
    }

    private MvcTestResult answer(OrderNumber order) {
        return mvc.get().uri("/api/v1/orders/" + order).with(viewer()).exchange();
    }

    private String page(String path) {
        return page(path, viewer());
    }

    private String page(String path, RequestPostProcessor who) {
        var result = mvc.get().uri(path).with(who).exchange();
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), UTF_8);
    }

    private static RequestPostProcessor desk() {
        return user("desk").authorities(AuthorityUtils.createAuthorityList("VIEW", "ORDERS_EDIT"));
    }

    private static RequestPostProcessor viewer() {
        return user("viewer").authorities(AuthorityUtils.createAuthorityList("VIEW", "PERSONAL_REVEAL"));
    }
}
