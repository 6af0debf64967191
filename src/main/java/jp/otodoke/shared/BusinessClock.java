package jp.otodoke.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The clock of the business, in Asia/Tokyo: real time plus an offset that only a demo or a test may increase; in
 * production it is zero.
 */
public final class BusinessClock extends Clock {
    public static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final Clock real;
    private volatile Duration offset = Duration.ZERO;

    public BusinessClock() {
        this(Clock.system(TOKYO));
    }

    /** @param real the underlying clock; a test may give a fixed one */
    public BusinessClock(Clock real) {
        this.real = real;
    }

    @Override
    public ZoneId getZone() {
        return TOKYO;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(real.withZone(zone), offset);
    }

    /** In whole microseconds, as the database keeps moments: what is answered at once and what is read later are the same. */
    @Override
    public Instant instant() {
        return real.instant().plus(offset).truncatedTo(ChronoUnit.MICROS);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(instant(), TOKYO);
    }

    public LocalDateTime localNow() {
        return LocalDateTime.ofInstant(instant(), TOKYO);
    }

    public Duration offset() {
        return offset;
    }

    /** Only for whoever moves the clock; everybody else reads. */
    public void shift(Duration newOffset) {
        offset = newOffset;
    }
}
