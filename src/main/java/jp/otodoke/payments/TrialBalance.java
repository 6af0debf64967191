package jp.otodoke.payments;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 試算表: what was posted to each account of the ledger. */
@Component
public class TrialBalance {
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    TrialBalance(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Of all accounts, also those without a posting, in the order of a balance sheet.
     *
     * @param day to the end of which postings count, in Japan
     */
    @Transactional(readOnly = true)
    public List<Balance> at(LocalDate day) {
        return jdbc.sql(
                        """
                        select a.account, coalesce(sum(e.amount) filter (where e.amount > 0), 0) as debit,
                               coalesce(-sum(e.amount) filter (where e.amount < 0), 0) as credit
                          from unnest(:accounts::text[]) with ordinality a(account, no)
                          left join ledger_entry e on e.account = a.account and e.at < :end
                         group by a.account, a.no order by a.no
                        """)
                .param(
                        "accounts",
                        Arrays.stream(Ledger.Account.values()).map(Enum::name).toArray(String[]::new))
                .param(
                        "end",
                        Timestamp.from(day.plusDays(1)
                                .atStartOfDay(BusinessClock.TOKYO)
                                .toInstant()))
                .query((row, n) -> new Balance(
                        row.getString("account"), Yen.of(row.getLong("debit")), Yen.of(row.getLong("credit"))))
                .list();
    }

    /** To the end of today. */
    @Transactional(readOnly = true)
    public List<Balance> now() {
        return at(clock.today());
    }

    /** What was posted to an account; both above zero or zero. */
    public record Balance(String account, Yen debit, Yen credit) {
        /** Debit is positive. */
        public Yen balance() {
            return debit.minus(credit);
        }
    }
}
