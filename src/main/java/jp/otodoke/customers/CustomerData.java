package jp.otodoke.customers;

import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;

/** Everything about a customer that staff may change. */
public record CustomerData(
        NewCustomer customer, CustomerState state, boolean attention, @Nullable String attentionNote) {
    public CustomerData {
        attentionNote = TextNormalizer.orNull(attentionNote);
    }

    public CustomerData with(CustomerState newState) {
        return new CustomerData(customer, newState, attention, attentionNote);
    }

    CustomerData withEmail(String email) {
        return new CustomerData(customer.withEmail(email), state, attention, attentionNote);
    }

    public CustomerData withMediaCode(@Nullable String mediaCode) {
        return new CustomerData(customer.withMediaCode(mediaCode), state, attention, attentionNote);
    }

    public CustomerData withNote(@Nullable String note) {
        return new CustomerData(customer, state, attention, note);
    }
}
