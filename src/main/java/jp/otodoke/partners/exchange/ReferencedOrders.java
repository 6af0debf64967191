package jp.otodoke.partners.exchange;

import jp.otodoke.shared.OrderNumber;
import java.util.Collection;

/** Finds the orders that a partner's record is about, so that a task about the record shows them. */
public interface ReferencedOrders {
    /** @param references numbers in the record; unknown ones are ignored */
    Collection<OrderNumber> of(Collection<String> references);
}
