package jp.otodoke.fulfilment;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Days on which the warehouse or the carrier does not work. */
@Component
public class ClosedDays {
    public static final String WAREHOUSE = "WAREHOUSE";
    public static final String CARRIER = "CARRIER";

    private final JdbcClient jdbc;

    ClosedDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Set<LocalDate> of(String party, LocalDate from, LocalDate to) {
        return jdbc
                .sql(
                        """
                        select d::date as day
                          from closed_weekday w, generate_series(cast(:from as date), cast(:to as date), interval '1 day') d
                         where w.party = :party and extract(isodow from d) = w.weekday
                        union
                        select day from closed_day where party = :party and day between :from and :to
                        """)
                .param("party", party)
                .param("from", from)
                .param("to", to)
                .query(LocalDate.class)
                .stream()
                .collect(Collectors.toSet());
    }
}
