package jp.otodoke.desk.orderentry;

import java.time.Instant;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A customer's orders and money in a few figures. */
@Component
public class CustomerFigures {
    /**
     * What a customer owes of an order o today, by what is open of it p: on account what stands on statements; else nothing before the
     * goods have left, as a card is charged then. Cash on delivery is the carrier's to collect and to pay to us, so nobody is asked
     * for it.
     */
    static final String OWED_NOW =
            """
            p.status in ('PENDING', 'PARTLY_PAID', 'FAILED')
            and (o.payment_method = 'INVOICE' or o.progress in ('SHIPPED', 'DELIVERED', 'AWAITING_PAYMENT'))
            and not (p.status = 'PENDING' and o.payment_method = 'CASH_ON_DELIVERY')""";

    private final JdbcClient jdbc;

    CustomerFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Figures of(CustomerNumber customer) {
        return jdbc.sql(
                        """
                        select count(*) as orders, coalesce(sum(o.total) filter (where o.status <> 'CANCELLED'), 0)::bigint as bought,
                               min(o.ordered_at) as first, max(o.ordered_at) as last,
                               count(*) filter (where o.status not in ('COMPLETED', 'CANCELLED', 'RETURNED')) as open,
                               count(*) filter (where o.status in ('CANCELLED', 'RETURNED')) as failed,
                               coalesce(sum((select sum(p.open) from payments_due_view p where p.receivable = o.order_number and %s)), 0)::bigint as unpaid
                          from orders_order_view o
                         where o.customer_number = ?
                        """
                                .formatted(OWED_NOW))
                .param(customer.value())
                .query((row, n) -> new Figures(
                        row.getLong("orders"),
                        Yen.of(row.getLong("bought")),
                        row.getTimestamp("first") == null
                                ? null
                                : row.getTimestamp("first").toInstant(),
                        row.getTimestamp("last") == null
                                ? null
                                : row.getTimestamp("last").toInstant(),
                        row.getLong("open"),
                        row.getLong("failed"),
                        Yen.of(row.getLong("unpaid"))))
                .single();
    }

    /**
     * @param bought the total of all orders that were not cancelled
     * @param failed cancelled or returned orders
     * @param unpaid what is currently owed
     */
    record Figures(
            long orders,
            Yen bought,
            @Nullable Instant first,
            @Nullable Instant last,
            long open,
            long failed,
            Yen unpaid) {}
}
