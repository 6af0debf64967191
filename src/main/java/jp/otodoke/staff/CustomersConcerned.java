package jp.otodoke.staff;

import java.util.Optional;
import java.util.Set;
import jp.otodoke.shared.CustomerNumber;

/** Which customer an action concerns, for the audit trail by customer; contributed by the module that it acts in. */
public interface CustomersConcerned {
    /** First segments of the paths, such as {@code orders}. */
    Set<String> areas();

    /**
     * @param number of what is changed there
     * @return the customer's number, empty if no customer is concerned
     */
    Optional<CustomerNumber> customerOf(String number);
}
