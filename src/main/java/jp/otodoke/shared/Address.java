package jp.otodoke.shared;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A Japanese postal address in normalised text. The postal code has seven digits, or is empty if unknown. Which
 * glyph of a character was chosen tells nothing about a place.
 */
@Embeddable
public record Address(
        @Column(name = "postal_code") String postalCode,
        @Column(name = "prefecture") String prefecture,
        @Column(name = "city") String city,
        @Column(name = "line1") String line1,
        @Column(name = "line2") String line2) {
    public Address {
        postalCode = TextNormalizer.digits(postalCode);
        prefecture = place(prefecture);
        city = place(city);
        line1 = place(line1);
        line2 = place(line2);
    }

    /** Equal for two spellings of the same address: width, hyphens and spaces are ignored. */
    public String addressKey() {
        return TextNormalizer.plain(postalCode + prefecture + city + line1 + line2)
                .replaceAll("[\\s　\\p{Pd}−ー]", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String place(@Nullable String written) {
        return TextNormalizer.oneGlyph(TextNormalizer.clean(written)).strip();
    }

    public String oneLine() {
        return prefecture + city + line1 + (line2.isEmpty() ? "" : " " + line2);
    }
}
