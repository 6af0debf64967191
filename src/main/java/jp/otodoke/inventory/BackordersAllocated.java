package jp.otodoke.inventory;

import java.util.List;
import jp.otodoke.shared.OrderNumber;

/** Orders that waited for stock have all of it now, oldest first; the others go on waiting. */
public record BackordersAllocated(List<OrderNumber> orderNumbers) {}
