package jp.otodoke.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a customer. Whether such a customer exists is another question. */
public record CustomerNumber(@JsonValue String value) implements Comparable<CustomerNumber> {
    /** @throws IllegalArgumentException if blank */
    @JsonCreator
    public CustomerNumber {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A customer number is blank");
        }
    }

    public static CustomerNumber of(String value) {
        return new CustomerNumber(value);
    }

    @Override
    public int compareTo(CustomerNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
