package jp.otodoke.desk.order.api;

import java.net.URI;
import java.time.LocalDate;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.sql.OrderSearch;
import jp.otodoke.platform.web.PageQuery;
import jp.otodoke.platform.web.Paged;
import jp.otodoke.shared.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders for other programs: create, read, list. */
@RestController
@RequestMapping("/api/v1/orders")
class OrdersApi {
    private final PlaceRequestedOrder placeRequestedOrder;
    private final OrderResponses responses;

    OrdersApi(PlaceRequestedOrder placeRequestedOrder, OrderResponses responses) {
        this.placeRequestedOrder = placeRequestedOrder;
        this.responses = responses;
    }

    /** 201 with the new order; 200 with the existing one if the channel's order number is known. */
    @PostMapping
    ResponseEntity<OrderResponse> place(@RequestBody OrderRequest request) {
        var placed = placeRequestedOrder.place(request);
        return placed.created()
                ? ResponseEntity.created(
                                URI.create("/api/v1/orders/" + placed.order().orderNumber()))
                        .body(placed.order())
                : ResponseEntity.ok(placed.order());
    }

    @GetMapping("/{number}")
    OrderResponse show(@PathVariable OrderNumber number) {
        return responses.of(number);
    }

    @GetMapping
    Paged<OrderItem> list(
            @RequestParam(required = false) @Nullable OrderStatus status,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String q,
            PageQuery page) {
        return responses.list(new OrderSearch.Filter(status, customer, channel, from, to, q), page);
    }
}
