package jp.otodoke.payments.cards;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import jp.otodoke.platform.clock.RepeatedWork;
import jp.otodoke.platform.clock.WorkInFlight;
import jp.otodoke.shared.BusinessClock;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells of cards that expire each morning, by chunks. Any node may do it; each customer is told once. */
@Component
class TellBeforeExpiryDaily extends RepeatedWork implements WorkInFlight {
    private static final LocalTime MORNING = LocalTime.of(9, 30);
    private static final int CHUNK = 100;

    private final TellBeforeExpiry tellBeforeExpiry;
    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final boolean active;

    TellBeforeExpiryDaily(
            TellBeforeExpiry tellBeforeExpiry,
            JdbcClient jdbc,
            BusinessClock clock,
            @Value("${otodoke.jobs.active:true}") boolean active) {
        super("card-expiry", Duration.ofSeconds(25), Duration.ofSeconds(20), active);
        this.tellBeforeExpiry = tellBeforeExpiry;
        this.jdbc = jdbc;
        this.clock = clock;
        this.active = active;
    }

    @Override
    protected void repeat() {
        try {
            run();
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(getClass()).error("Could not tell of cards that expire; trying again", e);
        }
    }

    /** Has no effect on a day on which it was finished. */
    void run() {
        if (!due()) {
            return;
        }
        int told = 0;
        var chunk = new TellBeforeExpiry.Chunk(0, CHUNK);
        while (chunk.told() == CHUNK) {
            chunk = tellBeforeExpiry.tell(chunk.last(), CHUNK);
            told += chunk.told();
        }
        tellBeforeExpiry.finished(clock.today(), told);
    }

    @Override
    public List<String> moving() {
        return active && due() ? List.of("cards that expire") : List.of();
    }

    @Override
    public Optional<Instant> nextDue() {
        var today = morning(clock.today());
        return Optional.of(
                clock.instant().isBefore(today) ? today : morning(clock.today().plusDays(1)));
    }

    private boolean due() {
        return !clock.instant().isBefore(morning(clock.today()))
                && !jdbc.sql("select exists (select 1 from card_expiry_run where day = :day)")
                        .param("day", clock.today())
                        .query(Boolean.class)
                        .single();
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(MORNING).atZone(BusinessClock.TOKYO).toInstant();
    }
}
