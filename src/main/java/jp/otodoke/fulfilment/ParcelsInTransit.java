package jp.otodoke.fulfilment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shipments handed to the carrier whose delivery has not been reported yet. */
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

    /**
     * @param firstDue the day on which the first of them is escalated if nothing is reported; null if none is in
     *     transit
     */
    public record Underway(long count, @Nullable LocalDate firstDue) {}
}
