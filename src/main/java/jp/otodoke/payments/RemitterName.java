package jp.otodoke.payments;

import java.util.Optional;
import java.util.regex.Pattern;
import jp.otodoke.shared.Text;

/** A remitter as typed at a bank counter: kana of one size, order numbers before or after it. */
final class RemitterName {
    private static final Pattern ORDER_NUMBER = Pattern.compile("A\\d{8}");
    private static final Pattern DIGITS = Pattern.compile("\\d{4,}");
    private static final String SMALL = "ァィゥェォッャュョヮ";
    private static final String LARGE = "アイウエオツヤユヨワ";

    private RemitterName() {}

    /** For comparing two spellings of one name: no digits, spaces, long marks; small kana become large. */
    static String key(String name) {
        var key = once(name);
        // Sound marks that a blank kept apart meet when it goes, and make other letters.
        for (var again = once(key); !again.equals(key); again = once(key)) {
            key = again;
        }
        return key;
    }

    private static String once(String name) {
        var kana = Text.katakana(name).replaceAll("[\\s ・.,()\\-ー‐−]", "").replaceAll("[A-Z]?\\d{4,}", "");
        var out = new StringBuilder();
        kana.chars().forEach(c -> {
            int small = SMALL.indexOf(c);
            out.append(small < 0 ? (char) c : LARGE.charAt(small));
        });
        return out.toString();
    }

    /** Our order number, where the remitter wrote one. */
    static Optional<String> orderNumber(String name) {
        return first(ORDER_NUMBER, name);
    }

    /** A run of digits that may be a shop's order number. */
    static Optional<String> digits(String name) {
        return first(DIGITS, name);
    }

    private static Optional<String> first(Pattern pattern, String name) {
        var found = pattern.matcher(Text.clean(name));
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }
}
