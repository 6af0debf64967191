package jp.otodoke.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Seven digits; accepts 〒, hyphens, a leading apostrophe and full-width digits. */
public record PostalCode(String digits) {
    @JsonCreator
    public PostalCode {
        digits = plain(digits);
        if (!digits.matches("\\d{7}")) {
            throw new IllegalArgumentException("Not a postal code");
        }
    }

    public static boolean valid(String text) {
        return plain(text).matches("\\d{7}");
    }

    private static String plain(String text) {
        return TextNormalizer.plain(text).replaceAll("[〒'’\\s\\p{Pd}−ー]", "");
    }

    /** As people write it: 123-4567. */
    @JsonValue
    public String hyphenated() {
        return digits.substring(0, 3) + "-" + digits.substring(3);
    }

    @Override
    public String toString() {
        return hyphenated();
    }
}
