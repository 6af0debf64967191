package jp.otodoke.customers.web;

import jp.otodoke.customers.CustomerCard;
import org.jspecify.annotations.Nullable;

/** A customer as other programs see and write it. */
record CustomerBody(
        @Nullable String number,
        @Nullable String name,
        @Nullable String kana,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String birthDate,
        @Nullable String sex,
        @Nullable AddressBody address,
        @Nullable String state,
        @Nullable Boolean attention) {
    static CustomerBody of(CustomerCard card) {
        return new CustomerBody(
                card.number(),
                card.name(),
                card.kana(),
                card.phone(),
                card.email(),
                card.birthDate() == null ? null : card.birthDate().toString(),
                card.sex(),
                AddressBody.of(card.address()),
                card.state().name(),
                card.attention());
    }
}
