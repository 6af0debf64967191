package jp.otodoke.customers;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.CustomerNumber;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a customer lived before, read from the changes that were recorded; also a mistyped address that was corrected. */
@Service
public class FormerAddresses {
    private final CustomerChanges changes;

    FormerAddresses(CustomerChanges changes) {
        this.changes = changes;
    }

    /**
     * Latest first; without the present one.
     *
     * @param present where the customer lives now
     */
    @Transactional(readOnly = true)
    public List<Address> of(CustomerNumber number, Address present) {
        var former = new LinkedHashSet<Address>();
        var at = present;
        var newest = changes.of(number);
        for (int i = 0; i < newest.size(); i++) {
            at = before(at, newest.get(i));
            // Fields that were changed together make one address.
            if (i + 1 == newest.size()
                    || !newest.get(i + 1).at().equals(newest.get(i).at())) {
                former.add(at);
            }
        }
        former.remove(present);
        return new ArrayList<>(former);
    }

    private static Address before(Address address, CustomerChange change) {
        var value = change.before();
        return switch (change.field()) {
            case "address.postalCode" ->
                new Address(value, address.prefecture(), address.city(), address.line1(), address.line2());
            case "address.prefecture" ->
                new Address(address.postalCode(), value, address.city(), address.line1(), address.line2());
            case "address.city" ->
                new Address(address.postalCode(), address.prefecture(), value, address.line1(), address.line2());
            case "address.line1" ->
                new Address(address.postalCode(), address.prefecture(), address.city(), value, address.line2());
            case "address.line2" ->
                new Address(address.postalCode(), address.prefecture(), address.city(), address.line1(), value);
            default -> address;
        };
    }
}
