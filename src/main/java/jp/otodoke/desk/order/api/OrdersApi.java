package jp.otodoke.desk.order.api;

import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.otodoke.fulfilment.FindShipment;
import jp.otodoke.fulfilment.Shipment;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.PlaceOrder;
import jp.otodoke.orders.Timeline;
import jp.otodoke.orders.Totals;
import jp.otodoke.orders.sql.OrderSearch;
import jp.otodoke.payments.FindPayment;
import jp.otodoke.payments.Payment;
import jp.otodoke.platform.web.PageQuery;
import jp.otodoke.platform.web.Paged;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
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
    private final PlaceOrder placeOrder;
    private final OrderRequestReader reader;
    private final FindOrder orders;
    private final FindPayment payments;
    private final FindShipment shipments;
    private final Timeline timeline;
    private final OrderSearch search;

    OrdersApi(
            PlaceOrder placeOrder,
            OrderRequestReader reader,
            FindOrder orders,
            FindPayment payments,
            FindShipment shipments,
            Timeline timeline,
            OrderSearch search) {
        this.placeOrder = placeOrder;
        this.reader = reader;
        this.orders = orders;
        this.payments = payments;
        this.shipments = shipments;
        this.timeline = timeline;
        this.search = search;
    }

    /** 201 with the new order; 200 with the existing one if the channel's order number is known. */
    @PostMapping
    @Transactional
    public ResponseEntity<OrderResponse> place(@RequestBody OrderRequest request) {
        var existing = existing(request);
        if (existing != null) {
            return ResponseEntity.ok(body(existing));
        }
        var placed = placeOrder.place(reader.read(request));
        var order = orders.get(placed.orderNumber());
        if (!placed.created()) {
            return ResponseEntity.ok(body(order));
        }
        // A new order has no shipment yet; skipping the query avoids flushing everything before the commit.
        return ResponseEntity.created(URI.create("/api/v1/orders/" + placed.orderNumber()))
                .body(body(order, List.of()));
    }

    @GetMapping("/{number}")
    @Transactional(readOnly = true)
    public OrderResponse show(@PathVariable String number) {
        return body(orders.get(number));
    }

    @GetMapping
    @Transactional(readOnly = true)
    public Paged<OrderItem> list(
            @RequestParam(required = false) @Nullable OrderStatus status,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String q,
            PageQuery page) {
        var sort = page.sort(OrderSearch.sorts(), "-orderedAt");
        var filter = new OrderSearch.Filter(status, customer, channel, from, to, q);
        var numbers = search.numbers(filter, sort.field(), sort.down(), page.offset(), page.size());
        var found = orders.all(numbers).stream().collect(Collectors.toMap(Order::number, Function.identity()));
        var money = payments.all(numbers).stream().collect(Collectors.toMap(Payment::orderNumber, Function.identity()));
        var items = numbers.stream()
                .map(n -> OrderItem.of(found(found, n), found(money, n)))
                .toList();
        return Paged.of(items, page, search.count(filter));
    }

    private static <T> T found(Map<String, T> all, String number) {
        return Objects.requireNonNull(all.get(number));
    }

    private @Nullable Order existing(OrderRequest request) {
        var number = TextNormalizer.orNull(request.channelOrderId());
        return number == null
                ? null
                : orders.byChannel(TextNormalizer.clean(request.channel()), number)
                        .orElse(null);
    }

    private OrderResponse body(Order order) {
        return body(order, shipments.ofOrder(order.number()));
    }

    private OrderResponse body(Order order, List<Shipment> parcels) {
        return OrderResponse.of(order, payments.get(order.number()), parcels, timeline.of(order.number()));
    }

    /** A row of the list: the header fields of a single order. */
    record OrderItem(
            String orderNumber,
            String status,
            String customerNumber,
            String channel,
            @Nullable String channelOrderId,
            OffsetDateTime orderedAt,
            @Nullable String mediaCode,
            String note,
            OrderResponse.Sums totals,
            OrderResponse.Money payment,
            OrderResponse.@Nullable Source source) {
        static OrderItem of(Order order, Payment payment) {
            Totals totals = order.totals();
            return new OrderItem(
                    order.number(),
                    order.status().name(),
                    order.customerNumber().value(),
                    order.channel(),
                    order.channelOrderId(),
                    OrderResponse.at(order.orderedAt()),
                    order.mediaCode(),
                    order.note(),
                    OrderResponse.Sums.of(totals),
                    OrderResponse.Money.of(payment),
                    OrderResponse.Source.of(order));
        }
    }
}
