package jp.otodoke.fulfilment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Sku;
import org.jspecify.annotations.Nullable;

/**
 * One article in a shipment.
 *
 * @param orderLineNo 0 for an insert
 * @param perPiece units of this SKU in one piece of the order line (more than one in sets)
 * @param rule the rule that selected an insert; null for goods
 */
@Embeddable
public record ShipmentLine(
        @Column(name = "kind") String kind,
        @Column(name = "order_number") OrderNumber orderNumber,
        @Column(name = "order_line_no") int orderLineNo,
        @Column(name = "sku") Sku sku,
        @Column(name = "quantity") int quantity,
        @Column(name = "pieces_per_unit") int perPiece,
        @Column(name = "shipped") int shipped,
        @Nullable @Column(name = "lot") String lot,
        @Nullable @Column(name = "expiry") LocalDate expiry,
        @Nullable @Column(name = "insert_rule") String rule) {

    static ShipmentLine goods(OrderNumber orderNumber, int orderLineNo, Sku sku, int quantity, int perPiece) {
        return new ShipmentLine("GOODS", orderNumber, orderLineNo, sku, quantity, perPiece, 0, null, null, null);
    }

    static ShipmentLine insert(OrderNumber orderNumber, Sku sku, String rule) {
        return new ShipmentLine("INSERT", orderNumber, 0, sku, 1, 1, 0, null, null, rule);
    }

    ShipmentLine left(int pieces, @Nullable String itsLot, @Nullable LocalDate itsExpiry) {
        return new ShipmentLine(
                kind, orderNumber, orderLineNo, sku, quantity, perPiece, shipped + pieces, itsLot, itsExpiry, rule);
    }

    public boolean isGoods() {
        return kind.equals("GOODS");
    }
}
