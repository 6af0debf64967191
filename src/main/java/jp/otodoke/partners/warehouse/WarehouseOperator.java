package jp.otodoke.partners.warehouse;

import java.util.function.Predicate;

/**
 * A partner that runs warehouses: one bean for each.
 *
 * @param partner the code of the partner
 * @param runs whether it runs the warehouse with this code
 */
record WarehouseOperator(String partner, Predicate<String> runs) {}
