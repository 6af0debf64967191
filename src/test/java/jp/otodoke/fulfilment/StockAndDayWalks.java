package jp.otodoke.fulfilment;

import static jp.otodoke.orders.PaymentMethod.CREDIT_CARD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import jp.otodoke.catalog.ProductKind;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.ChangeOrder;
import jp.otodoke.orders.NewOrder;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.Recipient;
import jp.otodoke.payments.CardAnswer.Outcome;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.TimeSlot;
import org.junit.jupiter.api.Test;

/** From secured money to the ship day: stock, dates, holds, changes. */
interface StockAndDayWalks {
    Walk walk();

    @Test
    default void theOldestOrderGetsTheGoodsFirstAndGoesOnWhenTheyArrive() {
        var sku = walk().article(1);
        var older = walk().place(OrderMother.of(sku, 3));
        var younger = walk().place(OrderMother.of(sku, 1));
        assertThat(walk().status(older)).isEqualTo(OrderStatus.AWAITING_STOCK);
        assertThat(walk().status(younger)).isEqualTo(OrderStatus.AWAITING_STOCK);

        walk().receive(sku, 2);

        assertThat(walk().status(older)).isEqualTo(OrderStatus.READY);
        assertThat(walk().status(younger)).isEqualTo(OrderStatus.AWAITING_STOCK);
        walk().receive(sku, 1);
        assertThat(walk().status(younger)).isEqualTo(OrderStatus.READY);
    }

