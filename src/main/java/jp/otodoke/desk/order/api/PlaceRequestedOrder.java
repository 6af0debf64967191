package jp.otodoke.desk.order.api;

import java.util.Optional;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.PlaceOrder;
import jp.otodoke.shared.TextNormalizer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Places an order that a program sends, and tells what became of it. */
@Component
class PlaceRequestedOrder {
    private final PlaceOrder placeOrder;
    private final OrderRequestReader reader;
    private final FindOrder orders;
    private final OrderResponses responses;

    PlaceRequestedOrder(PlaceOrder placeOrder, OrderRequestReader reader, FindOrder orders, OrderResponses responses) {
        this.placeOrder = placeOrder;
        this.reader = reader;
        this.orders = orders;
        this.responses = responses;
    }

    @Transactional
    Placed place(OrderRequest request) {
        var existing = existing(request);
        if (existing.isPresent()) {
            return new Placed(responses.of(existing.get().number()), false);
        }
        var placed = placeOrder.place(reader.read(request));
        return placed.created()
                ? new Placed(responses.ofNew(orders.get(placed.orderNumber())), true)
                : new Placed(responses.of(placed.orderNumber()), false);
    }

    private Optional<Order> existing(OrderRequest request) {
        var number = TextNormalizer.orNull(request.channelOrderId());
        return number == null ? Optional.empty() : orders.byChannel(TextNormalizer.clean(request.channel()), number);
    }

    /** @param created false if the channel's order number is known */
    record Placed(OrderResponse order, boolean created) {}
}
