package jp.otodoke.subscriptions;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a subscription. Whether it exists is another question. */
public record SubscriptionNumber(@JsonValue String value) implements Comparable<SubscriptionNumber> {
    /** @throws IllegalArgumentException if blank */
    @JsonCreator
    public SubscriptionNumber {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A subscription number is blank");
        }
    }

    public static SubscriptionNumber of(String value) {
        return new SubscriptionNumber(value);
    }

    @Override
    public int compareTo(SubscriptionNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
