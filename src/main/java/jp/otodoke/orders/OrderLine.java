package jp.otodoke.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * One article of an order. Its pieces are open, shipped or cancelled; the three always add up to what
 * was ordered.
 *
 * @param destination number of the destination, from 1
 * @param unitPrice yen with tax
 * @param taxRate per cent
 */
@Embeddable
public record OrderLine(
        @Column(name = "dest_no") int destination,
        @Column(name = "sku") String sku,
        @Column(name = "name") String name,
        @Column(name = "quantity") int quantity,
        @Column(name = "open") int open,
        @Column(name = "shipped") int shipped,
        @Column(name = "cancelled") int cancelled,
        @Column(name = "unit_price") long unitPrice,
        @Column(name = "tax_rate") int taxRate,
        @Column(name = "amount") long amount) {
    public OrderLine {
        if (quantity != open + shipped + cancelled || open < 0 || shipped < 0 || cancelled < 0) {
            throw new IllegalArgumentException("%s: %d ordered, %d open, %d shipped, %d cancelled"
                    .formatted(sku, quantity, open, shipped, cancelled));
        }
    }

    static OrderLine ordered(int destination, String sku, String name, int quantity, long unitPrice, int taxRate) {
        return new OrderLine(
                destination,
                sku,
                name,
                quantity,
                quantity,
                0,
                0,
                unitPrice,
                taxRate,
                Math.multiplyExact(unitPrice, (long) quantity));
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
                unitPrice,
                taxRate,
                amount);
    }

    /** Pieces that had left are to be sent once more. */
    OrderLine reopen(int pieces) {
        return new OrderLine(
                destination,
                sku,
                name,
                quantity,
                open + pieces,
                shipped - pieces,
                cancelled,
                unitPrice,
                taxRate,
                amount);
    }

    /** As if what was cancelled had never been ordered. */
    OrderLine uncancelled() {
        var rest = open + shipped;
        return new OrderLine(
                destination, sku, name, rest, open, shipped, 0, unitPrice, taxRate, Math.multiplyExact(unitPrice, (long)
                        rest));
    }

    /** Cancels what is open but for these pieces. */
    OrderLine cancelOpen(int kept) {
        var rest = Math.min(open, kept);
        return new OrderLine(
                destination, sku, name, quantity, rest, shipped, cancelled + open - rest, unitPrice, taxRate, amount);
    }
}
