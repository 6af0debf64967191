package jp.otodoke.documents;

import java.util.Locale;
import jp.otodoke.shared.TextNormalizer;

/**
 * 登録番号 of an issuer of qualified invoices: T and 13 digits, of which the first is a check digit over the others, as in 法人番号
 * (国税庁: 9 less the remainder by 9 of the digits times 1, 2, 1, 2, … from the right).
 */
public record RegistrationNumber(String value) {
    private static final int DIGITS = 13;

    /** @throws IllegalArgumentException if it is none */
    public RegistrationNumber {
        value = TextNormalizer.clean(value).toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        if (!value.matches("T[0-9]{13}") || value.charAt(1) != checkDigit(value.substring(2))) {
            throw new IllegalArgumentException("Not a registration number: " + value);
        }
    }

    /** @param base twelve digits */
    static char checkDigit(String base) {
        int sum = 0;
        for (int i = 1; i < DIGITS; i++) {
            int weight = i % 2 == 1 ? 1 : 2;
            sum += weight * (base.charAt(base.length() - i) - '0');
        }
        return (char) ('0' + 9 - sum % 9);
    }

    @Override
    public String toString() {
        return value;
    }
}
