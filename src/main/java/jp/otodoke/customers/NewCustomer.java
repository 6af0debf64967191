package jp.otodoke.customers;

import java.time.LocalDate;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.Text;
import org.jspecify.annotations.Nullable;

/** A person as told by an order, a file or a form; not checked yet. */
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
        name = Text.clean(name);
        kana = Text.orNull(Text.katakana(kana));
        phone = phone == null ? null : Text.orNull(phone.replaceAll("[\\p{Pd}−ーｰ]", "-"));
        email = Text.orNull(email);
        sex = Text.orNull(sex);
        mediaCode = Text.orNull(mediaCode);
    }

    NewCustomer withMediaCode(@Nullable String code) {
        return new NewCustomer(name, kana, phone, email, birthDate, sex, address, code);
    }
}
