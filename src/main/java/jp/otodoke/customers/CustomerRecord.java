package jp.otodoke.customers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Everything stored about a customer, with its version. */
public record CustomerRecord(CustomerSummary card, @Nullable String mediaCode, Instant registeredAt, long version) {
    public CustomerData data() {
        return new CustomerData(
                new NewCustomer(
                        card.name(),
                        card.kana(),
                        card.phone(),
                        card.email(),
                        card.birthDate(),
                        card.sex(),
                        card.address(),
                        mediaCode),
                card.state(),
                card.attention(),
                card.attentionNote());
    }
}
