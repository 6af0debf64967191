package jp.otodoke.orders;

import java.util.Collection;
import jp.otodoke.shared.OrderNumber;

/** Pieces of these orders were shipped, or will be sent again; the orders' lines say how many. Published in the same transaction. */
public record ShippedPiecesChanged(Collection<OrderNumber> orderNumbers) {}
