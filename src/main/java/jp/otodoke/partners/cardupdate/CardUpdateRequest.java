package jp.otodoke.partners.cardupdate;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.otodoke.payments.CardToCheck;
import org.jspecify.annotations.Nullable;

/** Writes a request: a header, a record for each card, a trailer with their count; fields by commas, records on lines. */
final class CardUpdateRequest {
    static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM");
    static final DateTimeFormatter EXPIRES = DateTimeFormatter.ofPattern("uuMM");

    private static final String LINE_END = "\r\n";

    private CardUpdateRequest() {}

    static byte[] write(long id, YearMonth month, List<CardToCheck> cards) {
        var lines = new ArrayList<String>();
        lines.add(String.join(",", "H", CardUpdateField.KIND, String.valueOf(id), MONTH.format(month)));
        cards.forEach(card -> lines.add(String.join(
                ",",
                "D",
                String.valueOf(card.id()),
                card.token().value(),
                Objects.requireNonNullElse(card.last4(), ""),
                text(card.expires()))));
        lines.add("T," + cards.size());
        return (String.join(LINE_END, lines) + LINE_END).getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(@Nullable YearMonth expires) {
        return expires == null ? "" : EXPIRES.format(expires);
    }
}
