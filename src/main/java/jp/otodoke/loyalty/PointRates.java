package jp.otodoke.loyalty;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rates at which goods earn points. */
@Component
public class PointRates {
    private final JdbcClient jdbc;

    PointRates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<PointRate> all() {
        return jdbc.sql(
                        """
                        select name, per_mille, valid_from, valid_until, valid_months from point_rate
                         order by valid_from desc, id desc
                        """)
                .query(PointRate.class)
                .list();
    }

    /** The highest of the day. */
    static Optional<PointRate> on(LocalDate day, List<PointRate> rates) {
        return rates.stream().filter(rate -> rate.isOn(day)).max(Comparator.comparingInt(PointRate::perMille));
    }
}
