package jp.otodoke.platform.personal;

import java.util.regex.Pattern;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;

/** Masked forms of personal data: enough to tell two records apart, not enough to identify a person. */
public final class Masking {
    public static final String HIDDEN = "●●●";

    private static final int SHOWN_DIGITS = 4;

    private static final Pattern EMAIL = Pattern.compile("(?<![\\w.+-])[\\w.+-]++(@[\\w-]++(?:\\.[\\w-]++)++)");

    /**
     * A phone number, in groups or not, behind the code of a country or not. Digits alone may also be a code or an
     * amount, so that without a plus sign they count only in the forms of Japanese numbers.
     */
    private static final Pattern PHONE = Pattern.compile(
            """
            (?<![\\w-])(?:
              \\(?\\+\\ ?[1-9](?:[-.()\\ ]{0,2}\\d){6,14}
            | (?:(?:00|010)[-\\ ]?)?81(?:
                  [-.()\\ ]{1,2}0?\\)?\\d{1,4}[-.()\\ ]?\\d{1,4}[-.()\\ ]?\\d{3,4}
                | 0?[1-9]\\d{8}
                | 0?[5-9]0\\d{8})
            | \\(?0\\d{1,4}(?:
                  -?\\d{1,4}-?
                | [.\\ ]\\d{1,4}[.\\ ]
                | [-\\ ]?\\(\\d{1,4}\\)[-\\ ]?
                | \\)[-\\ ]?\\d{1,4}[-\\ ]?)\\d{3,4}
            )(?![\\w-])""",
            Pattern.COMMENTS);

    /**
     * Japanese text with what follows it, such as street numbers; or two or more Latin words, as names are
     * written.
     */
    private static final Pattern WORDS = Pattern.compile(
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\uFF66-\\uFF9F][\\p{L}\\p{N}\\uFF66-\\uFF9F\\-ー−・、。 　]*"
                    + "|\\b\\p{Lu}\\p{Ll}++(?: \\p{Lu}[\\p{Ll}.]*+)++");

    private Masking() {}

    /** {@code 山●●●}. */
    public static @Nullable String name(@Nullable String name) {
        return name == null || name.isBlank() ? name : first(name) + HIDDEN;
    }

    /** {@code ●●●5678}. */
    public static @Nullable String phone(@Nullable String phone) {
        if (phone == null || phone.isBlank()) {
            return phone;
        }
        var digits = TextNormalizer.digits(phone);
        return HIDDEN + (digits.length() > 2 * SHOWN_DIGITS ? digits.substring(digits.length() - SHOWN_DIGITS) : "");
    }

    /** {@code h●●●@example.jp}. */
    public static @Nullable String email(@Nullable String email) {
        if (email == null || email.isBlank()) {
            return email;
        }
        var at = email.lastIndexOf('@');
        return first(email) + HIDDEN + (at > 0 ? email.substring(at) : "");
    }

    /** The city stays, the street goes. */
    public static @Nullable Address address(@Nullable Address address) {
        return address == null
                ? null
                : new Address(address.postalCode(), address.prefecture(), address.city(), HIDDEN, "");
    }

    public static @Nullable String text(@Nullable String text) {
        return TextNormalizer.blank(text) ? text : HIDDEN;
    }

    /**
     * A file or message of any format: structure, codes, dates and amounts stay; all words, phone numbers and mail
     * addresses are masked.
     */
    public static String raw(String text) {
        var mails = EMAIL.matcher(text).replaceAll(HIDDEN + "$1");
        return WORDS.matcher(phonesHidden(mails)).replaceAll(HIDDEN);
    }

    private static String phonesHidden(String text) {
        var out = new StringBuilder();
        var phones = PHONE.matcher(halfWidth(text));
        int from = 0;
        while (phones.find()) {
            out.append(text, from, phones.start()).append(HIDDEN);
            from = phones.end();
        }
        return out.append(text, from, text.length()).toString();
    }

    /** Of the same length: full-width characters and the many hyphens as their ASCII forms. */
    private static String halfWidth(String text) {
        var out = new StringBuilder(text);
        for (int i = 0; i < out.length(); i++) {
            char c = out.charAt(i);
            if (c >= '！' && c <= '～') {
                out.setCharAt(i, (char) (c - '！' + '!'));
            } else if (c == '　') {
                out.setCharAt(i, ' ');
            } else if (c == '−' || c == 'ー' || c >= '‐' && c <= '―') {
                out.setCharAt(i, '-');
            }
        }
        return out.toString();
    }

    /** A value by its kind; a value without a masked form is omitted. */
    static @Nullable Object value(Personal.Kind kind, @Nullable Object value) {
        if (value instanceof Address address) {
            return address(address);
        }
        if (!(value instanceof String text)) {
            return null;
        }
        return switch (kind) {
            case NAME -> name(text);
            case PHONE -> phone(text);
            case EMAIL -> email(text);
            case DATE -> null;
            case ADDRESS, TEXT -> text(text);
        };
    }

    private static String first(String text) {
        var clean = text.strip();
        return clean.substring(0, clean.offsetByCodePoints(0, 1));
    }
}
