package jp.otodoke.customers;

import jp.otodoke.shared.Text;
import org.jspecify.annotations.Nullable;

/** Everything about a customer that staff may change. */
public record CustomerData(
        NewCustomer customer, CustomerState state, boolean attention, @Nullable String attentionNote) {
    public CustomerData {
        attentionNote = Text.orNull(attentionNote);
    }
}
