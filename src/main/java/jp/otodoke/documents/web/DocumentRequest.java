package jp.otodoke.documents.web;

import java.time.LocalDate;
import java.util.Arrays;
import jp.otodoke.documents.DocumentKind;
import jp.otodoke.documents.ReceiptWording;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;

/**
 * Which document to issue.
 *
 * @param kind {@code RECEIPT}, {@code INVOICE}, {@code DELIVERY_NOTE} …
 * @param addressee on a receipt, instead of the buyer
 * @param proviso 但し書き of a receipt
 * @param customer of a statement
 * @param from first day of a statement
 * @param to its last day
 */
record DocumentRequest(
        @Nullable String kind,
        @Nullable String addressee,
        @Nullable String proviso,
        @Nullable String customer,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    DocumentKind wanted() {
        return kind(kind);
    }

    ReceiptWording wording() {
        return new ReceiptWording(TextNormalizer.orNull(addressee), TextNormalizer.orNull(proviso));
    }

    /** @throws InvalidInput if there is no such kind */
    static DocumentKind kind(@Nullable String name) {
        if (TextNormalizer.blank(name)) {
            throw new InvalidInput("kind", "required", BilingualText.of("document.problem.kind"));
        }
        return Arrays.stream(DocumentKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("kind", "unknown", BilingualText.of("document.problem.kind")));
    }
}
