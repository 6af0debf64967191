package jp.otodoke.staff;

import java.util.Optional;

/** Whose things are acted on; modules that know orders and parcels say so, for an audit trail by customer. */
public interface CustomersConcerned {
    /**
     * @param area first part of the address, such as {@code orders}
     * @param number of the thing in it
     * @return the customer's number, empty where the thing is nobody's
     */
    Optional<String> customerOf(String area, String number);
}
