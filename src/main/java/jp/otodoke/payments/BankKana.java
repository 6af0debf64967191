package jp.otodoke.payments;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.otodoke.shared.TextNormalizer;

/**
 * Names as banks write them: half-width kana, capital letters, digits, blanks and {@code ( ) - .}, one byte each. Small kana
 * are written large and voiced marks stand by themselves (JBA, 適用業務およびレコード・フォーマット).
 */
public final class BankKana {
    private static final String SMALL = "ァィゥェォッャュョヮヵヶヲヰヱ";
    private static final String LARGE = "アイウエオツヤユヨワカケオイエ";
    private static final String HYPHENS = "ー‐‑‒–—―−";
    private static final char FIRST = 'ｱ';
    private static final char LAST = 'ﾝ';
    private static final char VOICED = 'ﾞ';
    private static final char SEMI_VOICED = 'ﾟ';
    private static final Map<Character, Character> HALF_WIDTH = halfWidth();

    private BankKana() {}

    /** Empty if it holds anything else, such as kanji, whose readings nobody may guess. */
    public static Optional<String> of(String typed) {
        var out = new StringBuilder();
        for (char letter : apart(TextNormalizer.katakana(typed)).toCharArray()) {
            out.append(HALF_WIDTH.getOrDefault(large(letter), plain(letter)));
        }
        return Optional.of(out.toString().strip().replaceAll(" +", " "))
                .filter(text -> text.matches("[A-Z0-9ｱ-ﾟ ().\\-]+"));
    }

    /**
     * What of a name goes into a field of a record; no kana loses its mark.
     *
     * @param written as {@link #of} writes it
     */
    public static String cut(String written, int length) {
        if (written.length() <= length) {
            return written;
        }
        char next = written.charAt(length);
        return written.substring(0, next == VOICED || next == SEMI_VOICED ? length - 1 : length);
    }

    /** Voiced kana as two characters. */
    private static String apart(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD);
    }

    private static char large(char letter) {
        int small = SMALL.indexOf(letter);
        return small < 0 ? letter : LARGE.charAt(small);
    }

    private static char plain(char letter) {
        if (HYPHENS.indexOf(letter) >= 0) {
            return '-';
        }
        return switch (letter) {
            case '\u3099' -> 'ﾞ';
            case '\u309A' -> 'ﾟ';
            case '・' -> '.';
            default -> Character.toUpperCase(letter);
        };
    }

    private static Map<Character, Character> halfWidth() {
        var all = new HashMap<Character, Character>();
        for (char half = FIRST; half <= LAST; half++) {
            all.put(apart(String.valueOf(half)).charAt(0), half);
        }
        return all;
    }
}
