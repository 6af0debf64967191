package jp.otodoke.documents.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.otodoke.documents.IssuedDocument;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.shared.OrderNumber;
import org.jspecify.annotations.Nullable;

/**
 * A document in the API.
 *
 * @param date of the transaction
 * @param partner the addressee
 * @param customer number
 * @param corrects number of the document in whose place it was issued
 */
record DocumentBody(
        long id,
        String kind,
        String number,
        Instant issuedAt,
        LocalDate date,
        long amount,
        @Personal(Personal.Kind.NAME) String partner,
        @Nullable String customer,
        List<String> orderNumbers,
        @Nullable String shipmentNumber,
        @Nullable String receivable,
        @Nullable String corrects,
        boolean reissue) {
    static DocumentBody of(IssuedDocument document) {
        return new DocumentBody(
                document.id(),
                document.kind().name(),
                document.number(),
                document.issuedAt(),
                document.date(),
                document.amount().amount(),
                document.partner(),
                document.customer() == null ? null : document.customer().value(),
                document.orders().stream().map(OrderNumber::value).toList(),
                document.shipment() == null ? null : document.shipment().value(),
                document.receivable() == null ? null : document.receivable().value(),
                document.corrects(),
                document.reissue());
    }
}
