package jp.otodoke.documents;

import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.ShipmentNumber;
import org.jspecify.annotations.Nullable;

/**
 * A document that is about to be issued.
 *
 * @param subject what it is about: documents of one kind about one subject replace each other
 */
record Draft(
        DocumentKind kind,
        String subject,
        List<OrderNumber> orders,
        @Nullable ShipmentNumber shipment,
        @Nullable ReceivableNumber receivable,
        @Nullable CustomerNumber customer,
        Paper paper) {

    static Draft ofOrder(DocumentKind kind, OrderNumber order, CustomerNumber customer, Paper paper) {
        return new Draft(kind, order.value(), List.of(order), null, ReceivableNumber.of(order), customer, paper);
    }

    /** The same for the same content. */
    String fingerprint() {
        return Sha256.of(paper.toString().getBytes(StandardCharsets.UTF_8));
    }
}
