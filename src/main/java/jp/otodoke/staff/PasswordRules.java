package jp.otodoke.staff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Requirements on passwords, following NIST SP 800-63B-4: long, and not among those tried first. No rules on kinds
 * of characters, no periodic change.
 */
@Component
public class PasswordRules {
    /** Without a second factor a password must be longer. */
    static final int SHORTEST_ALONE = 15;

    static final int SHORTEST_WITH_SECOND_FACTOR = 8;
    static final int LONGEST = 200;

    private static final int SHORTEST_CONTEXT_WORD = 3;
    private static final int FEW_DIFFERENT = 4;
    private static final List<String> RUNS = List.of(
            "abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc");

    private final Set<String> common;

    PasswordRules() {
        common = read();
    }

    /** One spelling per character: the same password from another keyboard. */
    public static String normal(CharSequence typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC);
    }

    public static int shortest(boolean secondFactor) {
        return secondFactor ? SHORTEST_WITH_SECOND_FACTOR : SHORTEST_ALONE;
    }

    /**
     * @param context words about the person: user name, name
     * @return message keys of what is wrong; empty if it is good
     */
    List<String> problems(String typed, boolean secondFactor, List<String> context) {
        var password = normal(typed);
        var length = password.codePointCount(0, password.length());
        if (length < shortest(secondFactor)) {
            return List.of(secondFactor ? "staff.password.short.second" : "staff.password.short");
        }
        if (length > LONGEST) {
            return List.of("staff.password.long");
        }
        var plain = password.toLowerCase(Locale.ROOT);
        if (plain.chars().distinct().count() <= FEW_DIFFERENT || runs(plain) || common.contains(plain)) {
            return List.of("staff.password.common");
        }
        // Surrounding a common word by digits and signs does not make it better.
        var core = plain.replaceAll("[^\\p{L}]", "");
        if (core.isEmpty() ? plain.length() < SHORTEST_ALONE : common.contains(core) || common.contains(once(core))) {
            return List.of("staff.password.common");
        }
        return ownWords(core, context) ? List.of("staff.password.context") : List.of();
    }

    private static boolean runs(String plain) {
        return RUNS.stream().anyMatch(run -> {
            var rest = plain;
            for (int length = run.length(); length >= 4; length--) {
                for (int from = 0; from + length <= run.length(); from++) {
                    var part = run.substring(from, from + length);
                    rest = rest.replace(part, "").replace(new StringBuilder(part).reverse(), "");
                }
            }
            return rest.length() <= plain.length() / 4;
        });
    }

    /** {@code passwordpassword} is {@code password}. */
    private static String once(String text) {
        for (int length = 1; length <= text.length() / 2; length++) {
            if (text.length() % length == 0
                    && text.equals(text.substring(0, length).repeat(text.length() / length))) {
                return text.substring(0, length);
            }
        }
        return text;
    }

    /** Too little remains without the words that an attacker knows about the person and the firm. */
    private static boolean ownWords(String core, List<String> context) {
        var rest = core;
        for (var word : words(context)) {
            rest = rest.replace(word, "");
        }
        return rest.length() < core.length() && rest.length() < SHORTEST_WITH_SECOND_FACTOR;
    }

    private static Set<String> words(List<String> context) {
        var words = new HashSet<>(Set.of("otodoke", "お届け", "おとどけ", "オトドケ", "password", "パスワード"));
        context.stream()
                .flatMap(text -> List.of(normal(text).toLowerCase(Locale.ROOT).split("[\\s._-]+")).stream())
                .filter(word -> word.length() >= SHORTEST_CONTEXT_WORD)
                .forEach(words::add);
        return words;
    }

    private static Set<String> read() {
        try {
            var list = new ClassPathResource("common-passwords.txt", PasswordRules.class);
            return list.getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> normal(line).toLowerCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
