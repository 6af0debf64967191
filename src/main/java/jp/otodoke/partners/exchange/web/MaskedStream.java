package jp.otodoke.partners.exchange.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.platform.personal.Masking;

/** A text with personal data masked, portion by portion; each ends where nothing that is masked can go on. */
final class MaskedStream extends InputStream {
    private static final int PORTION = 64 * 1024;

    /** No name, address or number goes beyond these. */
    private static final String SEPARATORS = "\n\r\t,\"";

    private final FileContent content;
    private final Reader text;
    private final Charset charset;
    private final char[] read = new char[PORTION];
    private int length;
    private byte[] masked = {};
    private int at;

    /** Closes the content when it is closed itself. */
    MaskedStream(FileContent content, Charset charset) {
        this.content = content;
        this.charset = charset;
        text = new InputStreamReader(content.stream(), charset);
    }

    @Override
    public int read() throws IOException {
        return filled() ? masked[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int most) throws IOException {
        if (most == 0) {
            return 0;
        }
        if (!filled()) {
            return -1;
        }
        int count = Math.min(most, masked.length - at);
        System.arraycopy(masked, at, target, offset, count);
        at += count;
        return count;
    }

    private boolean filled() throws IOException {
        if (at == masked.length) {
            boolean ended = fill();
            int end = ended ? length : endOfPortion();
            masked = Masking.raw(new String(read, 0, end)).getBytes(charset);
            at = 0;
            System.arraycopy(read, end, read, 0, length - end);
            length -= end;
        }
        return at < masked.length;
    }

    private boolean fill() throws IOException {
        int count = 0;
        while (length < PORTION && count >= 0) {
            count = text.read(read, length, PORTION - length);
            length += Math.max(0, count);
        }
        return count < 0;
    }

    /** Where there is no separator at all, there are no words either. */
    private int endOfPortion() {
        int end = length;
        while (end > 0 && SEPARATORS.indexOf(read[end - 1]) < 0) {
            end--;
        }
        return end == 0 ? length : end;
    }

    @Override
    public void close() throws IOException {
        text.close();
        content.close();
    }
}
