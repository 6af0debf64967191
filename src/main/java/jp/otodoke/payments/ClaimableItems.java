package jp.otodoke.payments;

import java.time.LocalDate;
import java.util.List;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What may be collected from accounts: dues, invoices and fees that are due by the day of the debit, and orders by direct
 * debit once they are accepted, of customers with an active mandate.
 */
@Component
class ClaimableItems {
    private static final String ITEMS =
            """
            select r.number as receivable, m.id as mandate_id, r.charged - r.paid as amount
              from receivable r
              join mandate m on m.customer_number = r.customer_number and m.state = 'ACTIVE'
              left join orders_order_view o on r.kind = 'ORDER' and o.order_number = r.number
             where r.status in ('PENDING', 'PARTLY_PAID') and r.charged > r.paid
               and (r.kind <> 'ORDER' and r.due_by <= :date
                    or r.kind = 'ORDER' and r.method = 'DIRECT_DEBIT'
                       and o.status not in ('RECEIVED', 'IN_REVIEW', 'ON_HOLD', 'CANCELLED', 'RETURNED'))
            """;
    private static final String FREE =
            """
             and not exists (select 1 from direct_debit_claim c where c.receivable = r.number and c.state in ('OPEN', 'HELD'))
            """;

    private final JdbcClient jdbc;

    ClaimableItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many, and their sum. */
    record Sum(long count, Yen amount) {}

    Sum sum(LocalDate date) {
        return jdbc.sql("select count(*), coalesce(sum(amount), 0)::bigint from (" + ITEMS + FREE + ") i")
                .param("date", date)
                .query((row, n) -> new Sum(row.getLong(1), Yen.of(row.getLong(2))))
                .single();
    }

    List<ClaimPreview> first(LocalDate date, int limit) {
        return jdbc.sql("select i.receivable, i.amount, m.customer_number, m.holder_kana from (" + ITEMS + FREE
                        + ") i join mandate m on m.id = i.mandate_id order by i.receivable limit :limit")
                .param("date", date)
                .param("limit", limit)
                .query(ClaimPreview::of)
                .list();
    }

    /** @return how many claims the cycle has got */
    int claim(long cycle, LocalDate date) {
        return jdbc.sql("insert into direct_debit_claim (direct_debit_id, receivable, mandate_id, amount, state) "
                        + "select :cycle, receivable, mandate_id, amount, 'OPEN' from (" + ITEMS + FREE
                        + ") i order by receivable")
                .param("cycle", cycle)
                .param("date", date)
                .update();
    }

    /** Withdraws what was settled or stopped since it was claimed, and brings amounts and accounts up to date. */
    void refresh(long cycle, LocalDate date) {
        jdbc.sql(
                        """
                with present as (%s)
                update direct_debit_claim c set state = 'WITHDRAWN'
                 where c.direct_debit_id = :cycle and not exists (select 1 from present p where p.receivable = c.receivable)
                """
                                .formatted(ITEMS))
                .param("cycle", cycle)
                .param("date", date)
                .update();
        jdbc.sql(
                        """
                with present as (%s)
                update direct_debit_claim c set amount = p.amount, mandate_id = p.mandate_id,
                       first = not exists (select 1 from direct_debit_claim e join direct_debit d on d.id = e.direct_debit_id
                                            where e.mandate_id = p.mandate_id and e.state <> 'WITHDRAWN' and d.state <> 'COLLECTED')
                  from present p
                 where c.direct_debit_id = :cycle and c.state = 'OPEN' and p.receivable = c.receivable
                """
                                .formatted(ITEMS))
                .param("cycle", cycle)
                .param("date", date)
                .update();
    }
}
