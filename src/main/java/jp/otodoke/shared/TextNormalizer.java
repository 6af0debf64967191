package jp.otodoke.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Normalises typed text before it is compared or stored. */
public final class TextNormalizer {
    private TextNormalizer() {}

    /**
     * Characters that people use in names and addresses on purpose: ℡ № Ⅱ ① ㈱, and kanji variants such as the old
     * form of 神, which NFKC would replace.
     */
    private static final Pattern WRITTEN_ON_PURPOSE =
            Pattern.compile("[\\u2100-\\u218F\\u2460-\\u24FF\\u3200-\\u33FF\\uF900-\\uFAFF]+");

    /** Trims and unifies width; full-width digits become half-width. Null becomes empty. */
    public static String clean(@Nullable String text) {
        if (text == null) {
            return "";
        }
        var out = new StringBuilder();
        var matcher = WRITTEN_ON_PURPOSE.matcher(text);
        int from = 0;
        while (matcher.find()) {
            out.append(plain(text.substring(from, matcher.start()))).append(matcher.group());
            from = matcher.end();
        }
        return out.append(plain(text.substring(from))).toString().strip();
    }

    /** NFKC: every character as its plainest equivalent, for comparing. */
    public static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** For comparing names: no spaces, one width, one case. */
    public static String key(@Nullable String text) {
        return plain(clean(text)).replaceAll("[\\s　・･.,]", "").toLowerCase(Locale.ROOT);
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

    /** Null if the text is missing or blank, otherwise the cleaned text. */
    public static @Nullable String orNull(@Nullable String text) {
        return blank(text) ? null : clean(text);
    }
}
