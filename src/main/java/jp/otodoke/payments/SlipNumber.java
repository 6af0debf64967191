package jp.otodoke.payments;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** 払込票番号: sixteen digits of our own, and one that counts how often the slip was issued again. */
public record SlipNumber(@JsonValue String value) implements Comparable<SlipNumber> {
    /** @throws IllegalArgumentException if it does not have 17 digits */
    public SlipNumber {
        if (!value.matches("[0-9]{17}")) {
            throw new IllegalArgumentException("Not the number of a slip");
        }
    }

    public static SlipNumber of(String value) {
        return new SlipNumber(value);
    }

    /** @param series from 1 to 9999999999999999 */
    static SlipNumber first(long series) {
        return new SlipNumber("%016d0".formatted(series));
    }

    /** The next issue; empty after the ninth, when another number is needed. */
    Optional<SlipNumber> reissued() {
        int issue = value.charAt(16) - '0';
        return issue == 9 ? Optional.empty() : Optional.of(new SlipNumber(value.substring(0, 16) + (issue + 1)));
    }

    @Override
    public int compareTo(SlipNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
