package jp.otodoke.staff;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.TextNormalizer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down guessing: after some failures sign-in is blocked for a moment, after each further failure for twice
 * as long. Counts are stored in the database, so that it does not matter which node is asked; names that do not
 * exist are throttled like any other.
 */
@Component
public class LoginThrottle {
    /** Failures in a row allowed for one person. */
    public static final int ACCOUNT = 5;
    /** Failures allowed from one address: a whole office may be behind it. */
    public static final int ADDRESS = 30;

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration FORGOTTEN = Duration.ofMinutes(30);

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    LoginThrottle(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public static String account(String username) {
        return "account:" + TextNormalizer.clean(username).toLowerCase(Locale.ROOT);
    }

    public static String address(String address) {
        return "address:" + address;
    }

    /** Wrong tokens of programs at an address: a program that is set up badly locks nobody's sign-in. */
    public static String tokensFrom(String address) {
        return "tokens:" + address;
    }

    /** Seconds until the next attempt; 0 if allowed now. */
    @Transactional(readOnly = true)
    public long secondsLocked(String... keys) {
        return jdbc.sql(
                        """
                        select coalesce(ceil(extract(epoch from max(locked_until) - :now)), 0)
                          from sign_in_failure where throttle_key = any(:keys) and locked_until > :now""")
                .param("now", now())
                .param("keys", keys)
                .query(Long.class)
                .single();
    }

    /** Counts even if the caller's transaction is rolled back. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void failed(String key, int free) {
        var failures = jdbc.sql(
                        """
                        insert into sign_in_failure as f (throttle_key, failures, last_at, locked_until)
                        values (:key, 1, :now, :now)
                        on conflict (throttle_key) do update set last_at = :now,
                            failures = case when f.last_at < :forgotten then 1 else f.failures + 1 end
                        returning failures""")
                .param("key", key)
                .param("now", now())
                .param("forgotten", now().minus(FORGOTTEN))
                .query(Integer.class)
                .single();
        if (failures >= free) {
            jdbc.sql("update sign_in_failure set locked_until = ? where throttle_key = ?")
                    .params(now().plus(wait(failures - free)), key)
                    .update();
        }
    }

    @Transactional
    public void passed(String key) {
        jdbc.sql("delete from sign_in_failure where throttle_key = ? or last_at < ?")
                .params(key, now().minus(Duration.ofDays(1)))
                .update();
    }

    static Duration wait(int beyond) {
        var wait = FIRST.multipliedBy(1L << Math.min(beyond, 10));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
