package jp.otodoke.customers;

import java.util.Collection;
import java.util.Map;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Yen;

/** The points that customers have, as whoever grants them contributes it; one point is one yen. */
public interface CustomerPoints {
    /** Customers without points are left out. */
    Map<CustomerNumber, Yen> of(Collection<CustomerNumber> customers);
}
