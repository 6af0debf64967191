package jp.otodoke.inventory;

import jp.otodoke.shared.Sku;

/** An article of an order line. */
public record LineArticle(int lineNo, Sku sku) {
    static LineArticle of(Need need) {
        return new LineArticle(need.lineNo(), need.sku());
    }
}
