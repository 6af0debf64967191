package jp.otodoke.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a shipment, which is what the warehouse is instructed to send; a parcel has a tracking number. */
public record ShipmentNumber(@JsonValue String value) implements Comparable<ShipmentNumber> {
    /** @throws IllegalArgumentException if blank */
    @JsonCreator
    public ShipmentNumber {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A shipment number is blank");
        }
    }

    public static ShipmentNumber of(String value) {
        return new ShipmentNumber(value);
    }

    @Override
    public int compareTo(ShipmentNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
