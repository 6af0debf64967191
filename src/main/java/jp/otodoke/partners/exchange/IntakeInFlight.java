package jp.otodoke.partners.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.otodoke.platform.clock.WorkInFlight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files whose records are not all booked yet. */
@Component
class IntakeInFlight implements WorkInFlight {
    private final JdbcClient jdbc;

    IntakeInFlight(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> moving() {
        return jdbc.sql(
                        """
                        select partner || ': ' || file_name || ' being read' from partner_message
                         where state = 'RECEIVED' order by id""")
                .query(String.class)
                .list();
    }

    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }
}
