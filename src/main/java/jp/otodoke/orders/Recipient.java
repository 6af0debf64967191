package jp.otodoke.orders;

import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.PhoneNumbers;
import org.jspecify.annotations.Nullable;

/** The recipient of a parcel with the delivery address. The phone number may be missing. */
public record Recipient(String name, @Nullable String kana, @Nullable String phone, Address address) {
    public Recipient {
        phone = PhoneNumbers.domestic(phone);
    }

    public static Recipient of(CustomerSummary customer) {
        return new Recipient(customer.name(), customer.kana(), customer.phone(), customer.address());
    }
}
