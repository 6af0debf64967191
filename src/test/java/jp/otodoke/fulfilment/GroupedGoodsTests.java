package jp.otodoke.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import jp.otodoke.UnitTest;
import jp.otodoke.fulfilment.GroupGoods.Place;
import jp.otodoke.inventory.Warehouse;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Sku;
import org.junit.jupiter.api.Test;

/** What may share a parcel. */
@UnitTest
class GroupedGoodsTests {
    private static final OrderNumber ORDER = OrderNumber.of("A1");
    private static final Warehouse COOL = Warehouse.of("COOL");

    private final GroupedGoods grouped = new GroupedGoods();

    @Test
    void ambientGoodsJoinChilledOnesOnlyFromTheSameWarehouseToTheSameDestination() {
        put("tea", 1, COOL, CoolService.NONE);
        put("cheese", 1, COOL, CoolService.CHILLED);
        put("cup", 1, Warehouse.MAIN, CoolService.NONE);
        put("elsewhere", 2, COOL, CoolService.NONE);

        grouped.joinAmbientWithChilled(ORDER);

        assertThat(cool("tea")).isEqualTo(CoolService.CHILLED);
        assertThat(cool("cup")).isEqualTo(CoolService.NONE);
        assertThat(cool("elsewhere")).isEqualTo(CoolService.NONE);
    }

    @Test
    void frozenGoodsKeepTheirParcelToThemselves() {
        put("tea", 1, COOL, CoolService.NONE);
        put("cheese", 1, COOL, CoolService.CHILLED);
        put("ice", 1, COOL, CoolService.FROZEN);

        grouped.joinAmbientWithChilled(ORDER);

        assertThat(cool("ice")).isEqualTo(CoolService.FROZEN);
        assertThat(grouped.of(ORDER)).hasSize(2);
    }

    @Test
    void piecesThatWereSplitOffLastAreFilledFirstAndTheFirstPartTakesWhatIsLeft() {
        put("tea", 1, COOL, CoolService.NONE);
        var place = new Place(ORDER, 1, Sku.of("tea"));
        grouped.split(place, 2, 1);
        grouped.split(place, 3, 2);
        var first = new ShipmentGroup(1, COOL, CoolService.NONE);

        assertThat(grouped.of(ORDER, 1, Sku.of("tea"), 5))
                .isEqualTo(Map.of(first, 2, first.asPart(2), 1, first.asPart(3), 2));
        assertThat(grouped.of(ORDER, 1, Sku.of("tea"), 3)).isEqualTo(Map.of(first.asPart(2), 1, first.asPart(3), 2));
        assertThat(grouped.of(ORDER, 1, Sku.of("tea"), 1)).isEqualTo(Map.of(first.asPart(3), 1));
        assertThat(grouped.of(ORDER)).hasSize(3);
    }

    @Test
    void anArticleThatWasSplitOffAsAWholeIsInItsPartOnly() {
        put("tea", 1, COOL, CoolService.NONE);
        grouped.split(new Place(ORDER, 1, Sku.of("tea")), 2, null);
        var second = new ShipmentGroup(1, COOL, CoolService.NONE).asPart(2);

        assertThat(grouped.of(ORDER, 1, Sku.of("tea"), 5)).isEqualTo(Map.of(second, 5));
        assertThat(grouped.of(ORDER)).containsExactly(second);
    }

    private void put(String article, int destination, Warehouse warehouse, CoolService cool) {
        grouped.put(new Place(ORDER, 1, Sku.of(article)), new ShipmentGroup(destination, warehouse, cool));
    }

    private CoolService cool(String article) {
        return grouped.of(ORDER, 1, Sku.of(article), 1)
                .keySet()
                .iterator()
                .next()
                .cool();
    }
}
