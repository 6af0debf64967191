package jp.otodoke.customers;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.otodoke.shared.Address;
import org.springframework.stereotype.Service;

/**
 * Checks whether an address matches its postal code. Codes are abolished and created every month, so a code
 * missing from the table is no reason to question an address.
 */
@Service
public class AddressCheck {
    private static final String AT_ODDS = "customer.address.at-odds-with-postal-code";

    private final PostalCodes postalCodes;

    AddressCheck(PostalCodes postalCodes) {
        this.postalCodes = postalCodes;
    }

    /** @return the message key of the problem, empty if there is none */
    public Optional<String> problem(Address address) {
        var areas = postalCodes.find(address.postalCode());
        return areas.isEmpty() || fits(address, areas) ? Optional.empty() : Optional.of(AT_ODDS);
    }

    /** Those of the addresses that have a problem. */
    public Set<Address> problems(Collection<Address> addresses) {
        var areas = postalCodes.find(
                addresses.stream().map(Address::postalCode).distinct().toList());
        return addresses.stream()
                .filter(address -> {
                    var possible = areas.getOrDefault(address.postalCode(), List.of());
                    return !possible.isEmpty() && !fits(address, possible);
                })
                .collect(Collectors.toSet());
    }

    /** Whether street and number add nothing to the town of the postal code: such an address cannot be delivered to. */
    public boolean townOnly(Address address) {
        var written = PlaceName.comparable(address.line1());
        return !written.isEmpty()
                && postalCodes.find(address.postalCode()).stream()
                        .anyMatch(area -> area.street().isEmpty()
                                && PlaceName.comparable(area.town()).equals(written));
    }

    /** What a postal code stands for, in a few words; empty if unknown. */
    public String area(String postalCode) {
        return postalCodes.find(postalCode).stream()
                .findFirst()
                .map(area -> area.prefecture() + area.city() + area.town())
                .orElse("");
    }

    /** Shops often keep city, town and number in one field, so the address is compared as one text. */
    private static boolean fits(Address address, List<PostalArea> areas) {
        var written = PlaceName.comparable(address.prefecture() + address.city() + address.line1());
        return areas.stream()
                .anyMatch(area -> written.startsWith(PlaceName.comparable(area.prefecture()))
                        && PlaceName.spellings(area.city()).stream()
                                .anyMatch(city -> written.startsWith(PlaceName.comparable(area.prefecture()) + city)));
    }
}
