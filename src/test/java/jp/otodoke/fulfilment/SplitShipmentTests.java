package jp.otodoke.fulfilment;

import static jp.otodoke.fulfilment.TrackingEvent.Kind.DELIVERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jp.otodoke.ModuleTest;
import jp.otodoke.catalog.Temperature;
import jp.otodoke.inventory.Warehouse;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.ChangeOrder;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.ShipmentNumber;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** A person sends now what is there of a shipment that waits for stock, and may undo that until it is released. */
@ModuleTest
class SplitShipmentTests {
    private final Walk walk;
    private final FindPlannedShipments plans;
    private final SplitShipment splitShipment;
    private final UndoSplit undoSplit;
    private String tea = "";
    private String cup = "";

    @Autowired
    SplitShipmentTests(
            AutowireCapableBeanFactory beans,
            FindPlannedShipments plans,
            SplitShipment splitShipment,
            UndoSplit undoSplit) {
        this.walk = beans.createBean(Walk.class);
        this.plans = plans;
        this.splitShipment = splitShipment;
        this.undoSplit = undoSplit;
    }

    @BeforeEach
    void articles() {
        walk.morning();
        walk.wave();
        tea = walk.article(10);
        cup = walk.article(0);
    }

    @AfterEach
    void invariants() {
        walk.allHolds();
    }

    @Test
    void whatIsThereLeavesNowAndTheRestWhenItHasCome() {
        var order = waiting();
        var first = only(order);
        assertThat(splitShipment.possible(order)).hasEntrySatisfying(first, parts -> {
            assertThat(parts.nowGoods()).isEqualTo(Map.of(Sku.of(tea), 2));
            assertThat(parts.laterGoods()).isEqualTo(Map.of(Sku.of(cup), 1));
        });

        var rest = splitShipment.split(order, first, "佐藤");

        assertThat(walk.status(order)).isEqualTo(OrderStatus.AWAITING_STOCK);
        assertThat(walk.told(order, "SHIPMENT_SPLIT", Locale.JAPANESE))
                .contains(first.value(), tea + " × 2", rest.value(), cup + " × 1");
        walk.wave();
        assertThat(walk.parcel(order).number()).isEqualTo(first);
        assertThat(contents(first)).isEqualTo(Map.of(tea, 2));
        finish(first);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.AWAITING_STOCK);

