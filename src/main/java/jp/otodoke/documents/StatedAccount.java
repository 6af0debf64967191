package jp.otodoke.documents;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import jp.otodoke.orders.Totals.TaxShare;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a customer bought and paid, as the ledger has it. */
@Component
class StatedAccount {
    private final JdbcClient jdbc;

    StatedAccount(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was owed when the day began. */
    Yen owedBefore(CustomerNumber customer, LocalDate day) {
        return Yen.of(jdbc.sql(
                        """
                        select coalesce(sum(amount), 0) from payments_receivable_entry_view
                         where customer_number = :customer and at < :first
                        """)
                .param("customer", customer.value())
                .param("first", start(day))
                .query(Long.class)
                .single());
    }

    /** Sales and payments by day, the oldest first. */
    List<Movement> movements(CustomerNumber customer, LocalDate from, LocalDate to) {
        return jdbc.sql(
                        """
                        select cast(at at time zone 'Asia/Tokyo' as date) as day, receivable,
                               case when counterpart in ('SALES', 'OUTPUT_TAX') then 'SALES' else counterpart end as what, sum(amount) as amount
                          from payments_receivable_entry_view
                         where customer_number = :customer and at >= :first and at < :to
                         group by 1, 2, 3 having sum(amount) <> 0 order by 1, 2, 3 desc
                        """)
                .param("customer", customer.value())
                .param("first", start(from))
                .param("to", start(to.plusDays(1)))
                .query((row, n) -> new Movement(
                        row.getObject("day", LocalDate.class),
                        ReceivableNumber.of(row.getString("receivable")),
                        row.getString("what"),
                        Yen.of(row.getLong("amount"))))
                .list();
    }

    /** Sales with tax, by rate, the lowest first. */
    List<TaxShare> sales(CustomerNumber customer, LocalDate from, LocalDate to) {
        return jdbc.sql(
                        """
                        select tax_rate, sum(amount) as amount, coalesce(sum(amount) filter (where counterpart = 'OUTPUT_TAX'), 0) as tax
                          from payments_receivable_entry_view
                         where customer_number = :customer and at >= :first and at < :to and tax_rate is not null
                         group by tax_rate having sum(amount) <> 0 order by tax_rate
                        """)
                .param("customer", customer.value())
                .param("first", start(from))
                .param("to", start(to.plusDays(1)))
                .query((row, n) ->
                        new TaxShare(row.getInt("tax_rate"), Yen.of(row.getLong("amount")), Yen.of(row.getLong("tax"))))
                .list();
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(BusinessClock.TOKYO).toOffsetDateTime();
    }

    /**
     * @param what SALES, or the account where the money came from
     * @param amount by how much more is owed
     */
    record Movement(LocalDate day, ReceivableNumber about, String what, Yen amount) {}
}
