package jp.otodoke.customers;

import java.time.LocalDate;
import jp.otodoke.shared.Address;
import org.jspecify.annotations.Nullable;

/** What others may know of a customer. */
public record CustomerCard(
        String number,
        String name,
        @Nullable String kana,
        @Nullable String phone,
        @Nullable String email,
        @Nullable LocalDate birthDate,
        @Nullable String sex,
        Address address,
        CustomerState state,
        boolean attention,
        @Nullable String attentionNote) {}
