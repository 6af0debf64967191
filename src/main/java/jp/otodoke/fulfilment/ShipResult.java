package jp.otodoke.fulfilment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.otodoke.shared.ShipmentNumber;
import jp.otodoke.shared.Sku;
import org.jspecify.annotations.Nullable;

/**
 * What was actually shipped in one parcel. Where nothing was, carrier and tracking number may be empty.
 *
 * @param last whether this is the final result of the shipment
 */
public record ShipResult(
        ShipmentNumber shipmentNumber,
        String resultNo,
        Instant shippedAt,
        String carrier,
        String trackingNo,
        List<ResultLine> lines,
        boolean last) {
    boolean empty() {
        return lines.stream().allMatch(line -> line.quantity() == 0);
    }

    public record ResultLine(
            int lineNo, Sku itemCode, int quantity, @Nullable String lot, @Nullable LocalDate expiry) {}
}
