package jp.otodoke.payments;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** What the last closing before the day has kept, and what was posted since: the ledger before it is not read. */
    List<Balance> posted(LocalDate day) {
        var end = end(day);
        return months.keptUntil(end).map(kept -> since(kept, end)).orElseGet(() -> fromTheBeginning(day));
    }

    private static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(BusinessClock.TOKYO).toInstant();
    }

    /** Of the whole ledger. */
    List<Balance> fromTheBeginning(LocalDate day) {
        var end = end(day);
        return withAdvances(sums(Instant.EPOCH, end), advances(Timestamp.from(end)));
    }

    private List<Balance> since(LedgerMonths.Kept kept, Instant end) {
        var before = advancesOf(kept.balances());
        var sums = new TreeMap<Row, Balance>();
        Stream.concat(withoutAdvances(kept.balances()), sums(kept.end(), end).stream())
                .forEach(balance -> sums.merge(Row.of(balance), balance, Balance::plus));
        // An account that is told by rate has a row without one only where nothing was ever posted.
        var byRate = sums.keySet().stream()
                .filter(row -> row.rate() >= 0)
                .map(Row::account)
                .collect(Collectors.toSet());
        sums.keySet().removeIf(row -> row.rate() < 0 && byRate.contains(row.account()));
        return withAdvances(sums.values(), before.plus(advancesSince(kept.end(), end)));
    }

    private static Yen advancesOf(List<Balance> balances) {
        return Yen.sum(
                balances.stream()
                        .filter(balance -> balance.account().equals(ADVANCES))
                        .toList(),
                Balance::credit);
    }

    private static Stream<Balance> withoutAdvances(List<Balance> balances) {
        var advances = advancesOf(balances);
        return balances.stream()
                .filter(balance -> !balance.account().equals(ADVANCES))
                .map(balance -> balance.account().equals(Account.RECEIVABLE.name())
                        ? balance.plus(new Balance(balance.account(), null, Yen.ZERO, advances))
                        : balance);
    }

    private static List<Balance> withAdvances(Collection<Balance> sums, Yen advances) {
        var balances = new ArrayList<Balance>();
        for (var balance : sums) {
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

    private List<Balance> sums(Instant begin, Instant end) {
        return jdbc.sql(
                        """
                        select a.account, e.tax_rate, coalesce(sum(e.amount) filter (where e.amount > 0), 0) as debit,
                               coalesce(-sum(e.amount) filter (where e.amount < 0), 0) as credit
                          from unnest(:accounts::text[]) with ordinality a(account, no)
                          left join ledger_entry e on e.account = a.account and e.at >= :begin and e.at < :end
                         group by a.account, a.no, e.tax_rate order by a.no, e.tax_rate
                        """)
                .param(
                        "accounts",
                        Arrays.stream(Account.values()).map(Enum::name).toArray(String[]::new))
                .param("begin", Timestamp.from(begin))
                .param("end", Timestamp.from(end))
                .query((row, n) -> new Balance(
                        row.getString("account"),
                        row.getObject("tax_rate", Integer.class),
                        Yen.of(row.getLong("debit")),
                        Yen.of(row.getLong("credit"))))
                .list();
    }

    /** By how much they grew, from the receivables that were posted to in between. */
    private Yen advancesSince(Instant begin, Instant end) {
        return Yen.of(jdbc.sql(
                        """
                        select coalesce(sum(greatest(-b.until, 0) - greatest(-b.before, 0)), 0)
                          from (select distinct receivable from ledger_entry
                                 where account = 'RECEIVABLE' and at >= :begin and at < :end) t
                          join lateral (select coalesce(sum(e.amount) filter (where e.at < :begin), 0) as before, sum(e.amount) as until
                                          from ledger_entry e
                                         where e.receivable = t.receivable and e.account = 'RECEIVABLE' and e.at < :end) b on true
                        """)
                .param("begin", Timestamp.from(begin))
                .param("end", Timestamp.from(end))
                .query(Long.class)
                .single());
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

        Balance plus(Balance other) {
            return new Balance(account, taxRate, debit.plus(other.debit), credit.plus(other.credit));
        }
    }

    /** @param rate -1 for none */
    private record Row(Account account, int rate) implements Comparable<Row> {
        static Row of(Balance balance) {
            var rate = balance.taxRate();
            return new Row(Account.valueOf(balance.account()), rate == null ? -1 : rate);
        }

        @Override
        public int compareTo(Row other) {
            return account == other.account ? Integer.compare(rate, other.rate) : account.compareTo(other.account);
        }
    }
}
