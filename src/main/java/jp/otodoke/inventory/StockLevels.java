package jp.otodoke.inventory;

import java.util.Collection;
import java.util.List;
import jp.otodoke.shared.Sku;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the balances. A SKU without movements has zero of everything. */
@Component
public class StockLevels {
    private final JdbcClient jdbc;

    StockLevels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public StockLevel of(Sku sku) {
        return of(List.of(sku)).get(0);
    }

    /** In the order of the SKUs given. */
    @Transactional(readOnly = true)
    public List<StockLevel> of(Collection<Sku> skus) {
        return jdbc.sql(
                        """
                        select s.sku, coalesce(b.on_hand, 0) as on_hand, coalesce(b.allocated, 0) as allocated,
                               coalesce(b.on_hand - b.allocated, 0) as available, coalesce(i.quantity, 0) as incoming
                          from unnest(:skus::text[]) with ordinality s(sku, n)
                          left join stock_balance b on b.sku = s.sku
                          left join stock_incoming i on i.sku = s.sku
                         order by s.n
                        """)
                .param("skus", skus.stream().map(Sku::value).toArray(String[]::new))
                .query((row, i) -> new StockLevel(
                        Sku.of(row.getString("sku")),
                        row.getLong("on_hand"),
                        row.getLong("allocated"),
                        row.getLong("available"),
                        row.getLong("incoming")))
                .list();
    }
}
