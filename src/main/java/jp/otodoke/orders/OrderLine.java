package jp.otodoke.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.Yen;

/**
 * One line of an order. Each piece is open, shipped or cancelled; the three quantities always add up to the
 * ordered quantity. Some of the shipped pieces may have been returned.
 *
 * @param destination destination number, from 1
 * @param unitPrice including tax
 * @param taxRate per cent
 */
@Embeddable
public record OrderLine(
        @Column(name = "dest_no") int destination,
        @Column(name = "sku") Sku sku,
        @Column(name = "name") String name,
        @Column(name = "quantity") int quantity,
        @Column(name = "open") int open,
        @Column(name = "shipped") int shipped,
        @Column(name = "cancelled") int cancelled,
        @Column(name = "returned") int returned,
        @Column(name = "unit_price") Yen unitPrice,
        @Column(name = "tax_rate") int taxRate,
        @Column(name = "amount") Yen amount) {
    public OrderLine {
        if (quantity != open + shipped + cancelled
                || open < 0
                || shipped < 0
                || cancelled < 0
                || returned < 0
                || returned > shipped) {
            throw new IllegalArgumentException("%s: %d ordered, %d open, %d shipped, %d cancelled, %d returned"
                    .formatted(sku, quantity, open, shipped, cancelled, returned));
        }
    }

    static OrderLine ordered(int destination, Sku sku, String name, int quantity, Yen unitPrice, int taxRate) {
        return new OrderLine(
                destination, sku, name, quantity, quantity, 0, 0, 0, unitPrice, taxRate, unitPrice.times(quantity));
    }

    OrderLine ship(int pieces) {
        return new OrderLine(
                destination,
                sku,
                name,
                quantity,
                open - pieces,
                shipped + pieces,
                cancelled,
                returned,
                unitPrice,
                taxRate,
                amount);
    }

    /** Reopens shipped pieces so that they are sent again. */
    OrderLine reopen(int pieces) {
        return new OrderLine(
                destination,
                sku,
                name,
                quantity,
                open + pieces,
                shipped - pieces,
                cancelled,
                returned,
                unitPrice,
                taxRate,
                amount);
    }

    /** The line as if the cancelled pieces had never been ordered. */
    OrderLine uncancelled() {
        var rest = open + shipped;
        return new OrderLine(
                destination, sku, name, rest, open, shipped, 0, returned, unitPrice, taxRate, unitPrice.times(rest));
    }

    /** Cancels all open pieces except the given number. */
    OrderLine cancelOpen(int kept) {
        var rest = Math.min(open, kept);
        return new OrderLine(
                destination,
                sku,
                name,
                quantity,
                rest,
                shipped,
                cancelled + open - rest,
                returned,
                unitPrice,
                taxRate,
                amount);
    }

    /** Shipped pieces have come back and are not sent again. */
    OrderLine takeBack(int pieces) {
        return new OrderLine(
                destination,
                sku,
                name,
                quantity,
                open,
                shipped,
                cancelled,
                Math.min(shipped, returned + pieces),
                unitPrice,
                taxRate,
                amount);
    }
}
