package jp.otodoke.partners.shop;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.TimeSlot;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * An order as a shop took it, whichever the format.
 *
 * @param member the number of the customer; null for a guest
 * @param ourMember whether that number may be Otodoke's and not only the shop's
 */
record ShopOrder(
        @Nullable Instant orderedAt,
        @Nullable String member,
        boolean ourMember,
        Person buyer,
        List<Destination> destinations,
        List<Item> items,
        String method,
        Paid paid,
        Amounts amounts,
        @Nullable String note) {
    /** The order's value according to the file, as far as it can be read; never below zero. */
    Yen worth() {
        var total = amounts.total();
        if (total != null) {
            return Yen.of(Math.max(0, total));
        }
        long goods = items.stream()
                .mapToLong(item -> item.price() == null ? 0 : item.price() * item.quantity())
                .sum();
        return Yen.of(Math.max(0, goods + amounts.shipping() + amounts.fee() - amounts.discount() - amounts.points()));
    }

    /** The payment status according to the shop: nothing yet, authorised by the card company, or received. */
    enum Paid {
        NO,
        AUTHORISED,
        YES
    }

    record Person(
            String name,
            @Nullable String kana,
            @Nullable String phone,
            @Nullable String email,
            @Nullable LocalDate birthDate,
            @Nullable String sex,
            Address address) {}

    record Destination(
            int line,
            String name,
            @Nullable String kana,
            @Nullable String phone,
            Address address,
            @Nullable LocalDate date,
            @Nullable TimeSlot slot) {}

    /** @param price null if the shop leaves it to Otodoke's price list */
    record Item(int line, String sku, int quantity, @Nullable Long price, String name, int destination) {}

    /** @param total null if the file has none */
    record Amounts(long shipping, long fee, long discount, long points, @Nullable Long total) {}
}
