package jp.otodoke.loyalty;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.otodoke.platform.clock.RepeatedWork;
import jp.otodoke.platform.clock.WorkInFlight;
import jp.otodoke.shared.BusinessClock;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Expires the points that nobody used in time, soon after midnight. Runs on every node; the accounts are locked. */
@Component
class ExpirePoints extends RepeatedWork implements WorkInFlight {
    private final JdbcClient jdbc;
    private final PointBook book;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;
    private final boolean active;

    ExpirePoints(
            JdbcClient jdbc,
            PointBook book,
            BusinessClock clock,
            PlatformTransactionManager transactions,
            @Value("${otodoke.jobs.active:true}") boolean active) {
        super("expire-points", Duration.ofSeconds(10), Duration.ofSeconds(10), active);
        this.jdbc = jdbc;
        this.book = book;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.active = active;
    }

    @Override
    protected void repeat() {
        run();
    }

    void run() {
        try {
            if (due()) {
                transaction.executeWithoutResult(status -> expire());
            }
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(getClass()).error("Could not expire points; trying again", e);
        }
    }

    private void expire() {
        jdbc.sql(
                        """
                        select customer_number from point_account
                         where customer_number in (select customer_number from point_lot where expires_on < :today and remaining > 0)
                         order by customer_number for update
                        """)
                .param("today", clock.today())
                .query()
                .listOfRows();
        book.expire();
    }

    @Override
    public List<String> moving() {
        return active && due() ? List.of("expiring points") : List.of();
    }

    @Override
    public Optional<Instant> nextDue() {
        return jdbc.sql("select min(expires_on) from point_lot where expires_on >= :today and remaining > 0")
                .param("today", clock.today())
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .map(last -> last.plusDays(1).atStartOfDay(BusinessClock.TOKYO).toInstant());
    }

    private boolean due() {
        return jdbc.sql("select exists (select 1 from point_lot where expires_on < :today and remaining > 0)")
                .param("today", clock.today())
                .query(Boolean.class)
                .single();
    }
}
