package jp.otodoke.orders;

import java.util.Collection;
import java.util.Set;
import jp.otodoke.shared.CustomerNumber;

/** Who may buy on account, as whoever agrees on that with customers contributes it. */
public interface AccountCustomers {
    /** Those of them who may. */
    Set<CustomerNumber> among(Collection<CustomerNumber> customers);
}
