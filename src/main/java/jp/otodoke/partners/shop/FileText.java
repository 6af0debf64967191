package jp.otodoke.partners.shop;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Turns bytes into text without ever guessing a character away. */
final class FileText {
    static final Charset CP932 = Charset.forName("windows-31j");

    private FileText() {}

    /**
     * @param allowed the first in which every byte has a meaning is taken. Japanese text in CP932 is
     *     practically never also valid UTF-8, so UTF-8 stands first where both are allowed.
     */
    static CharSequence decode(byte[] bytes, List<Charset> allowed) {
        var body = withoutByteOrderMark(bytes);
        var furthest = 0;
        for (var charset : allowed) {
            var in = ByteBuffer.wrap(body);
            var out = CharBuffer.allocate(body.length);
            var decoder = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            var result = decoder.decode(in, out, true);
            if (result.isUnderflow()) {
                return out.flip();
            }
            furthest = Math.max(furthest, in.position());
        }
        var names = String.join(" / ", allowed.stream().map(Charset::name).toList());
        throw new UnreadableFile(lineOf(body, furthest), "file", "encoding", "encoding", names);
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

    static List<Charset> utf8() {
        return List.of(StandardCharsets.UTF_8);
    }

    static List<Charset> utf8OrCp932() {
        return List.of(StandardCharsets.UTF_8, CP932);
    }
}
