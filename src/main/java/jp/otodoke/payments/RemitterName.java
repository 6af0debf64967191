package jp.otodoke.payments;

import java.util.Optional;
import java.util.regex.Pattern;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.TextNormalizer;

/** A remitter's name as entered at the bank, in kana, possibly with an order number. */
final class RemitterName {
    private static final Pattern ORDER_NUMBER = Pattern.compile("A\\d{8}");
    private static final Pattern DIGITS = Pattern.compile("\\d{4,}");
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
        var kana = TextNormalizer.katakana(name)
                .replaceAll("[\\s ・.,()\\-ー‐−]", "")
                .replaceAll("[A-Z]?\\d{4,}", "");
        var out = new StringBuilder();
        kana.chars().forEach(c -> {
            int small = SMALL.indexOf(c);
            out.append(small < 0 ? (char) c : LARGE.charAt(small));
        });
        return out.toString();
    }

    /** The Otodoke order number in the name, if there is one. */
    static Optional<OrderNumber> orderNumber(String name) {
        return first(ORDER_NUMBER, name).map(OrderNumber::of);
    }

    /** A run of digits that may be the shop's order number. */
    static Optional<String> digits(String name) {
        return first(DIGITS, name);
    }

    private static Optional<String> first(Pattern pattern, String name) {
        var found = pattern.matcher(TextNormalizer.clean(name));
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }
}
