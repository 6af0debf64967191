package jp.otodoke.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a product as it is sold and kept in stock, in the firm's own spelling. */
public record Sku(@JsonValue String value) implements Comparable<Sku> {
    /** @throws IllegalArgumentException if blank */
    @JsonCreator
    public Sku {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A SKU is blank");
        }
    }

    public static Sku of(String value) {
        return new Sku(value);
    }

    @Override
    public int compareTo(Sku other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
