package jp.otodoke.partners.shop;

import java.util.List;

/**
 * What a file says about one order: the order, or what is wrong with it.
 *
 * @param number the shop's order number; empty where the row has none
 * @param contentHash over what the customer ordered, not over how far the shop has come with it
 * @param columns where the order's parts stand, for mistakes that are found later
 */
record ReadOrder(
        String number, List<Row> rows, String contentHash, ShopOrder order, List<Problem> problems, Places columns) {
    /** The columns that a later mistake is reported at. */
    record Places(
            Column number, Column sku, Column quantity, Column price, Column orderedAt, Column method, Column total) {}

    int line() {
        return rows.get(0).line();
    }

    String nameOf(Column column) {
        return rows.get(0).sheet().nameOf(column);
    }
}
