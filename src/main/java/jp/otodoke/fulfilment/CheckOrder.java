package jp.otodoke.fulfilment;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import jp.otodoke.customers.AddressCheck;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderDestination;
import jp.otodoke.orders.Timeline;
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
    private final Timeline timeline;
    private final JdbcClient jdbc;

    CheckOrder(
            FindOrder orders,
            FindCustomer customers,
            AddressCheck addresses,
            AdvanceOrder advance,
            Timeline timeline,
            JdbcClient jdbc) {
        this.orders = orders;
        this.customers = customers;
        this.addresses = addresses;
        this.advance = advance;
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
        var wrongAddress = order.destinations().stream()
                .filter(d -> addresses.problem(d.address()).isPresent())
                .findFirst();
        var facts = new Facts(
                customer.attention(),
                wrongAddress.isPresent(),
                order.paymentMethod().name(),
                order.totals().total(),
                !order.note().isBlank(),
                repeated(order));
        var doubts = new TreeMap<String, Words>();
        policy.apply(facts)
                .forEach(code ->
                        doubts.put(code, detail(code, order, customer.attentionNote(), wrongAddress.orElse(null))));
        advance.checked(orderNumber, doubts);
        if (!doubts.isEmpty()) {
            timeline.add(
                    orderNumber,
                    "IN_REVIEW",
                    Words.of("確認が必要です: %s", "To be looked at: %s", Words.together(doubts.values(), "、", ", ")),
                    "system");
        }
    }

    /** The same customer, channel and lines within 24 hours, where this order has no channel number of its own. */
    private boolean repeated(Order order) {
        if (order.channelOrderId() != null) {
            return false;
        }
        return jdbc.sql(
                        """
                        select exists (
                            select 1 from orders o
                             where o.customer_number = :customer and o.channel = :channel and o.order_number <> :order
                               and o.status <> 'CANCELLED'
                               and o.ordered_at between cast(:at as timestamptz) - interval '24 hours' and :at
                               and (o.ordered_at, o.order_number) < (:at, :order)
                               and (select array_agg(sku || 'x' || quantity order by sku, quantity) from order_line l
                                     where l.order_number = o.order_number)
                                 = (select array_agg(sku || 'x' || quantity order by sku, quantity) from order_line l
                                     where l.order_number = :order))
                        """)
                .param("customer", order.customerNumber())
                .param("channel", order.channel())
                .param("order", order.number())
                .param("at", java.sql.Timestamp.from(order.orderedAt()))
                .query(Boolean.class)
                .single();
    }

    /** Names no address: reasons are read by those too for whom addresses are masked. */
    private Words detail(
            String code,
            Order order,
            @org.jspecify.annotations.Nullable String attentionNote,
            @org.jspecify.annotations.Nullable OrderDestination wrong) {
        return switch (code) {
            case "ATTENTION_CUSTOMER" ->
                attentionNote == null
                        ? Words.of("注意顧客です", "The customer needs attention")
                        : Words.of("注意顧客です(%s)", "The customer needs attention (%s)", attentionNote);
            case "ADDRESS" ->
                Words.of(
                        "住所が郵便番号 %s(%s)と合いません",
                        "The address does not go with the postal code %s (%s)",
                        Objects.requireNonNull(wrong).address().postalCode(),
                        addresses.area(wrong.address().postalCode()));
            case "COD_AMOUNT" ->
                Words.of(
                        "代金引換の合計 %s が上限を超えています",
                        "Cash on delivery of %s is above the limit",
                        Yen.of(order.totals().total()));
            case "REMARK" -> Words.of("備考があります「%s」", "There is a remark: \"%s\"", order.note());
            case "REPEATED" ->
                Words.of("24時間以内に同じ顧客・同じ内容の受注があります", "The same customer ordered the same within 24 hours");
            default -> Words.of("確認の基準「%s」に当てはまります", "The review policy says %s", code);
        };
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
