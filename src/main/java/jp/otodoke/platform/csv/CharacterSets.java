package jp.otodoke.platform.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import jp.otodoke.platform.csv.UnreadableCsv.Reason;
import jp.otodoke.platform.files.FileContent;

/** Turns bytes into text without ever guessing a character away. */
public final class CharacterSets {
    /** Windows-31J, "Shift_JIS" as Japanese businesses use it. */
    public static final Charset CP932 = Charset.forName("windows-31j");

    public static final List<Charset> UTF8_ONLY = List.of(StandardCharsets.UTF_8);
    public static final List<Charset> CP932_ONLY = List.of(CP932);

    /** Japanese text in CP932 is practically never also valid UTF-8, so that UTF-8 stands first. */
    public static final List<Charset> UTF8_OR_CP932 = List.of(StandardCharsets.UTF_8, CP932);

    /** Kana and kanji take three bytes in UTF-8; below are letters whose two bytes CP932 may well mean. */
    private static final int FIRST_OF_THREE_BYTES = 0x800;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int PART = 64 * 1024;

    private CharacterSets() {}

    /** @throws UnreadableCsv when no character set that is allowed gives every byte a meaning */
    public static String decode(byte[] bytes, List<Charset> allowed) {
        var content = FileContent.of(bytes);
        var charset = of(content, allowed);
        int from = byteOrderMark(content);
        return new String(bytes, from, bytes.length - from, charset);
    }

    /** @throws UnreadableCsv when no character set that is allowed gives every byte a meaning */
    static Charset of(FileContent content, List<Charset> allowed) {
        if (!allowed.contains(StandardCharsets.UTF_8) && isJapaneseUtf8(content)) {
            throw new UnreadableCsv(Reason.IS_UTF8, 1, names(allowed));
        }
        int begin = byteOrderMark(content);
        long furthest = begin;
        for (var charset : allowed) {
            var text = StrictText.of(content, begin, charset);
            if (text.readable()) {
                return charset;
            }
            furthest = Math.max(furthest, text.end());
        }
        throw new UnreadableCsv(Reason.ENCODING, lineOf(content, begin, furthest), names(allowed));
    }

    /** Whether every byte has a meaning in UTF-8. */
    public static boolean isUtf8(FileContent content) {
        return StrictText.of(content, 0, StandardCharsets.UTF_8).readable();
    }

    /** Many UTF-8 texts can be read as CP932, giving nonsense. */
    private static boolean isJapaneseUtf8(FileContent content) {
        var text = StrictText.of(content, 0, StandardCharsets.UTF_8);
        return text.readable() && text.highest() >= FIRST_OF_THREE_BYTES;
    }

    /** The length of the mark, or 0. */
    static int byteOrderMark(FileContent content) {
        var first = content.read(0, BYTE_ORDER_MARK.length);
        return Arrays.equals(first, BYTE_ORDER_MARK) ? first.length : 0;
    }

    private static int lineOf(FileContent content, long from, long position) {
        int line = 1;
        for (long at = from; at < position; at += PART) {
            for (byte b : content.read(at, (int) Math.min(PART, position - at))) {
                if (b == '\n') {
                    line++;
                }
            }
        }
        return line;
    }

    private static String names(List<Charset> allowed) {
        return String.join(" / ", allowed.stream().map(Charset::name).toList());
    }
}
