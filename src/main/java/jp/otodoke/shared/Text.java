package jp.otodoke.shared;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How typed text is brought to one form before it is compared or stored. */
public final class Text {
    private Text() {}

    /** NFKC with outer white space gone; full-width digits become half-width. Null becomes empty. */
    public static String clean(@Nullable String text) {
        return text == null
                ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    /** For comparing names: no spaces, one width, one case. */
    public static String key(@Nullable String text) {
        return clean(text).replaceAll("[\\s　・･.,]", "").toLowerCase(Locale.ROOT);
    }

    /** Digits only; for phone numbers as dialled. */
    public static String digits(@Nullable String text) {
        return clean(text).replaceAll("\\D", "");
    }

    /** Hiragana becomes katakana; other characters stay. */
    public static String katakana(@Nullable String text) {
        var out = new StringBuilder(clean(text));
        for (int i = 0; i < out.length(); i++) {
            char c = out.charAt(i);
            if (c >= 'ぁ' && c <= 'ゖ') {
                out.setCharAt(i, (char) (c + 0x60));
            }
        }
        return out.toString();
    }

    public static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** Null where the text is missing or blank, otherwise the cleaned text. */
    public static @Nullable String orNull(@Nullable String text) {
        return blank(text) ? null : clean(text);
    }
}
