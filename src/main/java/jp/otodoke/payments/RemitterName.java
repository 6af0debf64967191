package jp.otodoke.payments;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.TextNormalizer;

/** A remitter's name as entered at the bank, in kana, possibly with an order number. */
final class RemitterName {
    /** A number of so many digits is hardly a date or the end of a telephone number by chance. */
    static final int UNMISTAKABLE = 6;

    private static final Pattern NUMBER = Pattern.compile("[AF]\\d{8}");
    private static final Pattern FIGURES = Pattern.compile("\\d{4,}");
    private static final String SEPARATORS = " \t\n\u000B\f\r\u30FB.,()-\u30FC\u2010\u2212";
    private static final Pattern NUMBERED = Pattern.compile("[A-Z]?\\d{4,}");
    private static final String SMALL = "ァィゥェォッャュョヮ";
    private static final String LARGE = "アイウエオツヤユヨワ";

    private RemitterName() {}

    /**
     * Key for comparing spellings of a name: without digits, spaces and long-vowel marks, small kana as large
     * ones.
     */
    static String key(String name) {
        var key = once(name);
        // Removing a space can join a kana with its sound mark into another character, so repeat until nothing
        // changes.
        for (var again = once(key); !again.equals(key); again = once(key)) {
            key = again;
        }
        return key;
    }

    private static String once(String name) {
        var kana = withoutSeparators(TextNormalizer.katakana(name));
        return large(hasFigures(kana) ? NUMBERED.matcher(kana).replaceAll("") : kana);
    }

    /** Letter by letter, as each name of a file goes through here. */
    private static String withoutSeparators(String kana) {
        StringBuilder out = null;
        for (int i = 0; i < kana.length(); i++) {
            char letter = kana.charAt(i);
            if (SEPARATORS.indexOf(letter) >= 0) {
                out = out == null ? new StringBuilder(kana.length()).append(kana, 0, i) : out;
            } else if (out != null) {
                out.append(letter);
            }
        }
        return out == null ? kana : out.toString();
    }

    private static boolean hasFigures(String kana) {
        for (int i = 0; i < kana.length(); i++) {
            if (kana.charAt(i) >= '0' && kana.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    /** Small kana as large ones. */
    static String large(String kana) {
        StringBuilder out = null;
        for (int i = 0; i < kana.length(); i++) {
            int small = SMALL.indexOf(kana.charAt(i));
            if (small >= 0) {
                out = out == null ? new StringBuilder(kana) : out;
                out.setCharAt(i, LARGE.charAt(small));
            }
        }
        return out == null ? kana : out.toString();
    }

    /** Whether the remitter's text contains this name, whatever else it says. */
    static boolean mentions(String remitter, String name) {
        var key = key(name);
        return !key.isEmpty() && key(remitter).contains(key);
    }

    /** The numbers of orders, or of what is owed without one, in the name. */
    static List<ReceivableNumber> numbers(String name) {
        return all(NUMBER, TextNormalizer.clean(name)).map(ReceivableNumber::of).toList();
    }

    /** Runs of digits that may be the shop's order number, or a date, or the end of a telephone number. */
    static List<String> figures(String name) {
        return all(FIGURES, NUMBER.matcher(TextNormalizer.clean(name)).replaceAll(" "))
                .toList();
    }

    private static Stream<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).distinct();
    }
}
