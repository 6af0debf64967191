package jp.otodoke.payments;

import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a statement invoice: B and eight digits. */
public record StatementNumber(@JsonValue String value) implements Comparable<StatementNumber> {
    /** @throws IllegalArgumentException if it is not one */
    public StatementNumber {
        if (!isOne(value)) {
            throw new IllegalArgumentException("Not the number of a statement");
        }
    }

    public static StatementNumber of(String value) {
        return new StatementNumber(value);
    }

    static StatementNumber of(long sequence) {
        return new StatementNumber("B%08d".formatted(sequence));
    }

    /** Whether a text has the form of one. */
    public static boolean isOne(String text) {
        return text.matches("B\\d{8}");
    }

    @Override
    public int compareTo(StatementNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
