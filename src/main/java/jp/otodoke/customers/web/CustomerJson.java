package jp.otodoke.customers.web;

import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.customers.TradeTerms.Terms;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * A customer as other programs see and write it.
 *
 * @param balance yen that the customer has with us; is not written
 * @param creditLimit yen that the customer may owe on account; null if nothing is sold to them so
 * @param closingDay to the end of which day of the month a statement collects; 31 is the last of any month
 * @param points one is a yen; is not written
 */
record CustomerJson(
        @Nullable String number,
        @Personal(Personal.Kind.NAME) @Nullable String name,
        @Personal(Personal.Kind.NAME) @Nullable String kana,
        @Personal(Personal.Kind.PHONE) @Nullable String phone,
        @Personal(Personal.Kind.EMAIL) @Nullable String email,
        @Personal(Personal.Kind.DATE) @Nullable String birthDate,
        @Nullable String sex,
        @Nullable AddressJson address,
        @Nullable String state,
        @Nullable Boolean attention,
        @Nullable Long balance,
        @Nullable Long points,
        @Nullable Long creditLimit,
        @Nullable Integer closingDay) {
    static CustomerJson of(CustomerSummary card) {
        return of(card, null, null);
    }

    static CustomerJson of(CustomerSummary card, @Nullable Yen balance, @Nullable Yen points) {
        return new CustomerJson(
                card.number().value(),
                card.name(),
                card.kana(),
                card.phone(),
                card.email(),
                card.birthDate() == null ? null : card.birthDate().toString(),
                card.sex(),
                AddressJson.of(card.address()),
                card.state().name(),
                card.attention(),
                balance == null ? null : balance.amount(),
                points == null ? null : points.amount(),
                null,
                null);
    }

    CustomerJson with(@Nullable Terms terms) {
        return new CustomerJson(
                number,
                name,
                kana,
                phone,
                email,
                birthDate,
                sex,
                address,
                state,
                attention,
                balance,
                points,
                terms == null ? null : terms.creditLimit().amount(),
                terms == null ? null : terms.closingDay());
    }
}
