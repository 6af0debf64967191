package jp.otodoke.partners.exchange;

import java.util.Collection;
import jp.otodoke.shared.OrderNumber;

/** Finds the orders that a partner's record is about, so that a task about the record shows them. */
public interface ReferencedOrders {
    /** @param references numbers in the record; unknown ones are ignored */
    Collection<OrderNumber> of(Collection<String> references);
}
