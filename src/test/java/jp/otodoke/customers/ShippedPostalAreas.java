package jp.otodoke.customers;

import java.time.Clock;
import javax.sql.DataSource;
import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What an application loads at its first start, loaded once for all databases of a test run. */
public final class ShippedPostalAreas {
    private ShippedPostalAreas() {}

    public static void load(DataSource database) {
        new LoadShippedPostalAreas(
                        new PostalAreas(new JdbcTemplate(database)),
                        new TransactionTemplate(new DataSourceTransactionManager(database)),
                        new BusinessClock(Clock.systemUTC()))
                .afterSingletonsInstantiated();
    }
}
