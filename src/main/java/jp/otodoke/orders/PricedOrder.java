package jp.otodoke.orders;

import java.util.List;

/** The lines and destinations of an order with all amounts. */
record PricedOrder(
        List<OrderDestination> destinations, List<OrderLine> lines, Totals totals, List<Totals.TaxShare> taxes) {}
