package jp.otodoke.fulfilment;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.otodoke.customers.AddressCheck;
import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderDestination;
import jp.otodoke.orders.ReviewReasons;
import jp.otodoke.orders.ReviewReasons.ReviewReason;
import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Collects the inputs about orders for the review policy and stores the review reasons it returns. */
@Component
public class CheckOrder {
    private static final String EARLIER =
            """
            select %s from orders_order_view e
             where e.customer_number = o.customer_number and e.order_number <> o.order_number and e.status <> 'CANCELLED'
               and (e.ordered_at, e.order_number) < (o.at, o.order_number)""";

    private static final String LINES =
            "(select array_agg(sku || 'x' || quantity order by sku, quantity) from orders_line_view l where l.order_number = %s.order_number)";

    private static final String BEFORE =
            """
            select o.order_number, not exists (%s) as first_order,
                   not exists (%s and e.payment_method = o.method) as first_with_method,
                   (%s and o.unnumbered and e.channel = o.channel and e.ordered_at >= o.at - interval '24 hours'
                       and %s = %s
                     order by e.ordered_at desc, e.order_number desc limit 1) as repeated_order
              from unnest(:orders::text[], :customers::text[], :channels::text[], :methods::text[], :unnumbered::boolean[],
                          :ats::timestamptz[]) o(order_number, customer_number, channel, method, unnumbered, at)
            """
                    .formatted(
                            EARLIER.formatted("1"),
                            EARLIER.formatted("1"),
                            EARLIER.formatted("e.order_number"),
                            LINES.formatted("e"),
                            LINES.formatted("o"));

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
        check(List.of(orderNumber), policy);
    }

    /**
     * Those that have passed already are left as they are.
     *
     * @param policy returns the codes of the review reasons for the given inputs
     */
    @Transactional
    public void check(Collection<OrderNumber> orderNumbers, Function<Inputs, Collection<String>> policy) {
        var open = orders.all(orderNumbers).stream()
                .filter(order -> !order.checked())
                .sorted(Comparator.comparing(Order::number))
                .toList();
        if (!open.isEmpty()) {
            reviewReasons.clear(open.stream().map(Order::number).toList());
            checkAndRecord(open, policy);
        }
    }

    /** As {@link #check(Collection, Function)}, of orders that are new in this transaction and have no reasons yet. */
    void checkNew(Collection<OrderNumber> orderNumbers, Function<Inputs, Collection<String>> policy) {
        checkAndRecord(
                orders.all(orderNumbers).stream()
                        .sorted(Comparator.comparing(Order::number))
                        .toList(),
                policy);
    }

    private void checkAndRecord(List<Order> open, Function<Inputs, Collection<String>> policy) {
        var facts = facts(open);
        var found = new LinkedHashMap<OrderNumber, List<ReviewReason>>();
        open.forEach(order -> found.put(order.number(), reasons(order, facts, policy)));
        var unreviewed = reviewReasons.unreviewed(found);
        advance.checked(unreviewed);
        var entries = found.keySet().stream()
                .filter(number -> !unreviewed.getOrDefault(number, List.of()).isEmpty())
                .map(number -> toBeReviewed(number, unreviewed.getOrDefault(number, List.of())))
                .toList();
        if (!entries.isEmpty()) {
            timeline.add(entries);
        }
    }

    private static Timeline.Entry toBeReviewed(OrderNumber number, List<ReviewReason> reasons) {
        var words =
                BilingualText.list(reasons.stream().map(ReviewReason::detail).toList());
        return new Timeline.Entry(number, "IN_REVIEW", BilingualText.of("timeline.to-be-reviewed", words), "system");
    }

    private Facts facts(List<Order> open) {
        return new Facts(
                customers.all(open.stream().map(Order::customerNumber).collect(Collectors.toSet())),
                addresses.problems(open.stream()
                        .flatMap(order -> order.destinations().stream())
                        .map(OrderDestination::address)
                        .collect(Collectors.toSet())),
                before(open));
    }

    private List<ReviewReason> reasons(Order order, Facts facts, Function<Inputs, Collection<String>> policy) {
        var customer = Objects.requireNonNull(facts.customers().get(order.customerNumber()));
        var wrong = order.destinations().stream()
                .filter(d -> facts.wrong().contains(d.address()))
                .toList();
        var before = Objects.requireNonNull(facts.before().get(order.number()));
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
        return policy.apply(inputs).stream()
                .distinct()
                .map(code -> reviewReason(
                        code,
                        order,
                        TextNormalizer.clean(customer.attentionNote()),
                        wrong,
                        repeatedOrder == null ? "" : repeatedOrder))
                .toList();
    }

    /** Facts from the customers' earlier orders. An order with a channel order number never counts as a repeat. */
    private Map<OrderNumber, Before> before(List<Order> open) {
        var before = new HashMap<OrderNumber, Before>();
        jdbc.sql(BEFORE)
                .param("orders", texts(open, order -> order.number().value()))
                .param("customers", texts(open, order -> order.customerNumber().value()))
                .param("channels", texts(open, Order::channel))
                .param("methods", texts(open, order -> order.paymentMethod().name()))
                .param(
                        "unnumbered",
                        open.stream().map(o -> o.channelOrderId() == null).toArray(Boolean[]::new))
                .param("ats", texts(open, order -> order.orderedAt().toString()))
                .query(row -> {
                    before.put(
                            OrderNumber.of(row.getString("order_number")),
                            new Before(
                                    row.getBoolean("first_order"),
                                    row.getBoolean("first_with_method"),
                                    row.getString("repeated_order")));
                });
        return before;
    }

    private static String[] texts(List<Order> open, Function<Order, String> text) {
        return open.stream().map(text).toArray(String[]::new);
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

    /** @param wrong addresses with a problem */
    private record Facts(
            Map<CustomerNumber, CustomerSummary> customers, Set<Address> wrong, Map<OrderNumber, Before> before) {}

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
        /** What {@link #asMap} has. */
        public static Set<String> names() {
            return Arrays.stream(Inputs.class.getRecordComponents())
                    .map(RecordComponent::getName)
                    .collect(Collectors.toSet());
        }

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
