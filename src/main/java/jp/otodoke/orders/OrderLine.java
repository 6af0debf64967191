package jp.otodoke.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * One line of an order. Each piece is open, shipped or cancelled; the three quantities always add up to the
 * ordered quantity. Some of the shipped pieces may have been returned.
 *
 * @param destination destination number, from 1
 * @param unitPrice including tax
 * @param taxRate per cent
 * @param articleSkus what one piece of a set is packed of, as it was sold; null for all that is no set
 * @param articleUnits units of each of these articles in one piece
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
        @Column(name = "amount") Yen amount,
        @Column(name = "article_skus") @Nullable List<Sku> articleSkus,
        @Column(name = "article_units") @Nullable List<Integer> articleUnits) {
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
                destination,
                sku,
                name,
                quantity,
                quantity,
                0,
                0,
                0,
                unitPrice,
                taxRate,
                unitPrice.times(quantity),
                null,
                null);
    }

    /** @param articles units by SKU in one piece; none for what is no set */
    OrderLine packedOf(Map<Sku, Integer> articles) {
        return new OrderLine(
                destination,
                sku,
                name,
                quantity,
                open,
                shipped,
                cancelled,
                returned,
                unitPrice,
                taxRate,
                amount,
                articles.isEmpty() ? null : List.copyOf(articles.keySet()),
                articles.isEmpty() ? null : List.copyOf(articles.values()));
    }

    /** What one piece of a set is packed of, units by SKU, as it was sold; empty for all that is no set. */
    public Map<Sku, Integer> articles() {
        var articles = new LinkedHashMap<Sku, Integer>();
        if (articleSkus != null && articleUnits != null) {
            for (int i = 0; i < articleSkus.size(); i++) {
                articles.put(articleSkus.get(i), articleUnits.get(i));
            }
        }
        return articles;
    }

    OrderLine ship(int pieces) {
        return with(open - pieces, shipped + pieces, cancelled, returned);
    }

    /** Reopens shipped pieces so that they are sent again. */
    OrderLine reopen(int pieces) {
        return with(open + pieces, shipped - pieces, cancelled, returned);
    }

    /** The line as if the cancelled pieces had never been ordered. */
    OrderLine uncancelled() {
        return ofPieces(open, shipped, returned);
    }

    /** The line as if the cancelled pieces and those that came back had never been ordered. */
    OrderLine kept() {
        return ofPieces(open, shipped - returned, 0);
    }

    /** The line as if only the shipped pieces that have not come back had been ordered. */
    OrderLine delivered() {
        return ofPieces(0, shipped - returned, 0);
    }

    /** The line as if only the shipped pieces had been ordered, those included that came back later. */
    OrderLine sent() {
        return ofPieces(0, shipped, 0);
    }

    private OrderLine ofPieces(int unsent, int sent, int back) {
        var rest = unsent + sent;
        return new OrderLine(
                destination,
                sku,
                name,
                rest,
                unsent,
                sent,
                0,
                back,
                unitPrice,
                taxRate,
                unitPrice.times(rest),
                articleSkus,
                articleUnits);
    }

    /** Cancels all open pieces except the given number. */
    OrderLine cancelOpen(int kept) {
        var rest = Math.min(open, kept);
        return with(rest, shipped, cancelled + open - rest, returned);
    }

    /** Shipped pieces have come back and are not sent again. */
    OrderLine takeBack(int pieces) {
        return with(open, shipped, cancelled, Math.min(shipped, returned + pieces));
    }

    private OrderLine with(int nowOpen, int nowShipped, int nowCancelled, int nowReturned) {
        return new OrderLine(
                destination,
                sku,
                name,
                quantity,
                nowOpen,
                nowShipped,
                nowCancelled,
                nowReturned,
                unitPrice,
                taxRate,
                amount,
                articleSkus,
                articleUnits);
    }
}
