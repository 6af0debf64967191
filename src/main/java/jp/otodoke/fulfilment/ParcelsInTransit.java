package jp.otodoke.fulfilment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Parcels that the carrier has and has not told the end of. */
@Component
public class ParcelsInTransit {
    private final JdbcClient jdbc;

    ParcelsInTransit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Underway now() {
        return jdbc.sql(
                        """
                        select count(*) as count, cast(min(due_at) at time zone 'Asia/Tokyo' as date) as first_due
                          from shipment where status = 'SHIPPED'
                        """)
                .query(Underway.class)
                .single();
    }

    /** @param firstDue the day by which a person is told where there is no news; null where none is on the road */
    public record Underway(long count, @Nullable LocalDate firstDue) {}
}