    @Test
    default void whoWaitsBehindACancelledOrderGoesOn() {
        var sku = walk().article(1);
        var older = walk().place(OrderMother.of(sku, 3));
        var younger = walk().place(OrderMother.of(sku, 1));

        walk().cancel(older);

        assertThat(walk().status(older)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(walk().status(younger)).isEqualTo(OrderStatus.READY);
    }

    /** The job is written with the allocation: whoever is killed in between finds both or neither. */
    @Test
    default void aServedOrderGoesOnInAJobOfItsOwn() {
        var sku = walk().article(0);
        var order = walk().place(OrderMother.of(sku, 1));
        walk().given.stock(sku, 1);
        assertThat(walk().allocated(sku)).isEqualTo(1);
        assertThat(walk().status(order)).isEqualTo(OrderStatus.AWAITING_STOCK);

        walk().jobs.run(order);

        assertThat(walk().status(order)).isEqualTo(OrderStatus.READY);
        assertThat(walk().allocated(sku)).isEqualTo(1);
    }

    @Test
    default void anOrderCancelledBeforeItGoesOnPassesItsPiecesToTheNext() {
        var sku = walk().article(0);
        var served = walk().place(OrderMother.of(sku, 1));
        var next = walk().place(OrderMother.of(sku, 1));
        walk().given.stock(sku, 1);

        walk().cancel(served);

        assertThat(walk().status(served)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(walk().alive(served)).isFalse();
        assertThat(walk().status(next)).isEqualTo(OrderStatus.READY);
        assertThat(walk().allocated(sku)).isEqualTo(1);
    }

    @Test
    default void missingStockGoesToAPersonAfterFourteenDays() {
        var sku = walk().article(0);
        var waiting = walk().place(OrderMother.of(sku, 1));
        var ending = walk().place(OrderMother.of(sku, 1));
        walk().pass(Duration.ofDays(15), waiting, ending);

        walk().decide(waiting, "stock-missing", "WAIT");
        walk().decide(ending, "stock-missing", "CANCEL");

        assertThat(walk().status(waiting)).isEqualTo(OrderStatus.AWAITING_STOCK);
        assertThat(walk().status(ending)).isEqualTo(OrderStatus.CANCELLED);
        walk().receive(sku, 1);
        assertThat(walk().status(waiting)).isEqualTo(OrderStatus.READY);
    }

    @Test
    default void theTaskAboutMissingStockEndsByItselfWhenGoodsArrive() {
        var sku = walk().article(0);
        var order = walk().place(OrderMother.of(sku, 1));
        walk().pass(Duration.ofDays(15), order);
        assertThat(walk().tasks(order)).containsExactly("stock-missing");

        walk().receive(sku, 1);

        assertThat(walk().tasks(order)).isEmpty();
        assertThat(walk().status(order)).isEqualTo(OrderStatus.READY);
    }

    @Test
    default void theShipDayIsCountedBackFromTheRequestedDeliveryDate() {
        var sku = walk().article(10);
        var tokyo = walk().place(OrderMother.of(sku, 1).requestedFor(LocalDate.of(2026, 12, 1)));
        var sapporo = walk().place(OrderMother.of(sku, 1)
                .requestedFor(LocalDate.of(2026, 12, 1))
                .livingAt(CustomerMother.SAPPORO));

        assertThat(walk().order(tokyo).shipDay()).isEqualTo(LocalDate.of(2026, 11, 30));
        // Two days back is a Sunday, when the warehouse rests.
        assertThat(walk().order(sapporo).shipDay()).isEqualTo(LocalDate.of(2026, 11, 28));
        walk().wave();
        assertThat(walk().status(tokyo)).isEqualTo(OrderStatus.READY);
    }

    @Test
    default void anUnreachableDayGoesToAPersonWhoTakesTheEarliestOrCancels() {
        var sku = walk().article(10);
        var early = walk().place(OrderMother.of(sku, 1).requestedFor(LocalDate.of(2026, 11, 26)));
        var ended = walk().place(OrderMother.of(sku, 1).requestedFor(LocalDate.of(2026, 11, 26)));

        walk().decide(early, "date-unreachable", "EARLIEST");
        walk().decide(ended, "date-unreachable", "CANCEL");

        assertThat(walk().status(early)).isEqualTo(OrderStatus.READY);
        assertThat(walk().order(early).shipDay()).isEqualTo(LocalDate.of(2026, 11, 26));
        assertThat(walk().status(ended)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(walk().allocated(sku)).isEqualTo(1);
    }

    @Test
    default void aHeldOrderIsNotShippedUntilReleased() {
        var order = walk().place(OrderMother.of(walk().article(10), 1));
        walk().changes.hold(order, "電話待ち", "tester");
        walk().changes.hold(order, "まだ電話待ち", "tester");
        assertThat(walk().status(order)).isEqualTo(OrderStatus.ON_HOLD);
        assertThat(walk().tasks(order)).containsExactly("order-on-hold");
        walk().wave();
        assertThat(walk().status(order)).isEqualTo(OrderStatus.ON_HOLD);

        walk().changes.release(order, "tester");

        assertThat(walk().tasks(order)).isEmpty();
        walk().wave();
        assertThat(walk().status(order)).isEqualTo(OrderStatus.DISPATCHED);
    }

    @Test
    default void aHoldIsLiftedFromTheInbox() {
        var order = walk().place(OrderMother.of(walk().article(10), 1));
        walk().changes.hold(order, "電話待ち", "tester");

        walk().decide(order, "order-on-hold", "RELEASE");

        assertThat(walk().status(order)).isEqualTo(OrderStatus.READY);
    }

    @Test
    default void anOrderGivenUpWhileHeldLeavesNothingBehind() {
        var order = walk().place(OrderMother.of(walk().article(1), 1).by(PaymentMethod.BANK_TRANSFER));
        walk().changes.hold(order, "電話待ち", "tester");

        walk().pass(Duration.ofDays(11), order);

        assertThat(walk().status(order)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(walk().tasks(order)).isEmpty();
        assertThat(walk().alive(order)).isFalse();
    }

    @Test
    default void changedLinesAreRepricedAndReallocated() {
        var sku = walk().article(10);
        var order = walk().place(OrderMother.of(sku, 2).by(CREDIT_CARD));
        walk().answer(order, Outcome.AUTHORISED);

        change(
                order,
                new ChangeOrder.Changes(
                        List.of(new NewOrder.Line(Sku.of(sku), 5, null, null, 0)),
                        false,
                        null,
                        null,
                        null,
                        null,
                        null));

        assertThat(walk().asked(order)).containsExactly("VOID", "AUTHORISE");
        assertThat(walk().allocated(sku)).isZero();
        walk().answer(order, Outcome.VOIDED);
        walk().answer(order, Outcome.AUTHORISED);
        assertThat(walk().status(order)).isEqualTo(OrderStatus.READY);
        assertThat(walk().allocated(sku)).isEqualTo(5);
        assertThat(walk().payment(order).authorised().amount())
                .isEqualTo(walk().order(order).totals().total().amount());
    }

    @Test
    default void aChangedDayOrMethodIsFollowed() {
        var sku = walk().article(10);
        var order = walk().place(OrderMother.of(sku, 1));
        change(order, new ChangeOrder.Changes(null, true, LocalDate.of(2026, 12, 10), null, null, null, null));
        assertThat(walk().order(order).shipDay()).isEqualTo(LocalDate.of(2026, 12, 9));

        change(order, new ChangeOrder.Changes(null, false, null, null, null, PaymentMethod.BANK_TRANSFER, null));

        assertThat(walk().status(order)).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        assertThat(walk().order(order).totals().fee().amount()).isZero();
        assertThat(walk().allocated(sku)).isZero();
    }

    @Test
    default void theHistorySaysWhatWasChangedFromWhatToWhatInBothLanguages() {
        var sku = walk().article(10);
        var order = walk().place(OrderMother.of(sku, 2));
        var buyer = walk().order(order);
        var elsewhere = new Recipient(
                buyer.buyerName(),
                buyer.buyerKana(),
                buyer.buyerPhone(),
                new Address("0600001", "北海道", "札幌市中央区", "北一条西1", ""));

        change(
                order,
                new ChangeOrder.Changes(
                        List.of(new NewOrder.Line(Sku.of(sku), 3, null, null, 0)),
                        true,
                        LocalDate.of(2026, 12, 10),
                        TimeSlot.AM,
                        elsewhere,
                        PaymentMethod.BANK_TRANSFER,
                        null));

        assertThat(walk().told(order, "CHANGED", Locale.JAPANESE))
                .isEqualTo("内容を変更しました: お茶 2 → 3点、お届け先の住所 東京都千代田区 → 北海道札幌市中央区、"
                        + "お届け希望 指定なし → 2026/12/10(木) 午前中、お支払い方法 代金引換 → 銀行振込、合計 ¥6,880 → ¥9,880");
        assertThat(walk().told(order, "CHANGED", Locale.ENGLISH))
                .contains("お茶 2 → 3", "2026/12/10 Thu Morning", "¥6,880 → ¥9,880")
                .doesNotContain("北一条");
    }

    @Test
    default void theHistorySaysWhatTheWarehouseAnsweredAndNoCodes() {
        var taken = walk().accepted(OrderMother.of(walk().article(10), 1));
        var parcel = walk().parcel(taken).number();
        assertThat(walk().told(taken, "ACCEPTED", Locale.JAPANESE)).isEqualTo("倉庫が出荷指示を受け付けました(" + parcel + ")");
        assertThat(walk().told(taken, "READY", Locale.JAPANESE)).isEqualTo("出荷日を 2026/11/26(木) に決めました");
        assertThat(walk().told(taken, "RECEIVED", Locale.ENGLISH)).isEqualTo("Order taken (Web)");
        walk().acknowledge(parcel, true);
        assertThat(walk().happened(taken)).containsOnlyOnce("ACCEPTED");

        var refused = walk().dispatched(OrderMother.of(walk().article(10), 1));
        walk().acknowledge(walk().parcel(refused).number(), false);
        assertThat(walk().told(refused, "REJECTED", Locale.JAPANESE)).contains("受け付けませんでした", "E1 住所不備");
    }

    @Test
    default void aSetIsPackedOfItsComponents() {
        var tea = walk().article(10);
        var cup = walk().article(10);
        var set = walk().set(Map.of(tea, 2, cup, 1));
        var order = walk().shipped(OrderMother.of(set, 3));

        assertThat(walk().onHand(tea)).isEqualTo(4);
        assertThat(walk().onHand(cup)).isEqualTo(7);
        assertThat(walk().pieces(order)).containsExactly(0, 3, 0);
    }

    @Test
    default void anOrderOfServicesNeedsNoParcel() {
        var service = walk().given
                .product(ProductMother.tea()
                        .being(ProductKind.SERVICE)
                        .uncounted()
                        .costing(1000));
        var order = walk().place(OrderMother.of(service, 1).by(CREDIT_CARD));
        walk().answer(order, Outcome.AUTHORISED);

        walk().wave();
        walk().answer(order, Outcome.CAPTURED);

        assertThat(walk().shipments.ofOrder(order)).isEmpty();
        assertThat(walk().status(order)).isEqualTo(OrderStatus.COMPLETED);
    }

    @Test
    default void theWaveGoesOnUntilNothingIsDue() {
        var sku = walk().article(50);
        var all = IntStream.range(0, 45)
                .mapToObj(i -> walk().place(OrderMother.of(sku, 1)))
                .toList();

        walk().jobs.runTimed("ship-wave");
        walk().runWaves.run();

        assertThat(all).allSatisfy(o -> assertThat(walk().status(o)).isEqualTo(OrderStatus.DISPATCHED));
    }

    @Test
    default void aWaveByHandReleasesWhatIsDue() {
        var order = walk().place(OrderMother.of(walk().article(1), 1));

        walk().beginWave.byHand(WaveScope.ALL, "tester");
        walk().runWaves.run();

        assertThat(walk().status(order)).isEqualTo(OrderStatus.DISPATCHED);
    }

    private void change(OrderNumber order, ChangeOrder.Changes changes) {
        walk().changes.change(order, changes, "tester");
        walk().jobs.run(order);
    }
}
