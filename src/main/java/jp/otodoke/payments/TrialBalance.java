package jp.otodoke.payments;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 試算表: what was posted to each account of the ledger, sales and their tax by rate. What customers have paid before their goods
 * left is told apart from receivables, as {@link #ADVANCES}.
 */
@Component
public class TrialBalance {
    /** 前受金: of each receivable, what is paid beyond what is earned. */
    public static final String ADVANCES = "ADVANCES";

    private final JdbcClient jdbc;
    private final LedgerMonths months;
    private final BusinessClock clock;

    TrialBalance(JdbcClient jdbc, LedgerMonths months, BusinessClock clock) {
        this.jdbc = jdbc;
        this.months = months;
        this.clock = clock;
    }

    /**
     * Of all accounts, also those without a posting, in the order of a balance sheet. Read from the closing if the day is the
     * last of a closed month.
     *
     * @param day to the end of which postings count, in Japan
     */
    @Transactional(readOnly = true)
    public List<Balance> at(LocalDate day) {
        var month = YearMonth.from(day);
        var closed = day.equals(month.atEndOfMonth()) ? months.balances(month) : List.<Balance>of();
        return closed.isEmpty() ? posted(day) : closed;
    }

    /** To the end of today. */
    @Transactional(readOnly = true)
    public List<Balance> now() {
        return at(clock.today());
    }

    List<Balance> posted(LocalDate day) {
        var end =
                Timestamp.from(day.plusDays(1).atStartOfDay(BusinessClock.TOKYO).toInstant());
        var advances = advances(end);
        var balances = new ArrayList<Balance>();
        for (var balance : sums(end)) {
            if (balance.account().equals(Account.RECEIVABLE.name())) {
                balances.add(new Balance(
                        balance.account(),
                        null,
                        balance.debit(),
                        balance.credit().minus(advances)));
                balances.add(new Balance(ADVANCES, null, Yen.ZERO, advances));
            } else {
                balances.add(balance);
            }
        }
        return balances;
    }

    private List<Balance> sums(Timestamp end) {
        return jdbc.sql(
                        """
                        select a.account, e.tax_rate, coalesce(sum(e.amount) filter (where e.amount > 0), 0) as debit,
                               coalesce(-sum(e.amount) filter (where e.amount < 0), 0) as credit
                          from unnest(:accounts::text[]) with ordinality a(account, no)
                          left join ledger_entry e on e.account = a.account and e.at < :end
                         group by a.account, a.no, e.tax_rate order by a.no, e.tax_rate
                        """)
                .param(
                        "accounts",
                        Arrays.stream(Account.values()).map(Enum::name).toArray(String[]::new))
                .param("end", end)
                .query((row, n) -> new Balance(
                        row.getString("account"),
                        row.getObject("tax_rate", Integer.class),
                        Yen.of(row.getLong("debit")),
                        Yen.of(row.getLong("credit"))))
                .list();
    }

    private Yen advances(Timestamp end) {
        return Yen.of(jdbc.sql(
                        """
                        select coalesce(-sum(paid), 0) from
                               (select sum(amount) as paid from ledger_entry where account = 'RECEIVABLE' and at < :end
                                 group by receivable having sum(amount) < 0) ahead
                        """)
                .param("end", end)
                .query(Long.class)
                .single());
    }

    /**
     * What was posted to an account.
     *
     * @param taxRate per cent, of sales and their tax; null for others
     */
    public record Balance(String account, @Nullable Integer taxRate, Yen debit, Yen credit) {
        /** Debit is positive. */
        public Yen balance() {
            return debit.minus(credit);
        }
    }
}
