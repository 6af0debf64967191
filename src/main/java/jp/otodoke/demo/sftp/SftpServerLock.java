package jp.otodoke.demo.sftp;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides which node runs the SFTP server of a folder: a lock on a file, which is released when its process ends. */
class SftpServerLock implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SftpServerLock.class);
    private static final long POLL_MILLIS = 300;
    private static final int PORT_CHECKS = 100;

    private final Path portFile;
    private final FileChannel channel;
    private @Nullable FileLock lock;
    private volatile boolean over;

    SftpServerLock(Path folder) throws IOException {
        portFile = folder.resolve("sftp.port");
        channel = FileChannel.open(folder.resolve("sftp.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Whether this node runs the server from now on. */
    boolean tryLock() throws IOException {
        lock = channel.tryLock();
        if (lock != null) {
            // The previous node is gone.
            Files.deleteIfExists(portFile);
        }
        return lock != null;
    }

    /** Publishes this node's port to the others. */
    void announce(int port) throws IOException {
        Files.writeString(portFile, Integer.toString(port));
    }

    /** The port of the node that runs the server; it may be just starting. */
    int portOfOther() throws IOException {
        for (int check = 0; check < PORT_CHECKS; check++) {
            try {
                var port = Files.readString(portFile).strip();
                if (!port.isEmpty()) {
                    return Integer.parseInt(port);
                }
            } catch (NoSuchFileException e) {
                log.debug("The other node's SFTP server is not available yet");
            }
            pause();
        }
        throw new IOException(
                "Another node has the SFTP server of " + portFile.getParent() + " but has not published its port");
    }

    /** Takes over as soon as the other node has ended. */
    void takeOverLater(IntSupplier serve) {
        var thread = new Thread(() -> takeOverWhenFree(serve), "sftp-takeover");
        thread.setDaemon(true);
        thread.start();
    }

    private void takeOverWhenFree(IntSupplier serve) {
        while (!over) {
            try {
                pause();
                if (!over && (lock != null || tryLock())) {
                    announce(serve.getAsInt());
                    log.info("The node with the partners' SFTP server has ended; this node takes over");
                    return;
                }
            } catch (IOException | RuntimeException e) {
                log.debug("The SFTP server can't be taken over yet", e);
            }
        }
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        over = true;
        channel.close();
    }
}
