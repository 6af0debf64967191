package jp.otodoke.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a file, however many: small ones are held in memory, others in a temporary file that has no name any
 * more, so that it is gone with the process at the latest.
 */
public final class FileContent implements AutoCloseable {
    private final byte[] bytes;
    private final @Nullable FileChannel channel;
    private final long size;
    private final String sha256;

    FileContent(byte[] bytes, @Nullable FileChannel channel, long size, String sha256) {
        this.bytes = bytes;
        this.channel = channel;
        this.size = size;
        this.sha256 = sha256;
    }

    public static FileContent of(byte[] bytes) {
        return new FileContent(bytes, null, bytes.length, HexFormat.of().formatHex(digest().digest(bytes)));
    }

    /** Reads the stream to its end and closes it. */
    public static FileContent copyOf(InputStream stream) throws IOException {
        return copyOf(stream, Long.MAX_VALUE);
    }

    /** Reads no more than so many bytes of the stream and closes it. */
    public static FileContent copyOf(InputStream stream, long most) throws IOException {
        try (var in = stream;
                var copy = new FileContentWriter()) {
            var part = new byte[FileContentWriter.PART];
            int read;
            do {
                read = in.readNBytes(part, 0, (int) Math.min(part.length, most - copy.size()));
                copy.write(part, read);
            } while (read > 0);
            return copy.finish();
        }
    }

    public long size() {
        return size;
    }

    /** The fingerprint in hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    /** At most so many bytes from there on; fewer only at the end. */
    public byte[] read(long from, int most) {
        int length = (int) Math.max(0, Math.min(most, size - from));
        if (channel == null) {
            return Arrays.copyOfRange(bytes, (int) Math.min(from, size), (int) Math.min(from, size) + length);
        }
        try {
            var buffer = ByteBuffer.allocate(length);
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, from + buffer.position()) < 0) {
                    throw new IOException("The temporary file is shorter than what was written to it");
                }
            }
            return buffer.array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of it, where the caller has made sure that it is little. */
    public byte[] bytes() {
        return channel == null ? bytes.clone() : read(0, Math.toIntExact(size));
    }

    public InputStream stream() {
        return new ContentStream(this);
    }

    /** Gives the temporary file back, if there is one. */
    @Override
    public void close() {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
