package jp.otodoke.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Identifies what somebody owes: an order by its own number, a due, an invoice or a fee by an F and eight digits. Whether
 * there is such a receivable is another question.
 */
public record ReceivableNumber(@JsonValue String value) implements Comparable<ReceivableNumber> {
    private static final Pattern WITHOUT_ORDER = Pattern.compile("F\\d{8}");

    /** @throws IllegalArgumentException if blank */
    @JsonCreator
    public ReceivableNumber {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A receivable number is blank");
        }
    }

    public static ReceivableNumber of(String value) {
        return new ReceivableNumber(value);
    }

    /** What is owed for an order. */
    public static ReceivableNumber of(OrderNumber order) {
        return new ReceivableNumber(order.value());
    }

    /** Whether it is an order's number, and none of those that are given to what is owed without one. */
    public boolean ofOrder() {
        return !WITHOUT_ORDER.matcher(value).matches();
    }

    /** The order of this number, if it is one. */
    public OrderNumber asOrder() {
        return OrderNumber.of(value);
    }

    @Override
    public int compareTo(ReceivableNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
