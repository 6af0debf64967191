package jp.otodoke.payments.desk.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.otodoke.platform.pages.HomeSeries;
import jp.otodoke.platform.pages.HomeSeriesSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Home page chart: deposits received. */
@Component
class DepositHomeSeries implements HomeSeriesSource {
    private final JdbcClient jdbc;

    DepositHomeSeries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<HomeSeries> series() {
        return List.of(new HomeSeries(
                20, "money", "deposits", "#b07f2a", true, Set.of("MARKETING_EDIT", "MONEY_EDIT"), this::values));
    }

    private Map<LocalDate, Long> values(LocalDate from, LocalDate to) {
        var values = new HashMap<LocalDate, Long>();
        jdbc.sql(
                        """
                        select posting_date, sum(amount)::bigint from payments_deposit_view
                         where posting_date between :from and :to group by posting_date
                        """)
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    values.put(row.getObject(1, LocalDate.class), row.getLong(2));
                });
        return values;
    }
}
