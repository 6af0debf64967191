package jp.otodoke.payments.accounting;

import java.util.List;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 滞留債権: how long what is earned has not been paid, and how long deposits have lain without a use. */
@Component
public class OpenAmountsByAge {
    private static final String BY_AGE =
            """
            select b.code, count(x.amount) as count, coalesce(sum(x.amount), 0) as amount
              from (values (1, 'NOT_DUE', -100000, -1), (2, 'TO_30', 0, 30), (3, 'TO_60', 31, 60), (4, 'TO_90', 61, 90),
                           (5, 'LONGER', 91, 100000)) b(no, code, first, last)
              left join (%s) x on x.days between b.first and b.last
             group by b.no, b.code order by b.no
            """;

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    OpenAmountsByAge(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By days since it was due, or since the goods left where that was later or there is no such day. */
    @Transactional(readOnly = true)
    public List<Age> receivables() {
        return ages(
                """
                select l.balance as amount, cast(:today as date) - greatest(r.due_by, l.since) as days
                  from receivable r
                 cross join lateral (select sum(e.amount) as balance,
                                            min(cast(e.at at time zone 'Asia/Tokyo' as date)) filter (where e.amount > 0) as since
                                       from ledger_entry e where e.receivable = r.number and e.account = 'RECEIVABLE') l
                 where r.paid < r.charged and l.balance > 0
                """);
    }

    /** By days since the bank received them. */
    @Transactional(readOnly = true)
    public List<Age> deposits() {
        return ages(
                """
                select remaining as amount, greatest(cast(:today as date) - posting_date, 0) as days
                  from deposit where amount > 0 and remaining > 0
                """);
    }

    private List<Age> ages(String open) {
        return jdbc.sql(BY_AGE.formatted(open))
                .param("today", clock.today())
                .query((row, n) -> new Age(row.getString("code"), row.getLong("count"), Yen.of(row.getLong("amount"))))
                .list();
    }

    /** @param code {@code NOT_DUE}, {@code TO_30} days and so on */
    public record Age(String code, long count, Yen amount) {}
}
