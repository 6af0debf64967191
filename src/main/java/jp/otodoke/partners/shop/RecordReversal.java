package jp.otodoke.partners.shop;

import java.util.Arrays;
import jp.otodoke.fulfilment.StopOrder;
import jp.otodoke.partners.shop.ShopStatus.Reversal;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records that a shop has taken an imported order back: it is stopped as far as possible, and a person is asked. */
@Component
class RecordReversal {
    private final ShopOrders known;
    private final StopOrder stopOrder;
    private final ShopTasks tasks;
    private final CurrentStaff staff;

    RecordReversal(ShopOrders known, StopOrder stopOrder, ShopTasks tasks, CurrentStaff staff) {
        this.known = known;
        this.stopOrder = stopOrder;
        this.tasks = tasks;
        this.staff = staff;
    }

    /** The same report in tomorrow's file has no effect. Works in the caller's transaction. */
    void record(String channel, ReadOrder order, Reversal reversal, OrderNumber orderNumber, SourceFile file) {
        if (!known.addReversal(channel, order.number(), reversal)) {
            return;
        }
        var reason = holdReason(reversal);
        if (reversal == Reversal.PARTLY_REFUNDED) {
            var held = stopOrder.holdBeforeHandOver(orderNumber, reason, staff.name());
            tasks.reversed(
                    ReversedOrderTask.REFUNDED,
                    channel,
                    order,
                    reversal,
                    orderNumber,
                    held ? "held" : "going-on",
                    file);
            return;
        }
        switch (stopOrder.stop(orderNumber, reason, staff.name())) {
            case HELD ->
                tasks.reversed(ReversedOrderTask.CANCELLED, channel, order, reversal, orderNumber, "held", file);
            case TOO_LATE ->
                tasks.reversed(ReturnedOrderTask.TYPE, channel, order, reversal, orderNumber, "shipped", file);
            case ASKED, OVER -> {}
        }
    }

    static String holdReason(Reversal reversal) {
        return BilingualText.of("shop.reversal.hold." + reversal).japanese();
    }

    /** Whether an order is on hold because of the shop. */
    static boolean isHoldReason(@Nullable String reason) {
        return Arrays.stream(Reversal.values())
                .map(RecordReversal::holdReason)
                .anyMatch(ofTheShop -> ofTheShop.equals(reason));
    }
}
