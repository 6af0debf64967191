package jp.otodoke.fulfilment.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.otodoke.platform.pages.HomeSeries;
import jp.otodoke.platform.pages.HomeSeriesSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Home page chart: shipments dispatched. */
@Component
class ParcelHomeSeries implements HomeSeriesSource {
    private final JdbcClient jdbc;

    ParcelHomeSeries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<HomeSeries> series() {
        return List.of(new HomeSeries(40, "flow", "parcels", "#7fb08f", false, Set.of("VIEW"), this::values));
    }

    private Map<LocalDate, Long> values(LocalDate from, LocalDate to) {
        var values = new HashMap<LocalDate, Long>();
        jdbc.sql(
                        """
                        select ship_date, count(*) from fulfilment_shipment_view
                         where ship_date between :from and :to and shipped_at is not null group by ship_date
                        """)
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    values.put(row.getObject(1, LocalDate.class), row.getLong(2));
                });
        return values;
    }
}
