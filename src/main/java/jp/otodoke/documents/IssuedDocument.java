package jp.otodoke.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.ShipmentNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * A document as it was issued, without its content.
 *
 * @param number as printed on it
 * @param date of the transaction
 * @param amount with tax; zero for one without amounts
 * @param partner the addressee as printed on it
 * @param corrects number of the document in whose place it was issued; null for none
 * @param reissue whether it says that it was issued again
 */
public record IssuedDocument(
        long id,
        DocumentKind kind,
        String number,
        Instant issuedAt,
        String issuedBy,
        LocalDate date,
        Yen amount,
        @Personal(Personal.Kind.NAME) String partner,
        @Nullable CustomerNumber customer,
        List<OrderNumber> orders,
        @Nullable ShipmentNumber shipment,
        @Nullable ReceivableNumber receivable,
        @Nullable String corrects,
        boolean reissue) {}
