package jp.otodoke.payments;

import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is given back to cards. Each refund is a row with an amount of its own and one key at the gateway, so that two of the
 * same payment are told apart, and one that is asked for again is still the same.
 */
@Component
class Refunds {
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    Refunds(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the id of the new refund */
    long request(OrderNumber order, String transactionNo, Yen amount) {
        return jdbc.sql(
                        """
                        insert into refund (id, order_number, transaction_no, gateway_key, amount, state, requested_at)
                        overriding system value
                        select n.id, :order, :transaction, :transaction || ':REFUND:R' || n.id, :amount, 'REQUESTED', :now
                          from (select nextval(pg_get_serial_sequence('refund', 'id')) as id) n
                        returning id
                        """)
                .param("order", order.value())
                .param("transaction", transactionNo)
                .param("amount", amount.amount())
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** @return false if it had ended already */
    boolean done(long id) {
        return end(id, "DONE");
    }

    /** @return false if it had ended already */
    boolean failed(long id) {
        return end(id, "FAILED");
    }

    private boolean end(long id, String state) {
        return jdbc.sql("update refund set state = :state, ended_at = :now where id = :id and state = 'REQUESTED'")
                        .param("state", state)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** What the gateway has been asked to give back for the order, and has not said to have given back or not. */
    Yen underWay(OrderNumber order) {
        return Yen.of(jdbc.sql(
                        "select coalesce(sum(amount), 0) from refund where order_number = :order and state = 'REQUESTED'")
                .param("order", order.value())
                .query(Long.class)
                .single());
    }

    /**
     * What was captured for the order and may still be given back, by transaction, the latest first; none of those whose card
     * has refused a refund.
     */
    Map<String, Yen> refundable(OrderNumber order) {
        var left = new LinkedHashMap<String, Yen>();
        jdbc.sql(
                        """
                        select c.transaction_no, c.captured - coalesce(sum(r.amount), 0) as rest
                          from (select substr(posting, length('capture:') + 1) as transaction_no, sum(amount) as captured, max(id) as latest
                                  from ledger_entry
                                 where receivable = :order and account = 'CARD' and posting like 'capture:%'
                                 group by posting) c
                          left join refund r on r.transaction_no = c.transaction_no
                         group by c.transaction_no, c.captured, c.latest
                        having c.captured > coalesce(sum(r.amount), 0) and count(*) filter (where r.state = 'FAILED') = 0
                         order by c.latest desc
                        """)
                .param("order", order.value())
                .query(row -> {
                    left.put(row.getString("transaction_no"), Yen.of(row.getLong("rest")));
                });
        return left;
    }
}
