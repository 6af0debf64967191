package jp.otodoke.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.otodoke.OtodokeTest;
import jp.otodoke.inventory.RecordStockSnapshot;
import jp.otodoke.inventory.RecordStockSnapshot.SnapshotRow;
import jp.otodoke.inventory.StockDifference;
import jp.otodoke.inventory.StockDifferences;
import jp.otodoke.inventory.StockLevels;
import jp.otodoke.inventory.Warehouse;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.shared.Sku;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Stock differences for people and for other programs: listed, filtered, exported, booked, dismissed. */
@OtodokeTest
@WithMockUser(
        username = "hanako",
        authorities = {"ROLE_MANAGER", "VIEW", "STOCK_EDIT", "SHIPMENTS_EDIT"})
class StockDifferencePageTests {
    private final MockMvcTester web;
    private final Given given;
    private final RecordStockSnapshot snapshot;
    private final StockDifferences differences;
    private final StockLevels levels;
    private final JdbcClient jdbc;
    private final String warehouse = "W-" + UUID.randomUUID();
    private String tea = "";
    private String ice = "";

    @Autowired
    StockDifferencePageTests(
            MockMvcTester web,
            Given given,
            RecordStockSnapshot snapshot,
            StockDifferences differences,
            StockLevels levels,
            JdbcClient jdbc) {
        this.web = web;
        this.given = given;
        this.snapshot = snapshot;
        this.differences = differences;
        this.levels = levels;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void counted() {
        tea = given.product(ProductMother.tea());
        ice = given.product(ProductMother.tea());
        given.stock(tea, Warehouse.of(warehouse), 10);
        given.stock(ice, Warehouse.of(warehouse), 10);
        snapshot.record(
                Instant.parse("2026-11-24T00:00:00Z"),
                Warehouse.of(warehouse),
                List.of(
                        new SnapshotRow(Sku.of(tea), null, null, "GOOD", 8, 0),
                        new SnapshotRow(Sku.of(ice), null, null, "GOOD", 11, 0)));
    }

    @Test
    void listsThemByWarehouseWithTheFormThatDecides() {
        assertThat(web.get().uri("/stock/differences?sort=difference,asc&warehouse=" + warehouse))
                .hasStatusOk()
                .bodyText()
                .contains(tea, ice, "選んだ差異を記帳する", "+1", "-2")
                .doesNotContain("??");
    }

    @Test
    @WithMockUser(
            username = "taro",
            authorities = {"ROLE_OPERATOR", "VIEW"})
    void whoMayNotChangeStockSeesThemWithoutTheForm() {
        assertThat(web.get().uri("/stock/differences?warehouse=" + warehouse))
                .bodyText()
                .contains(tea)
                .doesNotContain("選んだ差異を記帳する");
        assertThat(web.post().uri("/stock/differences").with(csrf()).param("decision", "book"))
                .hasStatus(403);
    }

    @Test
    void booksTheChosenOneFromThePageAndRecordsWhoDidIt() {
        assertThat(web.post()
                        .uri("/stock/differences")
                        .with(csrf())
                        .param("decision", "book")
                        .param("reason", "棚卸")
                        .param("warehouse", warehouse)
                        .param("id", Long.toString(of(tea).id())))
                .hasRedirectedUrl("/stock/differences?warehouse=" + warehouse)
                .flash()
                .containsEntry("done", "1件を調整として記帳しました。");

        assertThat(onHand(tea)).isEqualTo(8);
        assertThat(of(ice).state()).isEqualTo(StockDifference.State.OPEN);
        assertThat(jdbc.sql("select who from audit_entry where action = 'stock-differences-booked' and subject = ?")
                        .param(warehouse)
                        .query(String.class)
                        .list())
                .containsExactly("hanako");
    }

    @Test
    void decidesAboutEverythingThatTheFilterFinds() {
        web.post()
                .uri("/stock/differences")
                .with(csrf())
                .param("decision", "dismiss")
                .param("reason", "移動中")
                .param("warehouse", warehouse)
                .param("all", "true")
                .exchange();

        assertThat(List.of(of(tea), of(ice)))
                .allSatisfy(d -> assertThat(d.state()).isEqualTo(StockDifference.State.DISMISSED));
    }

    @Test
    void whatIsLeftUndecidedIsSaidWithItsReason() {
        var id = Long.toString(of(tea).id());
        given.stock(tea, Warehouse.of(warehouse), 1);

        assertThat(web.post()
                        .uri("/stock/differences")
                        .with(csrf())
                        .param("decision", "book")
                        .param("reason", "棚卸")
                        .param("id", id))
                .flash()
                .containsEntry("refused", "1件は未処理のままです。")
                .hasEntrySatisfying("left", left -> assertThat(left).asString().contains(tea, "在庫が動いています"))
                .containsEntry("reason", "棚卸")
                .containsEntry("chosen", List.of(Long.valueOf(id)));
    }

    @Test
    void anEmptyListSaysWhetherTheFilterOrNothingIsTheCause() {
        assertThat(web.get().uri("/stock/differences?q=nobody-has-this-name"))
                .bodyText()
                .contains("条件に当てはまる差異がありません");
    }

    @Test
    void theTaskSaysWhenWasCountedAsPeopleReadIt() {
        assertThat(jdbc.sql("select reason from task where subject_key = ?")
                        .param(warehouse)
                        .query(String.class)
                        .single())
                .contains("(2026/11/24(火) 09:00)");
    }

    @Test
    void withoutAReasonNothingIsDoneAndTheChoiceStays() {
        var id = of(tea).id();

        assertThat(web.post()
                        .uri("/stock/differences")
                        .with(csrf())
                        .param("decision", "book")
                        .param("reason", " ")
                        .param("despiteMovements", "true")
                        .param("all", "true")
                        .param("id", Long.toString(id)))
                .flash()
                .containsEntry("chosen", List.of(id))
                .containsEntry("despite", true)
                .containsEntry("everything", true)
                .containsKey("problems");
        assertThat(onHand(tea)).isEqualTo(10);
    }

    @Test
    void exportsWhatThePageShows() throws Exception {
        var file = web.get()
                .uri("/stock/differences/export.csv?warehouse=" + warehouse)
                .exchange();

        assertThat(file.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains(tea, ice, "良品");
    }

    @Test
    void theApiListsBooksAndAnswersWhatWasLeft() {
        assertThat(web.get().uri("/api/v1/stock/differences?state=OPEN&sort=sku&warehouse=" + warehouse))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[*].difference")
                .asArray()
                .containsExactlyInAnyOrder(-2, 1);

        var body = "{\"ids\": [%d, 999999999], \"reason\": \"棚卸\"}".formatted(of(tea).id());
        assertThat(web.post()
                        .uri("/api/v1/stock/differences/book")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"done\": [%d], \"left\": [{\"id\": 999999999, \"why\": \"UNKNOWN\", \"orders\": []}]}"
                                .formatted(of(tea).id()));
        assertThat(web.post()
                        .uri("/api/v1/stock/differences/dismiss")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .hasStatus(422);
        assertThat(web.post()
                        .uri("/api/v1/stock/differences/book")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"ids\": [null], \"reason\": \"棚卸\"}"))
                .hasStatus(422);
        assertThat(web.get().uri("/api/v1/stock/differences?state=LOST").exchange())
                .hasStatus4xxClientError();
        assertThat(web.get().uri("/api/v1/stock/differences/999999999")).hasStatus(404);
    }

    private StockDifference of(String sku) {
        return differences
                .list(new StockDifferences.Filter(null, warehouse, null, sku), null, 0, 10)
                .get(0);
    }

    private long onHand(String sku) {
        return levels.in(Warehouse.of(warehouse), List.of(Sku.of(sku))).get(0).onHand();
    }
}
