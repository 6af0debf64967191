package jp.otodoke.platform.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import jp.otodoke.platform.files.FileContent;

/**
 * What becomes of a file that is read in one character set.
 *
 * @param readable whether every byte has a meaning in it
 * @param end the first byte without one, or the end of the file
 * @param highest the highest UTF-16 unit before that
 */
record StrictText(boolean readable, long end, int highest) {
    private static final int PART = 64 * 1024;

    static StrictText of(FileContent content, long from, Charset charset) {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var out = CharBuffer.allocate(PART);
        int highest = 0;
        for (long at = from; at < content.size(); ) {
            var in = ByteBuffer.wrap(content.read(at, PART));
            var result = decoder.decode(in, out.clear(), at + in.capacity() == content.size());
            out.flip();
            while (out.hasRemaining()) {
                highest = Math.max(highest, out.get());
            }
            at += in.position();
            if (result.isError()) {
                return new StrictText(false, at, highest);
            }
        }
        return new StrictText(true, content.size(), highest);
    }
}
