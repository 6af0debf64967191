package jp.otodoke.desk.order.api;

import java.util.Objects;
import java.util.Optional;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.NewOrder;
import jp.otodoke.orders.PlaceOrder;
import jp.otodoke.orders.Preparation;
import jp.otodoke.orders.PreparationFallback;
import jp.otodoke.platform.idempotency.SecondAttempt;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.TextNormalizer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Places an order that a program sends, and tells what became of it. */
@Component
class PlaceRequestedOrder {
    private final PlaceOrder placeOrder;
    private final OrderRequestReader reader;
    private final FindOrder orders;
    private final OrderResponses responses;
    private final TransactionTemplate transaction;

    PlaceRequestedOrder(
            PlaceOrder placeOrder,
            OrderRequestReader reader,
            FindOrder orders,
            OrderResponses responses,
            TransactionTemplate transaction) {
        this.placeOrder = placeOrder;
        this.reader = reader;
        this.orders = orders;
        this.responses = responses;
        this.transaction = transaction;
    }

    /**
     * The answer to a repeatable request is stored in the transaction that is already running: if preparing fails, the whole
     * request is worked on once more.
     */
    Placed place(OrderRequest request) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? placeWithAnswer(request)
                : PreparationFallback.place(preparation ->
                        Objects.requireNonNull(transaction.execute(status -> placeOrExisting(request, preparation))));
    }

    private Placed placeWithAnswer(OrderRequest request) {
        if (SecondAttempt.isRunning()) {
            return placeOrExisting(request, Preparation.LATER);
        }
        SecondAttempt.allow();
        return placeOrExisting(request, Preparation.NOW);
    }

    private Placed placeOrExisting(OrderRequest request, Preparation preparation) {
        NewOrder order;
        try {
            order = reader.read(request);
        } catch (InvalidInput refused) {
            return new Placed(responses.of(existing(request).orElseThrow(() -> refused)), false);
        }
        var placed = placeOrder.place(order, preparation);
        return placed.created()
                ? new Placed(responses.ofNew(orders.get(placed.orderNumber())), true)
                : new Placed(responses.of(placed.orderNumber()), false);
    }

    /** An order that is known is told whatever the request says by now. */
    private Optional<OrderNumber> existing(OrderRequest request) {
        var number = TextNormalizer.orNull(request.channelOrderId());
        return number == null
                ? Optional.empty()
                : orders.numberByChannel(TextNormalizer.clean(request.channel()), number);
    }

    /** @param created false if the channel's order number is known */
    record Placed(OrderResponse order, boolean created) {}
}
