package jp.otodoke.partners.exchange;

import java.util.Collection;

/** Finds the orders that a partner's record is about, so that a task about the record shows them. */
public interface ReferencedOrders {
    /** @param references numbers that stand in the record; those of others are left out */
    Collection<String> of(Collection<String> references);
}
