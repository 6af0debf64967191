package jp.otodoke.platform.files;

import java.io.InputStream;

/** Reads a file's content from its beginning to its end. */
final class ContentStream extends InputStream {
    private static final int BUFFER = 64 * 1024;

    private final FileContent content;
    private byte[] buffer = {};
    private int at;
    private long next;

    ContentStream(FileContent content) {
        this.content = content;
    }

    @Override
    public int read() {
        return filled() ? buffer[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int most) {
        if (most == 0) {
            return 0;
        }
        if (!filled()) {
            return -1;
        }
        int length = Math.min(most, buffer.length - at);
        System.arraycopy(buffer, at, target, offset, length);
        at += length;
        return length;
    }

    private boolean filled() {
        if (at == buffer.length) {
            buffer = content.read(next, BUFFER);
            next += buffer.length;
            at = 0;
        }
        return at < buffer.length;
    }
}
