package jp.otodoke.platform.pages;

import java.util.Locale;
import jp.otodoke.shared.PhoneNumbers;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into the one search.
 *
 * @param text cleaned, without what has a meaning in SQL patterns
 * @param number the same in capitals, as numbers are written
 * @param digits those of a phone, tracking or other number, as dialled inside Japan; empty when it is none
 */
public record SearchTerm(String text, String number, String digits) {
    /** From this many digits on, the end of a phone number is searched too. */
    private static final int ENDING = 4;

    public static SearchTerm typed(@Nullable String typed) {
        var text = TextNormalizer.clean(typed).replaceAll("[%_\\\\]", "");
        return new SearchTerm(
                text, text.toUpperCase(Locale.ROOT), text.matches("[0-9()+ .\\p{Pd}−ー]{3,}") ? digits(text) : "");
    }

    /** A tracking number may begin like the code of a country, which is therefore taken off behind a plus sign only. */
    private static String digits(String text) {
        return text.startsWith("+") ? PhoneNumbers.key(text) : TextNormalizer.digits(text);
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** The digits as those of a phone number are compared. */
    public String phone() {
        return PhoneNumbers.key(digits);
    }

    /** The last digits of a phone number, reversed as their index has them; empty when too few were typed. */
    public String ending() {
        return digits.length() < ENDING
                ? ""
                : new StringBuilder(digits).reverse().toString();
    }

    /**
     * A number that was typed without its leading zeros or letter, in full: 7618 or A7618 is A00007618.
     *
     * @param length of the digits behind the letter
     * @return empty when it can't be such a number
     */
    public String inFull(String letter, int length) {
        var typed = number.startsWith(letter) ? number.substring(letter.length()) : number;
        return typed.matches("[0-9]{1," + length + "}") ? letter + "0".repeat(length - typed.length()) + typed : "";
    }
}
