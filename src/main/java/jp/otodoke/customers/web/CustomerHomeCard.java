package jp.otodoke.customers.web;

import java.sql.Timestamp;
import java.util.List;
import java.util.Set;
import jp.otodoke.platform.pages.Formats;
import jp.otodoke.platform.pages.HomeCard;
import jp.otodoke.platform.pages.HomeCard.Figure;
import jp.otodoke.platform.pages.HomeCardSource;
import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Customers who are new today. */
@Component
class CustomerHomeCard implements HomeCardSource {
    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final Formats formats;

    CustomerHomeCard(JdbcClient jdbc, BusinessClock clock, Formats formats) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.formats = formats;
    }

    @Override
    public List<HomeCard> cards() {
        return List.of(new HomeCard(120, "customers", "person-plus", Set.of("MARKETING_EDIT"), this::fresh));
    }

    private Figure fresh() {
        long count = jdbc.sql("select count(*) from customers_customer_view where registered_at >= :today")
                .param(
                        "today",
                        Timestamp.from(
                                clock.today().atStartOfDay(BusinessClock.TOKYO).toInstant()))
                .query(Long.class)
                .single();
        return Figure.of("/customers", formats.number(count), count == 0);
    }
}