        arrives(cup, 1, order);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
        walk.wave();
        assertThat(walk.parcel(order).number()).isEqualTo(rest);
        assertThat(contents(rest)).isEqualTo(Map.of(cup, 1));
        finish(rest);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.DELIVERED);
        assertThat(walk.pieces(order)).containsExactly(0, 3, 0);
    }

    @Test
    void whatIsSplitLeavesFromWhereItWaitsAlthoughAnotherWarehouseCouldSendItAll() {
        var cool = Warehouse.of("COOL");
        var frozen = walk.given.product(ProductMother.tea().kept(Temperature.FROZEN));
        walk.given.stock(frozen, cool, 2);
        walk.given.stock(frozen, Warehouse.MAIN, 3);
        var order = walk.place(OrderMother.of(frozen, 3).by(PaymentMethod.CASH_ON_DELIVERY));
        var first = only(order);
        assertThat(plans.find(first)).get().returns("COOL", ShipmentPlan::warehouse);

        var rest = splitShipment.split(order, first, "佐藤");

        assertThat(plans.find(first)).get().returns("COOL", ShipmentPlan::warehouse);
        assertThat(plans.find(rest)).get().returns("COOL", ShipmentPlan::warehouse);
        walk.wave();
        assertThat(contents(first)).isEqualTo(Map.of(frozen, 2));
        walk.given.stock(frozen, cool, 1);
        walk.jobs.runAt("await-stock");
        walk.wave();
        assertThat(contents(rest)).isEqualTo(Map.of(frozen, 1));
    }

    @Test
    void theFirstPartCollectsAllTheCashAndTheCustomerIsChargedNoMore() {
        var order = waiting();
        var total = walk.order(order).totals().total();

        split(order);
        walk.wave();
        arrives(cup, 1, order);
        walk.wave();

        assertThat(walk.shipments.ofOrder(order))
                .extracting(Shipment::codAmount)
                .containsExactly(total, Yen.ZERO);
        assertThat(walk.order(order).totals().total()).isEqualTo(total);
    }

    @Test
    void whoUndoesTheSplitBeforeItsReleaseHasAllWaitTogetherAgain() {
        var order = waiting();
        var first = only(order);
        var rest = split(order);
        assertThat(walk.allocated(tea)).isEqualTo(2);
        assertThat(undoSplit.possible(order)).containsExactly(rest);

        undoSplit.undo(order, rest, "佐藤");

        assertThat(walk.allocated(tea)).isZero();
        assertThat(planned(order)).containsExactly(first);
        assertThat(plans.find(first).orElseThrow().shipDay()).isNull();
        assertThat(walk.told(order, "SPLIT_UNDONE", Locale.JAPANESE)).contains(rest.value(), first.value());
        walk.wave();
        assertThat(walk.shipments.ofOrder(order)).isEmpty();

        arrives(cup, 1, order);
        walk.wave();
        assertThat(walk.parcel(order).number()).isEqualTo(first);
        assertThat(contents(first)).isEqualTo(Map.of(tea, 2, cup, 1));
        assertThat(walk.shipments.ofOrder(order)).hasSize(1);
    }

    @Test
    void whatAnUndoneSplitGivesBackGoesToWhoeverWaitsFirst() {
        var order = waiting();
        var rest = split(order);
        var younger = walk.place(OrderMother.of(tea, 9));
        assertThat(walk.status(younger)).isEqualTo(OrderStatus.AWAITING_STOCK);

        undoSplit.undo(order, rest, "佐藤");
        walk.jobs.runAt("await-stock");

        assertThat(walk.status(younger)).isEqualTo(OrderStatus.AWAITING_STOCK);
        assertThat(walk.allocated(tea)).isZero();
    }

    @Test
    void whoUndoesASplitOfWhichBothPartsHaveTheirStockKeepsItWhateverElseIsAwaited() {
        var ice = walk.given.product(ProductMother.tea().kept(Temperature.FROZEN));
        var older = walk.place(OrderMother.of(tea, 9).by(PaymentMethod.BANK_TRANSFER));
        var order = walk.place(OrderMother.of(tea, 2).and(cup, 1).and(ice, 1));
        var first = splitShipment.possible(order).keySet().iterator().next();
        var rest = splitShipment.split(order, first, "佐藤");
        arrives(cup, 1, order);
        walk.transfer(older, walk.order(older).totals().total().amount());
        assertThat(walk.status(older)).isEqualTo(OrderStatus.AWAITING_STOCK);

        undoSplit.undo(order, rest, "佐藤");

        assertThat(walk.allocated(tea)).isEqualTo(2);
        assertThat(walk.allocated(cup)).isEqualTo(1);
        assertThat(planned(order)).hasSize(2).contains(first).doesNotContain(rest);
        walk.wave();
        assertThat(contents(first)).isEqualTo(Map.of(tea, 2, cup, 1));
        assertThat(walk.status(order)).isEqualTo(OrderStatus.AWAITING_STOCK);
    }

    @Test
    void afterTheReleaseOfTheFirstPartTheSplitStays() {
        var order = waiting();
        var rest = split(order);
        walk.wave();

        assertThat(undoSplit.possible(order)).isEmpty();
        assertThatThrownBy(() -> undoSplit.undo(order, rest, "佐藤")).isInstanceOf(Refusal.class);
    }

    @Test
    void aSplitOfWhichBothPartsAreReadyIsUndoneIntoOneShipment() {
        var order = waiting();
        var first = only(order);
        var rest = split(order);
        arrives(cup, 1, order);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);

        undoSplit.undo(order, rest, "佐藤");

        assertThat(planned(order)).containsExactly(first);
        walk.wave();
        assertThat(contents(first)).isEqualTo(Map.of(tea, 2, cup, 1));
        assertThat(walk.status(order)).isEqualTo(OrderStatus.DISPATCHED);
    }

    @Test
    void partsThatLeaveOnOneDayMergeUnderTheOldestNumberAgain() {
        var order = waiting();
        var first = only(order);
        var rest = split(order);
        arrives(cup, 1, order);

        walk.wave();

        assertThat(walk.shipments.ofOrder(order)).extracting(Shipment::number).containsExactly(first);
        assertThat(plans.find(rest).orElseThrow().mergedInto()).isEqualTo(first);
    }

    @Test
    void whatOlderOrdersWaitForIsNotThere() {
        var older = walk.place(OrderMother.of(tea, 10).and(cup, 1));
        var younger = walk.place(OrderMother.of(tea, 2).and(cup, 1));

        assertThat(splitShipment.possible(younger)).isEmpty();
        assertThatThrownBy(() -> split(younger)).isInstanceOf(Refusal.class);
        assertThat(planned(younger)).hasSize(1);
        assertThat(splitShipment.possible(older)).hasSize(1);
    }

    @Test
    void nothingIsSplitThatDoesNotWaitOrBelongsToAnotherOrder() {
        var ready = walk.place(OrderMother.of(tea, 1));
        assertThatThrownBy(() -> split(ready)).isInstanceOf(Refusal.class);
        var other = waiting();
        assertThatThrownBy(() -> splitShipment.split(other, only(ready), "佐藤")).isInstanceOf(Refusal.class);
    }

    @Test
    void whatIsOnHoldIsSplitAndUndoneButLeavesOnlyWhenItIsReleased() {
        var order = waiting();
        walk.changes.hold(order, "確認", "佐藤");
        assertThat(splitShipment.possible(order)).hasSize(1);

        var rest = split(order);
        undoSplit.undo(order, rest, "佐藤");
        assertThat(planned(order)).hasSize(1);
        split(order);
        walk.wave();
        assertThat(walk.parcels(order)).isEmpty();

        walk.changes.release(order, "佐藤");
        walk.wave();
        assertThat(walk.parcels(order)).hasSize(1);
    }

    @Test
    void theRestIsSplitOnceMoreWhenAPartOfItHasCome() {
        var spoon = walk.article(0);
        var order = walk.place(OrderMother.of(tea, 2).and(cup, 1).and(spoon, 1));
        var first = only(order);
        var second = split(order);
        walk.wave();
        arrives(cup, 1, order);

        var third = splitShipment.split(order, second, "佐藤");

        walk.wave();
        assertThat(contents(first)).isEqualTo(Map.of(tea, 2));
        assertThat(contents(second)).isEqualTo(Map.of(cup, 1));
        assertThat(planned(order)).containsExactly(third);
    }

    @Test
    void undoingTheFirstOfTwoSplitsBringsItsGoodsToWhereTheyCameFrom() {
        var spoon = walk.article(0);
        var order = walk.place(OrderMother.of(tea, 2).and(cup, 1).and(spoon, 1));
        var first = only(order);
        var second = split(order);
        arrives(cup, 1, order);
        var third = splitShipment.split(order, second, "佐藤");

        undoSplit.undo(order, second, "佐藤");

        assertThat(planned(order)).containsExactly(first, third);
        assertThat(walk.allocated(tea)).isEqualTo(2);
        assertThat(walk.allocated(cup)).isEqualTo(1);
        undoSplit.undo(order, third, "佐藤");
        assertThat(planned(order)).containsExactly(first);
        assertThat(walk.allocated(tea)).isZero();
    }

    @Test
    void aSetThatIsSplitHasShippedWhenItsLastArticleHas() {
        var set = walk.set(Map.of(tea, 1, cup, 2));
        var order = walk.place(OrderMother.of(set, 2));
        var first = only(order);
        split(order);
        walk.wave();
        assertThat(contents(first)).isEqualTo(Map.of(tea, 2));
        walk.acknowledge(first, true);
        walk.ship(first);
        assertThat(walk.pieces(order)).containsExactly(2, 0, 0);

        arrives(cup, 4, order);
        walk.wave();
        walk.acknowledge(walk.parcel(order).number(), true);
        walk.ship(walk.parcel(order).number());

        assertThat(walk.pieces(order)).containsExactly(0, 2, 0);
    }

    @Test
    void aChangedOrderIsPlannedAsAWholeAgain() {
        var order = waiting();
        split(order);

        walk.changes.change(order, new ChangeOrder.Changes(null, true, null, null, null, null, null), "tester");
        walk.jobs.run(order);

        assertThat(planned(order)).hasSize(1);
        assertThat(walk.allocated(tea)).isZero();
    }

    @Test
    void aCancelledOrderGivesBackWhatItsPartsHave() {
        var order = waiting();
        split(order);

        walk.cancel(order);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(walk.allocated(tea)).isZero();
        assertThat(planned(order)).isEmpty();
    }

    @Test
    void ofFivePiecesTheTwoThatAreThereLeaveNowAndTheRestWhenItHasCome() {
        walk.given.stock(cup, 2);
        var order = walk.place(OrderMother.of(cup, 5));
        var total = walk.order(order).totals().total();
        var first = only(order);
        assertThat(splitShipment.possible(order)).hasEntrySatisfying(first, parts -> {
            assertThat(parts.nowGoods()).isEqualTo(Map.of(Sku.of(cup), 2));
            assertThat(parts.laterGoods()).isEqualTo(Map.of(Sku.of(cup), 3));
        });

        var rest = splitShipment.split(order, first, "佐藤");

        assertThat(walk.allocated(cup)).isEqualTo(2);
        assertThat(splitShipment.possible(order)).isEmpty();
        assertThat(walk.told(order, "SHIPMENT_SPLIT", Locale.JAPANESE)).contains(cup + " × 2", cup + " × 3");
        walk.wave();
        assertThat(contents(first)).isEqualTo(Map.of(cup, 2));
        finish(first);
        assertThat(walk.pieces(order)).containsExactly(3, 2, 0);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.AWAITING_STOCK);

        arrives(cup, 3, order);
        walk.wave();
        assertThat(contents(rest)).isEqualTo(Map.of(cup, 3));
        finish(rest);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.DELIVERED);
        assertThat(walk.pieces(order)).containsExactly(0, 5, 0);
        assertThat(walk.shipments.ofOrder(order))
                .extracting(Shipment::codAmount)
                .containsExactly(total, Yen.ZERO);
    }

    @Test
    void aSplitByPiecesIsUndoneUntilTheFirstPartIsReleased() {
        walk.given.stock(cup, 2);
        var order = walk.place(OrderMother.of(cup, 5));
        var first = only(order);
        var rest = split(order);

        undoSplit.undo(order, rest, "佐藤");

        assertThat(walk.allocated(cup)).isZero();
        assertThat(planned(order)).containsExactly(first);
        arrives(cup, 3, order);
        walk.wave();
        assertThat(contents(first)).isEqualTo(Map.of(cup, 5));
        assertThat(walk.shipments.ofOrder(order)).hasSize(1);
    }

    @Test
    void theRestOfAnArticleIsSplitByPiecesOnceMore() {
        walk.given.stock(cup, 2);
        var order = walk.place(OrderMother.of(cup, 5));
        var first = only(order);
        var second = split(order);
        walk.wave();
        arrives(cup, 1, order);
        assertThat(walk.allocated(cup)).isEqualTo(2);

        var third = splitShipment.split(order, second, "佐藤");

        assertThat(walk.allocated(cup)).isEqualTo(3);
        walk.wave();
        assertThat(contents(first)).isEqualTo(Map.of(cup, 2));
        assertThat(contents(second)).isEqualTo(Map.of(cup, 1));
        arrives(cup, 2, order);
        walk.wave();
        assertThat(contents(third)).isEqualTo(Map.of(cup, 2));
        List.of(first, second, third).forEach(this::finish);
        assertThat(walk.pieces(order)).containsExactly(0, 5, 0);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.DELIVERED);
    }

    @Test
    void partsOfOneArticleThatLeaveTogetherAfterAllAreOneLine() {
        walk.given.stock(cup, 2);
        var order = walk.place(OrderMother.of(cup, 5));
        var first = only(order);
        var rest = split(order);
        arrives(cup, 3, order);

        walk.wave();

        assertThat(contents(first)).isEqualTo(Map.of(cup, 5));
        assertThat(plans.find(rest).orElseThrow().mergedInto()).isEqualTo(first);
        finish(first);
        assertThat(walk.pieces(order)).containsExactly(0, 5, 0);
    }

    @Test
    void ofASetOnlyWholePiecesOfItsArticlesLeaveBefore() {
        walk.given.stock(cup, 3);
        var set = walk.set(Map.of(tea, 1, cup, 2));
        var order = walk.place(OrderMother.of(set, 2));

        assertThat(splitShipment.possible(order).values()).singleElement().satisfies(parts -> {
            assertThat(parts.nowGoods()).isEqualTo(Map.of(Sku.of(tea), 2, Sku.of(cup), 2));
            assertThat(parts.laterGoods()).isEqualTo(Map.of(Sku.of(cup), 2));
        });
        var first = only(order);
        var rest = split(order);
        walk.wave();
        finish(first);
        assertThat(walk.pieces(order)).containsExactly(1, 1, 0);
        arrives(cup, 1, order);
        walk.wave();
        finish(rest);
        assertThat(walk.pieces(order)).containsExactly(0, 2, 0);
    }

    @Test
    void anOrderSplitByPiecesIsCancelledWithAllItsParts() {
        walk.given.stock(cup, 2);
        var order = walk.place(OrderMother.of(cup, 5));
        split(order);

        walk.cancel(order);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(walk.allocated(cup)).isZero();
        assertThat(planned(order)).isEmpty();
    }

    @Test
    void theRestComesFromAnotherWarehouseOnceTheFirstPartHasShipped() {
        walk.given.stock(cup, 2);
        var order = walk.place(OrderMother.of(cup, 5));
        var first = only(order);
        split(order);
        walk.wave();
        finish(first);

        walk.given.stock(cup, Warehouse.of("COOL"), 3);
        walk.jobs.runAt("await-stock");
        walk.jobs.run(order);
        walk.wave();

        assertThat(walk.parcel(order).warehouse()).isEqualTo("COOL");
        finish(walk.parcel(order).number());
        assertThat(walk.pieces(order)).containsExactly(0, 5, 0);
    }

    private OrderNumber waiting() {
        var order = walk.place(OrderMother.of(tea, 2).and(cup, 1));
        assertThat(walk.status(order)).isEqualTo(OrderStatus.AWAITING_STOCK);
        return order;
    }

    private ShipmentNumber split(OrderNumber order) {
        return splitShipment.split(order, only(order), "佐藤");
    }

    private List<ShipmentNumber> planned(OrderNumber order) {
        return plans.ofOrder(order).stream()
                .filter(plan -> plan.cancelled() == null)
                .map(ShipmentPlan::number)
                .toList();
    }

    private ShipmentNumber only(OrderNumber order) {
        assertThat(planned(order)).hasSize(1);
        return planned(order).get(0);
    }

    private void arrives(String sku, int pieces, OrderNumber order) {
        walk.receive(sku, pieces);
        walk.jobs.run(order);
    }

    private void finish(ShipmentNumber shipment) {
        walk.acknowledge(shipment, true);
        walk.ship(shipment);
        walk.track(shipment, DELIVERED);
    }

    private Map<String, Integer> contents(ShipmentNumber shipment) {
        return walk
                .jdbc
                .sql("select sku, quantity from shipment_line where shipment_number = ? and kind = 'GOODS'")
                .param(shipment.value())
                .query((row, n) -> Map.entry(row.getString("sku"), row.getInt("quantity")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum));
    }
}
