package jp.otodoke.customers;

import java.util.Collection;
import java.util.Map;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/** 掛売り: what is agreed with customers who buy on account, as whoever keeps the books contributes it. */
public interface TradeTerms {
    /** Customers without terms are left out. */
    Map<CustomerNumber, Terms> of(Collection<CustomerNumber> customers);

    /** Whether who is acting may agree on terms. */
    boolean mayChange();

    /** @param terms null if the customer may not buy on account any more */
    void change(CustomerNumber customer, @Nullable Terms terms);

    /** @param closingDay 1 to 31; 31 is the last day of any month */
    record Terms(Yen creditLimit, int closingDay) {}
}
