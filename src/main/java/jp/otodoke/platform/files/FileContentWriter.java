package jp.otodoke.platform.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Collects a file's content part by part; what is not finished leaves nothing behind. */
public final class FileContentWriter implements AutoCloseable {
    static final int PART = 64 * 1024;

    /** More than this goes to a temporary file. */
    private static final int IN_MEMORY = 1024 * 1024;

    private final MessageDigest digest = FileContent.digest();
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable FileChannel channel;
    private long size;
    private boolean finished;

    long size() {
        return size;
    }

    public void write(byte[] part) {
        write(part, part.length);
    }

    void write(byte[] part, int length) {
        try {
            digest.update(part, 0, length);
            size += length;
            if (channel == null && size <= IN_MEMORY) {
                memory.write(part, 0, length);
            } else {
                append(onDisk(), part, length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileChannel onDisk() throws IOException {
        var open = channel;
        if (open == null) {
            var file = Files.createTempFile("otodoke-", ".content");
            open = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            channel = open;
            append(open, memory.toByteArray(), memory.size());
            memory.reset();
        }
        return open;
    }

    private static void append(FileChannel open, byte[] part, int length) throws IOException {
        var buffer = ByteBuffer.wrap(part, 0, length);
        while (buffer.hasRemaining()) {
            open.write(buffer);
        }
    }

    public FileContent finish() {
        finished = true;
        return new FileContent(
                channel == null ? memory.toByteArray() : new byte[0],
                channel,
                size,
                HexFormat.of().formatHex(digest.digest()));
    }

    @Override
    public void close() {
        if (!finished && channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
