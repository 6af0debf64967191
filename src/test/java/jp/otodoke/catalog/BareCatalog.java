package jp.otodoke.catalog;

import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The catalogue's use cases on a database that no application runs on. */
public final class BareCatalog {
    private BareCatalog() {}

    public static SaveProduct on(JdbcClient jdbc, BusinessClock clock) {
        var table = new ProductTable(jdbc, clock);
        return new SaveProduct(new Catalog(jdbc), new ProductCheck(table), table, clock);
    }
}
