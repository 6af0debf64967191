package jp.otodoke.customers;

import java.time.LocalDate;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.CustomerNumber;
import org.jspecify.annotations.Nullable;

/** What other modules may know of a customer. */
public record CustomerSummary(
        CustomerNumber number,
        @Personal(Personal.Kind.NAME) String name,
        @Personal(Personal.Kind.NAME) @Nullable String kana,
        @Personal(Personal.Kind.PHONE) @Nullable String phone,
        @Personal(Personal.Kind.EMAIL) @Nullable String email,
        @Personal(Personal.Kind.DATE) @Nullable LocalDate birthDate,
        @Nullable String sex,
        @Personal(Personal.Kind.ADDRESS) Address address,
        CustomerState state,
        boolean attention,
        @Personal(Personal.Kind.TEXT) @Nullable String attentionNote) {}
