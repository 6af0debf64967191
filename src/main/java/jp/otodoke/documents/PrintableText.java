package jp.otodoke.documents;

import java.util.List;
import java.util.function.IntPredicate;

/**
 * Text as the fonts can draw it: what they lack becomes a geta mark (〓), as printers have always done, and the document says so.
 *
 * @param replaced whether something was replaced
 */
record PrintableText(String text, boolean replaced) {
    private static final int GETA = 0x3013;
    private static final int YEN = 0xA5;
    private static final int WIDE_YEN = 0xFFE5;

    /** Which glyph of a character is meant tells a font nothing that could not draw it. */
    private static final List<int[]> UNSEEN =
            List.of(new int[] {0xFE00, 0xFE0F}, new int[] {0xE0100, 0xE01EF}, new int[] {0x200B, 0x200F});

    /** @param drawable whether any of the fonts draws a character */
    static PrintableText of(String text, IntPredicate drawable) {
        var out = new StringBuilder(text.length());
        var replaced = false;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            if (UNSEEN.stream().anyMatch(range -> character >= range[0] && character <= range[1])) {
                continue;
            }
            if (character < ' ' || drawable.test(character)) {
                out.appendCodePoint(character);
            } else if (character == YEN && drawable.test(WIDE_YEN)) {
                out.appendCodePoint(WIDE_YEN);
            } else {
                out.appendCodePoint(drawable.test(GETA) ? GETA : '?');
                replaced = true;
            }
        }
        return new PrintableText(out.toString(), replaced);
    }
}
