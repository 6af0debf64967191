package jp.otodoke.payments;

import java.time.LocalDate;
import java.util.List;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
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
            select r.number as receivable, m.id as mandate_id, m.debited, r.charged - r.paid as amount
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

    /** Of what a cycle has left; all of it where there is none to be tried again. */
    private static final String LEFT =
            """
             and (cast(:retried as bigint) is null or exists (select 1 from direct_debit_claim f
                   where f.direct_debit_id = :retried and f.receivable = r.number and f.state = 'FAILED'))
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

    /** @param retried cycle whose failed claims are tried again; null for all that may be collected */
    boolean nothing(LocalDate date, @Nullable Long retried) {
        return jdbc.sql("select not exists (" + ITEMS + FREE + LEFT + ")")
                .param("date", date)
                .param("retried", retried)
                .query(Boolean.class)
                .single();
    }

    /**
     * @param retried cycle whose failed claims are tried again; null for all that may be collected
     * @return how many claims the cycle has got
     */
    int claim(long cycle, LocalDate date, @Nullable Long retried) {
        return jdbc.sql("insert into direct_debit_claim (direct_debit_id, receivable, mandate_id, amount, state) "
                        + "select :cycle, receivable, mandate_id, amount, 'OPEN' from (" + ITEMS + FREE + LEFT
                        + ") i order by receivable")
                .param("cycle", cycle)
                .param("date", date)
                .param("retried", retried)
                .update();
    }

    /**
     * Withdraws what was settled or stopped since it was claimed, and brings amounts and accounts of the others up to date. Each is
     * looked up by its number: no plan compares all with all while nothing is known of a table that has just been filled.
     */
    void refresh(long cycle, LocalDate date) {
        jdbc.sql(
                        """
                        update direct_debit_claim c
                           set state = case when p.receivable is null then 'WITHDRAWN' else c.state end,
                               amount = coalesce(p.amount, c.amount), mandate_id = coalesce(p.mandate_id, c.mandate_id),
                               first = coalesce(not p.debited, false)
                          from direct_debit_claim k left join lateral (%s and r.number = k.receivable offset 0) p on true
                         where k.direct_debit_id = :cycle and k.state = 'OPEN' and c.id = k.id
                        """
                                .formatted(ITEMS))
                .param("cycle", cycle)
                .param("date", date)
                .update();
        jdbc.sql(
                        """
                        update mandate set debited = true
                         where not debited
                           and id in (select mandate_id from direct_debit_claim where direct_debit_id = :cycle and state = 'OPEN')
                        """)
                .param("cycle", cycle)
                .update();
    }
}
