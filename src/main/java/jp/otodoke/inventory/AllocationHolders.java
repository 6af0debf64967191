package jp.otodoke.inventory;

import java.util.Collection;
import java.util.Set;
import jp.otodoke.shared.OrderNumber;

/** Those for whom stock is allocated; contributed by the module that knows how far they have come. */
public interface AllocationHolders {
    /** Locks those that could wait for stock once more, as no warehouse is sending any of their goods. */
    Set<OrderNumber> thatCanWait(Collection<OrderNumber> orders);

    /** They were taken what they were allocated, and wait for stock with all that they still need. */
    void waitForStock(Collection<OrderNumber> orders);
}
