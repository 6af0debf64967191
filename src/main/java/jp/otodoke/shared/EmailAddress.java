package jp.otodoke.shared;

import java.util.regex.Pattern;

/** The form of an e-mail address. */
public final class EmailAddress {
    private static final int LONGEST = 254;

    private static final Pattern FORM =
            Pattern.compile("[^@\\s\"<>,;:()]+@[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*\\.)+[\\p{L}\\p{N}-]*[\\p{L}\\p{N}]");

    private EmailAddress() {}

    /** Whether mail can be addressed to it, as far as its form tells. */
    public static boolean isValid(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }
}
