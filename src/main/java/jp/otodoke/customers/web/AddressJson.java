package jp.otodoke.customers.web;

import jp.otodoke.platform.personal.Personal;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.PostalCode;
import org.jspecify.annotations.Nullable;

/** An address as other programs write it; the postal code with its hyphen. */
record AddressJson(
        @Nullable String postalCode,
        @Nullable String prefecture,
        @Nullable String city,
        @Personal(Personal.Kind.ADDRESS) @Nullable String line1,
        @Personal(Personal.Kind.ADDRESS) @Nullable String line2) {
    static AddressJson of(Address address) {
        return new AddressJson(
                PostalCode.valid(address.postalCode())
                        ? new PostalCode(address.postalCode()).hyphenated()
                        : address.postalCode(),
                address.prefecture(),
                address.city(),
                address.line1(),
                address.line2());
    }

    Address address() {
        return new Address(text(postalCode), text(prefecture), text(city), text(line1), text(line2));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
