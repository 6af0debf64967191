package jp.otodoke.subscriptions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.Recipient;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.TimeSlot;
import org.jspecify.annotations.Nullable;

/** One thing that a customer wants otherwise. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Wish.Items.class, name = "ITEMS"),
    @JsonSubTypes.Type(value = Wish.Add.class, name = "ADD"),
    @JsonSubTypes.Type(value = Wish.Day.class, name = "DAY"),
    @JsonSubTypes.Type(value = Wish.OtherCycle.class, name = "CYCLE"),
    @JsonSubTypes.Type(value = Wish.To.class, name = "ADDRESS"),
    @JsonSubTypes.Type(value = Wish.At.class, name = "SLOT"),
    @JsonSubTypes.Type(value = Wish.PaidBy.class, name = "PAYMENT"),
    @JsonSubTypes.Type(value = Wish.Stop.class, name = "STOP")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Wish {
    /** As in the change log. */
    WishKind kind();

    /** What is wanted. */
    BilingualText words();

    /** The terms with it; unchanged where it is about the schedule. */
    default Terms on(Terms terms) {
        return terms;
    }

    /** Other quantities or other products. */
    record Items(List<Item> items) implements Wish {
        @Override
        public WishKind kind() {
            return WishKind.ITEMS;
        }

        @Override
        public BilingualText words() {
            return Item.words(items);
        }

        @Override
        public Terms on(Terms terms) {
            return terms.with(items);
        }
    }

    /** Something beside the usual, once. */
    record Add(List<Item> items) implements Wish {
        @Override
        public WishKind kind() {
            return WishKind.ADD;
        }

        @Override
        public BilingualText words() {
            return Item.words(items);
        }

        @Override
        public Terms on(Terms terms) {
            return terms.and(items);
        }
    }

    /** Earlier or later. */
    record Day(LocalDate day) implements Wish {
        @Override
        public WishKind kind() {
            return WishKind.DAY;
        }

        @Override
        public BilingualText words() {
            return BilingualText.of("subscription.day", day);
        }
    }

    /** @param first the day of the first turn by it; null for the day that this turn has anyway */
    record OtherCycle(RuleJson rule, @Nullable LocalDate first) implements Wish {
        @Override
        public WishKind kind() {
            return WishKind.CYCLE;
        }

        @Override
        public BilingualText words() {
            return ReadRule.of(rule).sentence();
        }
    }

    /** @param recipient null for the customer's own address */
    record To(@Nullable Recipient recipient) implements Wish {
        @Override
        public WishKind kind() {
            return WishKind.ADDRESS;
        }

        @Override
        public BilingualText words() {
            return words(recipient);
        }

        static BilingualText words(@Nullable Recipient to) {
            return to == null
                    ? BilingualText.of("subscription.home")
                    : BilingualText.asWritten(to.name() + " " + to.address().oneLine());
        }

        @Override
        public Terms on(Terms terms) {
            return terms.to(recipient);
        }
    }

    /** @param slot null for any time of the day */
    record At(@Nullable TimeSlot slot) implements Wish {
        @Override
        public WishKind kind() {
            return WishKind.SLOT;
        }

        @Override
        public BilingualText words() {
            return words(slot);
        }

        static BilingualText words(@Nullable TimeSlot slot) {
            return slot == null ? BilingualText.of("subscription.any-slot") : BilingualText.named("slot", slot.code());
        }

        @Override
        public Terms on(Terms terms) {
            return terms.at(slot);
        }
    }

    /** @param cardToken encrypted */
    record PaidBy(PaymentMethod method, @Nullable String cardToken) implements Wish {
        @Override
        public WishKind kind() {
            return WishKind.PAYMENT;
        }

        @Override
        public BilingualText words() {
            return BilingualText.named("method", method.name());
        }

        @Override
        public Terms on(Terms terms) {
            return terms.paidBy(method, cardToken);
        }

        @Override
        public String toString() {
            return "PaidBy[" + method + "]";
        }
    }

    /** No more turns. */
    record Stop(String reason) implements Wish {
        @Override
        public WishKind kind() {
            return WishKind.STOP;
        }

        @Override
        public BilingualText words() {
            return BilingualText.asWritten(reason);
        }
    }
}
