package jp.otodoke.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.text.Normalizer.Form;

/** Seven digits; accepts 〒, hyphens, a leading apostrophe and full-width digits. */
public record PostalCode(String digits) {
    @JsonCreator
    public PostalCode {
        digits = Normalizer.normalize(digits, Form.NFKC).replaceAll("[〒'’\\s\\p{Pd}−ー]", "");
        if (!digits.matches("\\d{7}")) {
            throw new IllegalArgumentException("Not a postal code");
        }
    }

    public static boolean valid(String text) {
        return Normalizer.normalize(text, Form.NFKC)
                .replaceAll("[〒'’\\s\\p{Pd}−ー]", "")
                .matches("\\d{7}");
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
