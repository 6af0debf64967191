package jp.otodoke.staff;

import java.util.Optional;
import jp.otodoke.shared.CustomerNumber;

/**
 * Which customer an action concerns; modules with orders and shipments implement it for the audit trail by
 * customer.
 */
public interface CustomersConcerned {
    /**
     * @param area first segment of the path, such as {@code orders}
     * @param number of the thing in it
     * @return the customer's number, empty if no customer is concerned
     */
    Optional<CustomerNumber> customerOf(String area, String number);
}
