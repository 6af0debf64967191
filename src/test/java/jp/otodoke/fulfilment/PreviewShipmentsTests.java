package jp.otodoke.fulfilment;

import static jp.otodoke.fulfilment.CoolService.FROZEN;
import static jp.otodoke.fulfilment.CoolService.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jp.otodoke.ModuleTest;
import jp.otodoke.RoundTrips;
import jp.otodoke.catalog.Temperature;
import jp.otodoke.fulfilment.PreviewShipments.Availability;
import jp.otodoke.fulfilment.PreviewShipments.PreviewedShipment;
import jp.otodoke.fulfilment.PreviewShipments.Wanted;
import jp.otodoke.inventory.Warehouse;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.shared.Sku;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Order entry shows the stock of the warehouse that the goods would leave from, not the sum over all. */
@ModuleTest
class PreviewShipmentsTests {
    private static final Warehouse COOL = Warehouse.of("COOL");

    private final Walk walk;
    private final PreviewShipments preview;
    private String tea = "";
    private String ice = "";

    @Autowired
    PreviewShipmentsTests(AutowireCapableBeanFactory beans, PreviewShipments preview) {
        this.walk = beans.createBean(Walk.class);
        this.preview = preview;
    }

    @BeforeEach
    void articles() {
        walk.morning();
        tea = walk.article(10);
        ice = walk.given.product(ProductMother.tea().kept(Temperature.FROZEN));
    }

    @Test
    void whatLiesInAnotherWarehouseIsToldApartAndDoesNotLetTheOrderLeave() {
        walk.given.stock(tea, COOL, 50);

        var shown = preview.preview(List.of(wanted(1, tea, 12)));

        assertThat(shown.lines()).containsEntry(0, new Availability(10, 0, 50, false));
        assertThat(shown.shipments()).singleElement().satisfies(one -> {
            assertThat(one.warehouse()).isEqualTo(Warehouse.MAIN);
            assertThat(one.lacking()).containsExactly(Sku.of(tea));
        });
        assertThat(walk.status(walk.place(OrderMother.of(tea, 12)))).isEqualTo(OrderStatus.AWAITING_STOCK);
    }

    @Test
    void goodsThatCanNotTravelTogetherAreShownApartAndOnlyWhatLacksStockWaits() {
        walk.given.stock(ice, COOL, 1);

        var shown = preview.preview(List.of(wanted(1, tea, 2), wanted(1, ice, 3)));

        assertThat(shown.shipments())
                .extracting(PreviewedShipment::warehouse, PreviewedShipment::cool, PreviewedShipment::complete)
                .containsExactly(tuple(Warehouse.MAIN, NONE, true), tuple(COOL, FROZEN, false));
    }

    @Test
    void destinationsThatWantTheSamePiecesGetThemOneAfterTheOther() {
        var shown = preview.preview(List.of(wanted(1, tea, 7), wanted(2, tea, 7)));

        assertThat(shown.shipments())
                .extracting(PreviewedShipment::destination, PreviewedShipment::complete)
                .containsExactly(tuple(1, true), tuple(2, false));
        assertThat(shown.lines().get(0)).isEqualTo(new Availability(10, 0, 0, false));
    }

    @Test
    void aSetIsAsMuchInStockAsTheScarcestOfItsArticlesInTheirWarehouses() {
        walk.given.stock(ice, COOL, 5);
        var set = walk.given.product(ProductMother.set(Map.of(tea, 2, ice, 1)));

        var shown = preview.preview(List.of(wanted(1, set, 5)));

        assertThat(shown.lines()).containsEntry(0, new Availability(5, 0, 0, true));
        assertThat(shown.shipments()).hasSize(2).allSatisfy(one -> assertThat(one.skus())
                .containsExactly(Sku.of(set)));
    }

    @Test
    void anUnknownArticleIsLeftOutAndOneThatNobodyKeepsIsNotCounted() {
        assertThat(preview.preview(List.of(wanted(1, "NOBODY-KNOWS", 1))).shipments())
                .isEmpty();
    }

    @Test
    void asManyLinesAsOneAskTheSameQuestions() {
        var lines = IntStream.range(0, 30).mapToObj(i -> wanted(1, tea, 1)).toList();
        preview.preview(lines);

        var one = RoundTrips.of(() -> preview.preview(lines.subList(0, 1)));

        assertThat(RoundTrips.of(() -> preview.preview(lines))).hasSameSizeAs(one);
    }

    private static Wanted wanted(int destination, String sku, int quantity) {
        return new Wanted(destination, "東京都", Sku.of(sku), quantity);
    }
}
