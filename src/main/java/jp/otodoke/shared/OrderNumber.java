package jp.otodoke.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an order, on letters and labels too. Whether such an order exists is another question. */
public record OrderNumber(@JsonValue String value) implements Comparable<OrderNumber> {
    /** @throws IllegalArgumentException if blank */
    @JsonCreator
    public OrderNumber {
        if (value.isBlank()) {
            throw new IllegalArgumentException("An order number is blank");
        }
    }

    public static OrderNumber of(String value) {
        return new OrderNumber(value);
    }

    @Override
    public int compareTo(OrderNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
