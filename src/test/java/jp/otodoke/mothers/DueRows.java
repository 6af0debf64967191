package jp.otodoke.mothers;

import java.time.LocalDate;
import jp.otodoke.shared.CustomerNumber;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Thousands of dues, as charging one by one would leave them. */
public final class DueRows {
    private DueRows() {}

    /** Each of 1,000 yen at 10 %. */
    public static void write(JdbcClient jdbc, CustomerNumber customer, LocalDate day, int many) {
        jdbc.sql(
                        """
                        with due as (
                            insert into receivable (number, version, kind, customer_number, method, status, tax_rate, charged, due_by, created_at)
                            select 'F' || lpad(nextval('receivable_number')::text, 8, '0'), 0, 'DUE', :customer, 'BANK_TRANSFER', 'PENDING',
                                   10, 1000, :day, now() from generate_series(1, :many)
                            returning number),
                        charged as (
                            insert into receivable_charge (receivable, amount, reason, at) select number, 1000, 'CHARGED', now() from due)
                        insert into ledger_entry (posting, account, amount, receivable, tax_rate, at)
                        select side.posting || number, side.account, side.amount, number, side.rate, now()
                          from due cross join (values ('sales:', 'RECEIVABLE', 910, null), ('sales:', 'SALES', -910, 10),
                                                      ('output-tax:', 'RECEIVABLE', 90, null), ('output-tax:', 'OUTPUT_TAX', -90, 10))
                                                      side(posting, account, amount, rate)
                        """)
                .param("customer", customer.value())
                .param("day", day)
                .param("many", many)
                .update();
    }

    /** Changes of what a customer owes by one due, five of the same moment each, so that only their ids tell them apart. */
    public static void change(JdbcClient jdbc, CustomerNumber customer, double hours, int many) {
        jdbc.sql(
                        """
                        insert into receivable_charge (receivable, amount, reason, at)
                        select r.number, 1 + n % 97, 'CHANGED',
                               timestamptz '2025-01-01 00:00:00+09' + n / 5 * interval '1 hour' * :hours
                          from receivable r, generate_series(1, :many) n where r.customer_number = :customer
                        """)
                .param("customer", customer.value())
                .param("many", many)
                .param("hours", hours)
                .update();
    }
}
