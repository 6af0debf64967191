package jp.otodoke.payments;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.otodoke.platform.data.NameLocks;
import jp.otodoke.shared.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Collects into a new cycle what is to be debited on a business day. What is in an unfinished one already is left there. */
@Component
public class BeginDirectDebit {
    private static final int LOCK = 4_100;

    private final ClaimableItems items;
    private final NameLocks locks;
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    BeginDirectDebit(ClaimableItems items, NameLocks locks, JdbcClient jdbc, BusinessClock clock) {
        this.items = items;
        this.locks = locks;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param retried cycle whose failed claims are tried again; null for all that may be collected
     * @param by user name
     * @return the cycle; empty if nothing is to be collected
     */
    @Transactional
    public Optional<Long> begin(LocalDate date, @Nullable Long retried, String by) {
        locks.lock(LOCK, List.of("direct-debit"));
        if (items.nothing(date, retried)) {
            return Optional.empty();
        }
        long id = jdbc.sql(
                        """
                        insert into direct_debit (debit_date, state, created_at, created_by)
                        values (:date, 'COLLECTED', :now, :by) returning id
                        """)
                .param("date", date)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .query(Long.class)
                .single();
        items.claim(id, date, retried);
        return Optional.of(id);
    }
}
