package jp.otodoke.shared;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Phone numbers in the notations of people, shops and spreadsheets. */
public final class PhoneNumbers {
    private static final Pattern CHARACTERS = Pattern.compile("[\\d+()\\s.\\p{Pd}−ー]+");

    /** A country's code and number, behind a plus sign or what is dialled instead of it. */
    private static final Pattern INTERNATIONAL = Pattern.compile("\\+(\\d+)|(?:00|010)([1-9]\\d{9,14})");

    /** A number with the code of Japan, perhaps with the zero that is not dialled behind the code. */
    private static final Pattern WITH_CODE_OF_JAPAN = Pattern.compile("81(0?[1-9]\\d{8,9})");

    /** Of the numbers of eleven digits, all in Japan begin with 050 to 090. */
    private static final Pattern WITHOUT_ZERO = Pattern.compile("[1-9]\\d{8}|[5-9]0\\d{8}");

    private static final Pattern DOMESTIC = Pattern.compile("0\\d{9,10}");
    private static final Pattern ABROAD = Pattern.compile("\\+[1-9]\\d{6,14}");

    private PhoneNumbers() {}

    /**
     * The digits as dialled in Japan, whichever way the code of the country is written; a number abroad keeps its
     * code behind a plus sign.
     */
    public static String dialled(@Nullable String written) {
        var text = text(written).replaceAll("[^\\d+]", "");
        var international = INTERNATIONAL.matcher(text);
        if (international.matches()) {
            var number = international.group(1) == null ? international.group(2) : international.group(1);
            return number.startsWith("81") ? domesticDigits(number.substring(2)) : "+" + number;
        }
        var digits = TextNormalizer.digits(text);
        var japan = WITH_CODE_OF_JAPAN.matcher(digits);
        return japan.matches() ? domesticDigits(japan.group(1)) : digits;
    }

    /** For comparing and searching; also parts of a number. */
    public static String key(@Nullable String written) {
        return dialled(written).replace("+", "");
    }

    /** Whether this can be a phone number. */
    public static boolean plausible(@Nullable String written) {
        var domestic = domestic(written);
        return CHARACTERS.matcher(text(written)).matches()
                && (DOMESTIC.matcher(dialled(domestic)).matches()
                        || ABROAD.matcher(dialled(domestic)).matches());
    }

    /** As written, but without the code of Japan and with the leading zero that spreadsheets drop; null if blank. */
    public static @Nullable String domestic(@Nullable String written) {
        var text = text(written);
        var dialled = dialled(text);
        if (WITHOUT_ZERO.matcher(dialled).matches()) {
            return "0" + dialled;
        }
        return TextNormalizer.orNull(TextNormalizer.digits(text).equals(dialled) ? text : dialled);
    }

    private static String domesticDigits(String behindTheCode) {
        return "0" + behindTheCode.replaceFirst("^0", "");
    }

    /** Spreadsheets mark a text by an apostrophe. */
    private static String text(@Nullable String written) {
        return TextNormalizer.clean(written).replaceFirst("^['’`]\\s*", "");
    }
}
