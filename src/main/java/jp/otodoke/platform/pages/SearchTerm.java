package jp.otodoke.platform.pages;

import java.util.Locale;
import jp.otodoke.shared.PhoneNumbers;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into the one search.
 *
 * @param text cleaned, without what has a meaning in SQL patterns
 * @param number the same in capitals, as numbers are written
 * @param digits those of a phone, tracking or other number; empty when it is none
 */
public record SearchTerm(String text, String number, String digits) {
    public static SearchTerm typed(@Nullable String typed) {
        var text = TextNormalizer.clean(typed).replaceAll("[%_\\\\]", "");
        return new SearchTerm(
                text,
                text.toUpperCase(Locale.ROOT),
                text.matches("[0-9()+ \\-]{3,}")
                        ? (text.startsWith("+") ? PhoneNumbers.key(text) : TextNormalizer.digits(text))
                        : "");
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }
}
