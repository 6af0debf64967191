package jp.otodoke.payments;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import jp.otodoke.payments.TrialBalance.Balance;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The months of the ledger: which of them are closed, and the trial balance at the end of each. */
@Component
public class LedgerMonths {
    private final JdbcClient jdbc;

    LedgerMonths(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The closed ones, the latest first. */
    @Transactional(readOnly = true)
    public List<Closing> closed() {
        return jdbc.sql("select month, closed_at, closed_by from ledger_closing order by ended_at desc")
                .query((row, n) -> new Closing(
                        YearMonth.parse(row.getString("month")),
                        row.getTimestamp("closed_at").toInstant(),
                        row.getString("closed_by")))
                .list();
    }

    /** Closed itself; empty also for a month that is before a closed one and was never closed by itself. */
    @Transactional(readOnly = true)
    public Optional<Closing> closing(YearMonth month) {
        return closed().stream()
                .filter(closing -> closing.month().equals(month))
                .findFirst();
    }

    /** @return false if this month or a later one had been closed before */
    boolean close(YearMonth month, Instant at, String by) {
        // Whoever posts reads this table: waits for them to end, and lets the next see the closing.
        jdbc.sql("lock table ledger_closing in access exclusive mode").update();
        return jdbc.sql(
                                """
                                insert into ledger_closing (month, ended_at, closed_at, closed_by)
                                select :month, :end, :at, :by where not exists (select 1 from ledger_closing where ended_at >= :end)
                                """)
                        .param("month", month.toString())
                        .param("end", Timestamp.from(end(month)))
                        .param("at", Timestamp.from(at))
                        .param("by", by)
                        .update()
                == 1;
    }

    void keep(YearMonth month, List<Balance> balances) {
        for (var balance : balances) {
            jdbc.sql(
                            """
                            insert into ledger_closing_balance (month, account, tax_rate, debit, credit)
                            values (:month, :account, cast(:rate as int), :debit, :credit)
                            """)
                    .param("month", month.toString())
                    .param("account", balance.account())
                    .param("rate", balance.taxRate())
                    .param("debit", balance.debit().amount())
                    .param("credit", balance.credit().amount())
                    .update();
        }
    }

    /** The last closing whose balances are kept and that ended at this moment or before. */
    Optional<Kept> keptUntil(Instant moment) {
        return jdbc.sql(
                        """
                        select month, ended_at from ledger_closing c
                         where ended_at <= :moment and exists (select 1 from ledger_closing_balance b where b.month = c.month)
                         order by ended_at desc limit 1
                        """)
                .param("moment", Timestamp.from(moment))
                .query((row, n) -> new Kept(
                        row.getTimestamp("ended_at").toInstant(), balances(YearMonth.parse(row.getString("month")))))
                .optional();
    }

    /** @param end the first moment after it */
    record Kept(Instant end, List<Balance> balances) {}

    /** Empty unless the month is closed. */
    List<Balance> balances(YearMonth month) {
        return jdbc.sql(
                        "select account, tax_rate, debit, credit from ledger_closing_balance where month = :month order by id")
                .param("month", month.toString())
                .query((row, n) -> new Balance(
                        row.getString("account"),
                        row.getObject("tax_rate", Integer.class),
                        Yen.of(row.getLong("debit")),
                        Yen.of(row.getLong("credit"))))
                .list();
    }

    public static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(BusinessClock.TOKYO).toInstant();
    }

    /** The first moment after it. */
    public static Instant end(YearMonth month) {
        return begin(month.plusMonths(1));
    }

    /** @param by user name */
    public record Closing(YearMonth month, Instant at, String by) {}
}
