package jp.otodoke.partners.exchange;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.otodoke.platform.clock.WorkInFlight;
import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits to be sent now, and when failed messages are retried. */
@Component
class OutboxInFlight implements WorkInFlight {
    private static final String WAITING =
            """
            select partner, type, next_attempt_at from outbox_message where state = 'WAITING'
            union all
            select partner, type, next_attempt_at from partner_message where state = 'READY'
            """;

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final Transport transport;
    private final WorkSignal workSignal;

    OutboxInFlight(JdbcClient jdbc, BusinessClock clock, Transport transport, WorkSignal workSignal) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.transport = transport;
        this.workSignal = workSignal;
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> moving() {
        if (!transport.running()) {
            return List.of();
        }
        return jdbc.sql("select partner || ': ' || count(*) || ' ' || type || ' to be sent' from (" + WAITING
                        + ") w where next_attempt_at <= :now group by partner, type order by 1")
                .param("now", Timestamp.from(clock.instant()))
                .query(String.class)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Instant> nextDue() {
        if (!transport.running()) {
            return Optional.empty();
        }
        return jdbc.sql("select min(next_attempt_at) from (" + WAITING + ") w where next_attempt_at > :now")
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    @Override
    public void runNow() {
        workSignal.wakeAll();
    }
}
