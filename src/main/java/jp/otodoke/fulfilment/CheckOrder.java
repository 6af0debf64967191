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
import jp.otodoke.shared.Wording;
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
    private final Wording wording;
    private final JdbcClient jdbc;

    CheckOrder(
            FindOrder orders,
            FindCustomer customers,
            AddressCheck addresses,
            AdvanceOrder advance,
            Timeline timeline,
            Wording wording,
            JdbcClient jdbc) {
        this.orders = orders;
        this.customers = customers;
        this.addresses = addresses;
        this.advance = advance;
        this.timeline = timeline;
        this.wording = wording;
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
        var before = before(order);
        var facts = new Facts(
                customer.attention(),
                wrongAddress.isPresent(),
                order.paymentMethod().name(),
                order.totals().total(),
                !order.note().isBlank(),
                before.repeated(),
                before.firstOrder(),
                before.firstWithMethod());
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

    /**
     * What the customer ordered earlier. Repeated is the same customer, channel and lines within 24 hours, where this order
     * has no channel number of its own.
     */
    private Before before(Order order) {
        return jdbc.sql(
                        """
                        with earlier as not materialized (
                            select order_number, channel, payment_method, ordered_at from orders
                             where customer_number = :customer and order_number <> :order and status <> 'CANCELLED'
                               and (ordered_at, order_number) < (:at, :order))
                        select not exists (select 1 from earlier) as first_order,
                               not exists (select 1 from earlier where payment_method = :method) as first_with_method,
                               :unnumbered and exists (
                                   select 1 from earlier e
                                    where e.channel = :channel and e.ordered_at >= cast(:at as timestamptz) - interval '24 hours'
                                      and (select array_agg(sku || 'x' || quantity order by sku, quantity) from order_line l
                                            where l.order_number = e.order_number)
                                        = (select array_agg(sku || 'x' || quantity order by sku, quantity) from order_line l
                                            where l.order_number = :order)) as repeated
                        """)
                .param("customer", order.customerNumber())
                .param("channel", order.channel())
                .param("order", order.number())
                .param("method", order.paymentMethod().name())
                .param("unnumbered", order.channelOrderId() == null)
                .param("at", java.sql.Timestamp.from(order.orderedAt()))
                .query(Before.class)
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
            case "FIRST_ORDER" -> Words.of("初めてのご注文です", "The customer's first order");
            case "FIRST_WITH_METHOD" ->
                Words.of(
                        "この支払方法(%s)での初めてのご注文です",
                        "The customer's first order paid this way (%s)",
                        wording.name("method", order.paymentMethod().name()));
            default -> Words.of("確認の基準「%s」に当てはまります", "The review policy says %s", code);
        };
    }

    private record Before(boolean firstOrder, boolean firstWithMethod, boolean repeated) {}

    /** What the review policy decides on; names are the inputs of the decision table. */
    public record Facts(
            boolean attention,
            boolean addressProblem,
            String method,
            long total,
            boolean remark,
            boolean repeated,
            boolean firstOrder,
            boolean firstWithMethod) {
        public Map<String, Object> asMap() {
            return Map.of(
                    "attention", attention,
                    "addressProblem", addressProblem,
                    "method", method,
                    "total", total,
                    "remark", remark,
                    "repeated", repeated,
                    "firstOrder", firstOrder,
                    "firstWithMethod", firstWithMethod);
        }
    }
}
