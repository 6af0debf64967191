package jp.otodoke.inventory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jp.otodoke.shared.BilingualText;

/** Identifies a warehouse in which goods lie. */
public record Warehouse(@JsonValue String code) implements Comparable<Warehouse> {
    /** Where goods lie if nothing else is said. */
    public static final Warehouse MAIN = new Warehouse("MAIN");

    /** @throws IllegalArgumentException if blank */
    @JsonCreator
    public Warehouse {
        if (code.isBlank()) {
            throw new IllegalArgumentException("A warehouse is blank");
        }
    }

    public static Warehouse of(String code) {
        return new Warehouse(code);
    }

    /** What people call it; without a name, its code. */
    public BilingualText name() {
        return BilingualText.named("warehouse", code);
    }

    @Override
    public int compareTo(Warehouse other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
