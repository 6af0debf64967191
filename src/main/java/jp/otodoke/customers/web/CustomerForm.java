package jp.otodoke.customers.web;

import java.util.List;
import jp.otodoke.customers.CustomerRecord;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.PostalCode;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the form of a customer, as typed.
 *
 * @param asTyped keys of addresses that are right although they don't go with their postal code
 */
record CustomerForm(
        @Nullable Long version,
        @Nullable String name,
        @Nullable String kana,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String birthDate,
        @Nullable String sex,
        @Nullable String postalCode,
        @Nullable String prefecture,
        @Nullable String city,
        @Nullable String line1,
        @Nullable String line2,
        @Nullable String mediaCode,
        @Nullable String state,
        @Nullable Boolean attention,
        @Nullable String attentionNote,
        @Nullable List<String> asTyped) {
    static CustomerForm empty() {
        return new CustomerForm(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    static CustomerForm of(CustomerRecord file) {
        var card = file.card();
        var zip = card.address().postalCode();
        return new CustomerForm(
                file.version(),
                card.name(),
                card.kana(),
                card.phone(),
                card.email(),
                card.birthDate() == null ? null : card.birthDate().toString(),
                card.sex(),
                PostalCode.valid(zip) ? new PostalCode(zip).hyphenated() : zip,
                card.address().prefecture(),
                card.address().city(),
                card.address().line1(),
                card.address().line2(),
                file.mediaCode(),
                card.state().name(),
                card.attention(),
                card.attentionNote(),
                null);
    }

    public Address address() {
        return new AddressJson(postalCode, prefecture, city, line1, line2).address();
    }

    CustomerJson body() {
        return new CustomerJson(
                null,
                name,
                kana,
                phone,
                email,
                TextNormalizer.orNull(birthDate),
                TextNormalizer.orNull(sex),
                new AddressJson(postalCode, prefecture, city, line1, line2),
                TextNormalizer.orNull(state),
                attention,
                null,
                null,
                null,
                null);
    }
}
