package jp.otodoke.payments;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * What the bar code of a payment slip says: GS1-128 with application identifier 91, 44 digits (GS1 Japan, guideline for
 * 標準料金代理収納).
 *
 * @param due last day on which a store takes it; null if there is none
 * @param stamp whether the receipt needs a revenue stamp
 */
public record SlipBarcode(SlipIssuer issuer, SlipNumber number, @Nullable LocalDate due, boolean stamp, Yen amount) {
    public static final int LENGTH = 44;

    private static final String IDENTIFIER = "91";
    private static final String NO_LIMIT = "999999";
    private static final long MOST = 999_999;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** @throws IllegalArgumentException if the amount does not fit into six digits */
    public SlipBarcode {
        if (!amount.isPositive() || amount.amount() > MOST) {
            throw new IllegalArgumentException("No amount of a slip: " + amount);
        }
    }

    /** @throws UnreadableBarcode if it is none, with the place of the mistake */
    public static SlipBarcode of(String digits) {
        require(digits.length() == LENGTH, Math.min(digits.length(), LENGTH) + 1, "length");
        for (int i = 0; i < LENGTH; i++) {
            require(digits.charAt(i) >= '0' && digits.charAt(i) <= '9', i + 1, "digits");
        }
        require(digits.startsWith(IDENTIFIER), 1, "identifier");
        require(checkDigit(digits.substring(0, 43)) == digits.charAt(43), 44, "check-digit");
        require(digits.charAt(36) <= '1', 37, "stamp");
        var amount = Long.parseLong(digits.substring(37, 43));
        require(amount > 0, 38, "amount");
        return new SlipBarcode(
                new SlipIssuer(digits.substring(2, 8), digits.substring(8, 13)),
                SlipNumber.of(digits.substring(13, 30)),
                day(digits.substring(30, 36)),
                digits.charAt(36) == '1',
                Yen.of(amount));
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.equals(NO_LIMIT) ? null : LocalDate.parse(text, DAY);
        } catch (DateTimeException noDay) {
            throw new UnreadableBarcode(31, "due-date");
        }
    }

    private static void require(boolean condition, int position, String reason) {
        if (!condition) {
            throw new UnreadableBarcode(position, reason);
        }
    }

    /** All 44. */
    public String digits() {
        var body = IDENTIFIER
                + issuer.code()
                + issuer.company()
                + number.value()
                + (due == null ? NO_LIMIT : DAY.format(due))
                + (stamp ? '1' : '0')
                + "%06d".formatted(amount.amount());
        return body + checkDigit(body);
    }

    /** Modulus 10, weights 3, 1, 3, … beginning at the right. */
    static char checkDigit(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int weight = (body.length() - i) % 2 == 1 ? 3 : 1;
            sum += weight * (body.charAt(i) - '0');
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }
}
