package jp.otodoke.customers;

import java.time.LocalDate;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.PhoneNumbers;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;

/** A person as given by an order, a file or a form; not validated yet. */
public record NewCustomer(
        String name,
        @Nullable String kana,
        @Nullable String phone,
        @Nullable String email,
        @Nullable LocalDate birthDate,
        @Nullable String sex,
        Address address,
        @Nullable String mediaCode) {
    public NewCustomer {
        name = TextNormalizer.clean(name);
        kana = TextNormalizer.orNull(TextNormalizer.katakana(kana));
        phone = phone == null ? null : PhoneNumbers.domestic(phone.replaceAll("[\\p{Pd}−ーｰ]", "-"));
        email = TextNormalizer.orNull(email);
        sex = TextNormalizer.orNull(sex);
        mediaCode = TextNormalizer.orNull(mediaCode);
    }

    NewCustomer withEmail(String newEmail) {
        return new NewCustomer(name, kana, phone, newEmail, birthDate, sex, address, mediaCode);
    }

    NewCustomer withMediaCode(@Nullable String code) {
        return new NewCustomer(name, kana, phone, email, birthDate, sex, address, code);
    }
}
