package jp.otodoke.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import jp.otodoke.shared.Sku;

/** A SKU in one warehouse, of which good pieces are allocated. */
record StockKey(Sku sku, Warehouse warehouse) implements Comparable<StockKey> {
    private static final Comparator<StockKey> ORDER =
            Comparator.comparing(StockKey::sku).thenComparing(StockKey::warehouse);

    static StockKey of(String skuText, String warehouse) {
        return new StockKey(Sku.of(skuText), Warehouse.of(warehouse));
    }

    /** Of a row with its columns {@code sku} and {@code warehouse}. */
    static StockKey of(ResultSet row) throws SQLException {
        return of(row.getString("sku"), row.getString("warehouse"));
    }

    /** As a parameter; its counterpart is {@link #warehouses}. */
    static String[] skuTexts(Collection<StockKey> keys) {
        return keys.stream().map(key -> key.sku().value()).toArray(String[]::new);
    }

    static String[] warehouses(Collection<StockKey> keys) {
        return keys.stream().map(key -> key.warehouse().code()).toArray(String[]::new);
    }

    @Override
    public int compareTo(StockKey other) {
        return ORDER.compare(this, other);
    }
}
