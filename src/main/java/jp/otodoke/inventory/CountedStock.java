package jp.otodoke.inventory;

import java.util.Comparator;
import jp.otodoke.shared.Sku;

/** What is counted by itself: pieces of a SKU in one warehouse and condition. */
record CountedStock(Sku sku, Warehouse warehouse, StockCondition condition) implements Comparable<CountedStock> {
    private static final Comparator<CountedStock> ORDER = Comparator.comparing(CountedStock::sku)
            .thenComparing(CountedStock::warehouse)
            .thenComparing(one -> one.condition().name());

    StockKey key() {
        return new StockKey(sku, warehouse);
    }

    boolean isGood() {
        return condition == StockCondition.GOOD;
    }

    @Override
    public int compareTo(CountedStock other) {
        return ORDER.compare(this, other);
    }
}
