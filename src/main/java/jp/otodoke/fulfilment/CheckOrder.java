package jp.otodoke.fulfilment;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.otodoke.customers.AddressCheck;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderDestination;
import jp.otodoke.orders.ReviewReasons;
import jp.otodoke.orders.ReviewReasons.ReviewReason;
import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Collects the inputs about an order for the review policy and stores the review reasons it returns. */
@Component
public class CheckOrder {
    private final FindOrder orders;
    private final FindCustomer customers;
    private final AddressCheck addresses;
    private final AdvanceOrder advance;
    private final ReviewReasons reviewReasons;
    private final Timeline timeline;
    private final JdbcClient jdbc;

    CheckOrder(
            FindOrder orders,
            FindCustomer customers,
            AddressCheck addresses,
            AdvanceOrder advance,
            ReviewReasons reviewReasons,
            Timeline timeline,
            JdbcClient jdbc) {
        this.orders = orders;
        this.customers = customers;
        this.addresses = addresses;
        this.advance = advance;
        this.reviewReasons = reviewReasons;
        this.timeline = timeline;
        this.jdbc = jdbc;
    }

    /** @param policy returns the codes of the review reasons for the given inputs */
    @Transactional
    public void check(OrderNumber orderNumber, Function<Inputs, Collection<String>> policy) {
        var order = orders.get(orderNumber);
        if (order.checked()) {
            return;
        }
        var customer = customers.find(order.customerNumber()).orElseThrow();
        var wrong = order.destinations().stream()
                .filter(d -> addresses.problem(d.address()).isPresent())
                .toList();
        var before = before(order);
        var repeatedOrder = before.repeatedOrder();
        var inputs = new Inputs(
                customer.attention(),
                !wrong.isEmpty(),
                order.paymentMethod().name(),
                order.totals().total(),
                !order.note().isBlank(),
                repeatedOrder != null,
                before.firstOrder(),
                before.firstWithMethod());
        var found = policy.apply(inputs).stream()
                .distinct()
                .map(code -> reviewReason(
                        code,
                        order,
                        TextNormalizer.clean(customer.attentionNote()),
                        wrong,
                        repeatedOrder == null ? "" : repeatedOrder))
                .toList();
        var unreviewed = reviewReasons.unreviewed(orderNumber, found);
        advance.checked(orderNumber, unreviewed);
        if (!unreviewed.isEmpty()) {
            timeline.add(
                    orderNumber,
                    "IN_REVIEW",
                    BilingualText.of(
                            "timeline.to-be-reviewed",
                            BilingualText.list(unreviewed.stream()
                                    .map(ReviewReason::detail)
                                    .toList())),
                    "system");
        }
    }

    /** Facts from the customer's earlier orders. An order with a channel order number never counts as a repeat. */
    private Before before(Order order) {
        return jdbc.sql(
                        """
                        with earlier as not materialized (
                            select order_number, channel, payment_method, ordered_at from orders_order_view
                             where customer_number = :customer and order_number <> :order and status <> 'CANCELLED'
                               and (ordered_at, order_number) < (:at, :order))
                        select not exists (select 1 from earlier) as first_order,
                               not exists (select 1 from earlier where payment_method = :method) as first_with_method,
                               (select e.order_number from earlier e
                                 where :unnumbered and e.channel = :channel
                                   and e.ordered_at >= cast(:at as timestamptz) - interval '24 hours'
                                   and (select array_agg(sku || 'x' || quantity order by sku, quantity) from orders_line_view l
                                         where l.order_number = e.order_number)
                                     = (select array_agg(sku || 'x' || quantity order by sku, quantity) from orders_line_view l
                                         where l.order_number = :order)
                                 order by e.ordered_at desc, e.order_number desc limit 1) as repeated_order
                        """)
                .param("customer", order.customerNumber().value())
                .param("channel", order.channel())
                .param("order", order.number().value())
                .param("method", order.paymentMethod().name())
                .param("unnumbered", order.channelOrderId() == null)
                .param("at", Timestamp.from(order.orderedAt()))
                .query(Before.class)
                .single();
    }

    private ReviewReason reviewReason(
            String code, Order order, String note, List<OrderDestination> wrong, String repeatedOrder) {
        return switch (code) {
            case "ATTENTION_CUSTOMER" ->
                new ReviewReason(code, BilingualText.of("review.reason.attention-customer"), note);
            case "ADDRESS" ->
                new ReviewReason(
                        code,
                        BilingualText.list(
                                wrong.stream().map(this::addressMismatch).toList()),
                        wrong.stream()
                                .map(d -> d.address().postalCode() + " "
                                        + d.address().oneLine())
                                .collect(Collectors.joining("\n")));
            case "COD_AMOUNT" ->
                new ReviewReason(
                        code,
                        BilingualText.of(
                                "review.reason.cod-amount", order.totals().total()),
                        String.valueOf(order.totals().total().amount()));
            case "REMARK" -> new ReviewReason(code, BilingualText.of("review.reason.remark"), order.note());
            case "REPEATED" ->
                new ReviewReason(code, BilingualText.of("review.reason.repeated", repeatedOrder), repeatedOrder);
            case "FIRST_ORDER" -> new ReviewReason(code, BilingualText.of("review.reason.first-order"), "");
            case "FIRST_WITH_METHOD" ->
                new ReviewReason(
                        code,
                        BilingualText.of(
                                "review.reason.first-with-method",
                                BilingualText.named(
                                        "method", order.paymentMethod().name())),
                        order.paymentMethod().name());
            default -> new ReviewReason(code, BilingualText.of("review.reason.other", code), "");
        };
    }

    private BilingualText addressMismatch(OrderDestination wrong) {
        var code = wrong.address().postalCode();
        return BilingualText.of("review.reason.address", code, addresses.area(code));
    }

    /** @param repeatedOrder the latest order from the same channel with the same lines within 24 hours */
    private record Before(boolean firstOrder, boolean firstWithMethod, @Nullable String repeatedOrder) {}

    /** The inputs of the review policy; the names are those of the decision table's inputs. */
    public record Inputs(
            boolean attention,
            boolean addressProblem,
            String method,
            Yen total,
            boolean remark,
            boolean repeated,
            boolean firstOrder,
            boolean firstWithMethod) {
        public Map<String, Object> asMap() {
            return Map.of(
                    "attention", attention,
                    "addressProblem", addressProblem,
                    "method", method,
                    "total", total.amount(),
                    "remark", remark,
                    "repeated", repeated,
                    "firstOrder", firstOrder,
                    "firstWithMethod", firstWithMethod);
        }
    }
}
