package jp.otodoke.documents;

import java.time.LocalDate;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.DayFormat;
import org.jspecify.annotations.Nullable;

/** Texts of documents, which are in Japanese whoever issues them. */
final class PaperText {
    private PaperText() {}

    static String of(String key, @Nullable Object... arguments) {
        return BilingualText.of(key, arguments).japanese();
    }

    /** With year, month and day as on letters. */
    static String day(LocalDate day) {
        return DayFormat.of(day, "paper.day-pattern").japanese();
    }

    /** One day, or from the first to the last. */
    static String days(LocalDate first, LocalDate last) {
        return first.equals(last) ? day(first) : of("paper.days", day(first), day(last));
    }

    static String method(PaymentMethod method) {
        return BilingualText.named("paper.method", method.name()).japanese();
    }
}
