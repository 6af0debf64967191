package jp.otodoke.fulfilment;

import java.sql.Timestamp;
import java.util.List;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stops a wave as soon as the chunks in progress are done; its other orders remain due. */
@Component
public class StopWave {
    private final JdbcClient jdbc;
    private final Waves waves;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    StopWave(JdbcClient jdbc, Waves waves, ApplicationEventPublisher events, BusinessClock clock) {
        this.jdbc = jdbc;
        this.waves = waves;
        this.events = events;
        this.clock = clock;
    }

    /** @throws Refusal if it has ended (conflict), or there is none with this number */
    @Transactional
    public void stop(long wave, String by) {
        if (!stopIfRunning(wave, by)) {
            throw Refusal.conflict("wave.ended", waves.get(wave).id());
        }
    }

    /** @return whether it was running */
    @Transactional
    boolean stopIfRunning(long wave, String by) {
        var stopped = jdbc.sql(
                        """
                        update ship_wave set state = 'STOPPED', ended_by = :by, ended_at = :now
                         where id = :wave and state = 'RUNNING'
                        """)
                .param("wave", wave)
                .param("by", by)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (stopped == 0) {
            return false;
        }
        jdbc.sql("update ship_wave_slice set state = 'STOPPED' where wave = :wave and state = 'RUNNING'")
                .param("wave", wave)
                .update();
        events.publishEvent(new WaveSignal(WaveSignal.Kind.ENDED, List.of(wave)));
        return true;
    }
}
