package jp.otodoke.dunning;

import java.util.List;
import jp.otodoke.fulfilment.ChangeRequests;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The customer's other orders do not leave while this is unpaid. */
@Component
class HoldGoods implements DunningAction {
    private final JdbcClient jdbc;
    private final ChangeRequests changes;

    HoldGoods(JdbcClient jdbc, ChangeRequests changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    @Override
    public DunningStepKind kind() {
        return DunningStepKind.HOLD_GOODS;
    }

    @Override
    public String act(DunningCase one, long step) {
        var orders = toHold(one);
        var reason = BilingualText.of("dunning.hold.reason", one.receivable()).japanese();
        for (var order : orders) {
            changes.hold(order, reason, CurrentStaff.SYSTEM);
            jdbc.sql("insert into dunning_hold (case_id, order_number) values (:case, :order) on conflict do nothing")
                    .param("case", one.id())
                    .param("order", order.value())
                    .update();
        }
        return orders.isEmpty() ? "nothing-to-hold" : "held";
    }

    private List<OrderNumber> toHold(DunningCase one) {
        return jdbc
                .sql(
                        """
                        select order_number from orders_order_view
                         where customer_number = :customer and not on_hold and order_number <> :receivable
                           and status in ('RECEIVED', 'IN_REVIEW', 'AWAITING_PAYMENT', 'AWAITING_STOCK', 'READY')
                         order by order_number
                        """)
                .param("customer", one.customer().map(CustomerNumber::value).orElse(""))
                .param("receivable", one.receivable().value())
                .query(String.class)
                .list()
                .stream()
                .map(OrderNumber::of)
                .toList();
    }
}
