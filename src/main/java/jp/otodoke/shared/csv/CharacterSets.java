package jp.otodoke.shared.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import jp.otodoke.shared.csv.UnreadableCsv.Reason;

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

    private CharacterSets() {}

    /** @throws UnreadableCsv when no character set that is allowed gives every byte a meaning */
    public static String decode(byte[] bytes, List<Charset> allowed) {
        if (!allowed.contains(StandardCharsets.UTF_8) && isJapaneseUtf8(bytes)) {
            throw new UnreadableCsv(Reason.IS_UTF8, 1, names(allowed));
        }
        var body = withoutByteOrderMark(bytes);
        int furthest = 0;
        for (var charset : allowed) {
            var in = ByteBuffer.wrap(body);
            var out = CharBuffer.allocate(body.length);
            var result = strict(charset, in, out);
            if (result) {
                return out.flip().toString();
            }
            furthest = Math.max(furthest, in.position());
        }
        throw new UnreadableCsv(Reason.ENCODING, lineOf(body, furthest), names(allowed));
    }

    /** Many UTF-8 texts can be read as CP932, giving nonsense. */
    private static boolean isJapaneseUtf8(byte[] bytes) {
        if (isAscii(bytes)) {
            return false;
        }
        var out = CharBuffer.allocate(bytes.length);
        return strict(StandardCharsets.UTF_8, ByteBuffer.wrap(bytes), out)
                && out.flip().codePoints().anyMatch(c -> c >= FIRST_OF_THREE_BYTES);
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean strict(Charset charset, ByteBuffer in, CharBuffer out) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true)
                .isUnderflow();
    }

    private static byte[] withoutByteOrderMark(byte[] bytes) {
        var marked = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        return marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    }

    private static int lineOf(byte[] bytes, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }

    private static String names(List<Charset> allowed) {
        return String.join(" / ", allowed.stream().map(Charset::name).toList());
    }
}
