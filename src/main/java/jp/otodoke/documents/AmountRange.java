package jp.otodoke.documents;

import java.util.regex.Pattern;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * Amounts to search for.
 *
 * @param least null for any
 * @param most null for any
 */
public record AmountRange(@Nullable Yen least, @Nullable Yen most) {
    public static final AmountRange ANY = new AmountRange(null, null);

    private static final String AMOUNT = "(-?\\d{1,15})";
    private static final Pattern EXACT = Pattern.compile(AMOUNT);
    private static final Pattern RANGE = Pattern.compile(AMOUNT + "?(?:\\.\\.|-|~)" + AMOUNT + "?");

    /**
     * {@code 6530}, {@code 5000-10000}, {@code 5000-} or {@code -10000}: signs of yen, separators and full-width digits are fine; a
     * negative amount is written with two dots, {@code -500..-100}. Blank is any.
     *
     * @throws InvalidInput if it is none of these
     */
    public static AmountRange of(@Nullable String typed) {
        var text = TextNormalizer.clean(typed).replaceAll("[\\s,¥￥\\\\]", "").replaceAll("[\\u301c\\uff5e]", "~");
        if (text.isEmpty()) {
            return ANY;
        }
        var exact = EXACT.matcher(text);
        if (exact.matches() && !text.startsWith("-")) {
            return new AmountRange(yen(text), yen(text));
        }
        var range = RANGE.matcher(text);
        if (!range.matches() || range.group(1) == null && range.group(2) == null) {
            throw new InvalidInput("amount", "invalid", BilingualText.of("document.problem.amount"));
        }
        return new AmountRange(yen(range.group(1)), yen(range.group(2)));
    }

    private static @Nullable Yen yen(@Nullable String digits) {
        return digits == null ? null : Yen.of(Long.parseLong(digits));
    }

    /** Null for any. */
    @Nullable
    String written() {
        if (least == null && most == null) {
            return null;
        }
        return least != null && least.equals(most)
                ? String.valueOf(least.amount())
                : (least == null ? "" : least.amount()) + ".." + (most == null ? "" : most.amount());
    }
}
