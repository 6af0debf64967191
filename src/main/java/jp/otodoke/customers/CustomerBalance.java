package jp.otodoke.customers;

import java.util.Collection;
import java.util.Map;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Yen;

/** What customers have with us, as whoever keeps the books contributes it. */
public interface CustomerBalance {
    /** Customers without a balance are left out. */
    Map<CustomerNumber, Yen> of(Collection<CustomerNumber> customers);
}
