package jp.otodoke.orders;

import java.util.List;

/** An order's lines and destinations with everything that they cost. */
record PricedOrder(
        List<OrderDestination> destinations, List<OrderLine> lines, Totals totals, List<Totals.TaxShare> taxes) {}
