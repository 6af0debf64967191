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

    /** Characters without a form of their own that come along when text is copied: zero-width spaces, marks of direction. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\u00AD\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF]+");

    /** They choose among the glyphs of one character, such as those of 葛; joiners change the form of their neighbours. */
    private static final Pattern GLYPH_SELECTORS =
            Pattern.compile("[\\u180B-\\u180D\\u200C\\u200D\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}]+");

    /** Trims and unifies width; full-width digits become half-width, invisible characters go. Null becomes empty. */
    public static String clean(@Nullable String text) {
        if (text == null) {
            return "";
        }
        if (isClean(text)) {
            return text.strip();
        }
        if (isCommon(text)) {
            return compatible(text).strip();
        }
        var visible = INVISIBLE.matcher(text).replaceAll("");
        var out = new StringBuilder();
        var matcher = WRITTEN_ON_PURPOSE.matcher(visible);
        int from = 0;
        while (matcher.find()) {
            out.append(compatible(visible.substring(from, matcher.start()))).append(matcher.group());
            from = matcher.end();
        }
        return out.append(compatible(visible.substring(from))).toString().strip();
    }

    /**
     * True if normalising would change no character: nothing but ASCII, kana and the common kanji. Entities are cleaned
     * each time they are read, and nearly all of them were stored clean.
     */
    private static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= ' ' && c <= '~'
                    || c >= 'ぁ' && c <= 'ゖ'
                    || c >= 'ァ' && c <= 'ー'
                    || c >= '\u4E00' && c <= '\u9FFF'
                    || c == '々';
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    /** True if there are but ASCII, kana, kanji and forms of another width: nothing that is invisible or written on purpose. */
    private static boolean isCommon(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean common = c <= '~'
                    || c >= '\u3000' && c <= '\u30FF'
                    || c >= '\u4E00' && c <= '\u9FFF'
                    || c >= '\uFF01' && c <= '\uFF9F';
            if (!common) {
                return false;
            }
        }
        return true;
    }

    /** Every character as its plainest equivalent, whichever glyph of it was chosen, for comparing. */
    public static String plain(String text) {
        return compatible(oneGlyph(INVISIBLE.matcher(text).replaceAll("")));
    }

    /** The same characters without a choice of their glyph: 葛 with a variation selector is 葛. */
    public static String oneGlyph(String text) {
        return isClean(text) ? text : GLYPH_SELECTORS.matcher(text).replaceAll("");
    }

    private static String compatible(String text) {
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
        return text == null || text.isBlank() || clean(text).isEmpty();
    }

    /** Null if the text is missing or blank, otherwise the cleaned text. */
    public static @Nullable String orNull(@Nullable String text) {
        return blank(text) ? null : clean(text);
    }
}
