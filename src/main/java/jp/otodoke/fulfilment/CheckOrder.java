package jp.otodoke.fulfilment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.otodoke.customers.AddressCheck;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.Doubts;
import jp.otodoke.orders.Doubts.Doubt;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderDestination;
import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.Text;
import jp.otodoke.shared.Words;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Collects what is known of an order for the review policy and writes down what the policy doubts. */
@Component
public class CheckOrder {
    private final FindOrder orders;
    private final FindCustomer customers;
    private final AddressCheck addresses;
    private final AdvanceOrder advance;
    private final Doubts doubts;
    private final Timeline timeline;
    private final JdbcClient jdbc;

    CheckOrder(
            FindOrder orders,
            FindCustomer customers,
            AddressCheck addresses,
            AdvanceOrder advance,
            Doubts doubts,
            Timeline timeline,
            JdbcClient jdbc) {
        this.orders = orders;
        this.customers = customers;
        this.addresses = addresses;
        this.advance = advance;
        this.doubts = doubts;
        this.timeline = timeline;
        this.jdbc = jdbc;
    }

    /** @param policy answers the codes of the doubts, from the facts */
    @Transactional
    public void check(String orderNumber, Function<Facts, java.util.Collection<String>> policy) {
        var order = orders.get(orderNumber);
        if (order.checked()) {
            return;
        }
        var customer = customers.find(order.customerNumber()).orElseThrow();
        var wrong = order.destinations().stream()
                .filter(d -> addresses.problem(d.address()).isPresent())
                .toList();
        var twin = twin(order);
        var facts = new Facts(
                customer.attention(),
                !wrong.isEmpty(),
                order.paymentMethod().name(),
                order.totals().total(),
                !order.note().isBlank(),
                twin.isPresent());
        var found = policy.apply(facts).stream()
                .distinct()
                .map(code -> doubt(code, order, Text.clean(customer.attentionNote()), wrong, twin.orElse("")))
                .toList();
        var unseen = doubts.unseen(orderNumber, found);
        advance.checked(orderNumber, unseen);
        if (!unseen.isEmpty()) {
            timeline.add(
                    orderNumber,
                    "IN_REVIEW",
                    Words.of(
                            "確認が必要です: %s",
                            "To be looked at: %s",
                            Words.together(unseen.stream().map(Doubt::detail).toList(), "、", ", ")),
                    "system");
        }
    }

    /** The latest of the same customer, channel and lines within 24 hours, where this order has no channel number of its own. */
    private Optional<String> twin(Order order) {
        if (order.channelOrderId() != null) {
            return Optional.empty();
        }
        return jdbc.sql(
                        """
                        select o.order_number from orders o
                         where o.customer_number = :customer and o.channel = :channel and o.order_number <> :order
                           and o.status <> 'CANCELLED'
                           and o.ordered_at between cast(:at as timestamptz) - interval '24 hours' and :at
                           and (o.ordered_at, o.order_number) < (:at, :order)
                           and (select array_agg(sku || 'x' || quantity order by sku, quantity) from order_line l
                                 where l.order_number = o.order_number)
                             = (select array_agg(sku || 'x' || quantity order by sku, quantity) from order_line l
                                 where l.order_number = :order)
                         order by o.ordered_at desc, o.order_number desc limit 1
                        """)
                .param("customer", order.customerNumber())
                .param("channel", order.channel())
                .param("order", order.number())
                .param("at", java.sql.Timestamp.from(order.orderedAt()))
                .query(String.class)
                .optional();
    }

    private Doubt doubt(String code, Order order, String note, List<OrderDestination> wrong, String twin) {
        return switch (code) {
            case "ATTENTION_CUSTOMER" -> new Doubt(code, Words.of("注意顧客です", "The customer needs attention"), note);
            case "ADDRESS" ->
                new Doubt(
                        code,
                        Words.together(wrong.stream().map(this::atOdds).toList(), "、", ", "),
                        wrong.stream()
                                .map(d -> d.address().postalCode() + " "
                                        + d.address().oneLine())
                                .collect(Collectors.joining("\n")));
            case "COD_AMOUNT" ->
                new Doubt(
                        code,
                        Words.of(
                                "代金引換の合計 %s が上限を超えています",
                                "Cash on delivery of %s is above the limit",
                                Yen.of(order.totals().total())),
                        String.valueOf(order.totals().total()));
            case "REMARK" -> new Doubt(code, Words.of("備考があります", "There is a remark"), order.note());
            case "REPEATED" ->
                new Doubt(
                        code,
                        Words.of(
                                "24時間以内に同じ顧客・同じ内容の受注 %s があります",
                                "The same customer ordered the same within 24 hours: %s", twin),
                        twin);
            default -> new Doubt(code, Words.of("確認の基準「%s」に当てはまります", "The review policy says %s", code), "");
        };
    }

    private Words atOdds(OrderDestination wrong) {
        var code = wrong.address().postalCode();
        return Words.of(
                "住所が郵便番号 %s(%s)と合いません",
                "The address does not go with the postal code %s (%s)", code, addresses.area(code));
    }

    /** What the review policy decides on; names are the inputs of the decision table. */
    public record Facts(
            boolean attention, boolean addressProblem, String method, long total, boolean remark, boolean repeated) {
        public Map<String, Object> asMap() {
            return Map.of(
                    "attention", attention,
                    "addressProblem", addressProblem,
                    "method", method,
                    "total", total,
                    "remark", remark,
                    "repeated", repeated);
        }
    }
}
