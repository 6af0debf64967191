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

/** Whose turn it is to be the SFTP server of a folder: a lock on a file, which goes with its process. */
class ServerTurn implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ServerTurn.class);
    private static final long LOOK_EVERY_MILLIS = 300;
    private static final int LOOKS_FOR_PORT = 100;

    private final Path portFile;
    private final FileChannel channel;
    private @Nullable FileLock lock;
    private volatile boolean over;

    ServerTurn(Path folder) throws IOException {
        portFile = folder.resolve("sftp.port");
        channel = FileChannel.open(folder.resolve("sftp.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Whether it is our turn from now on. */
    boolean take() throws IOException {
        lock = channel.tryLock();
        if (lock != null) {
            // Whoever had it before is not there any more.
            Files.deleteIfExists(portFile);
        }
        return lock != null;
    }

    /** Tells the others where we are. */
    void announce(int port) throws IOException {
        Files.writeString(portFile, Integer.toString(port));
    }

    /** Where the one whose turn it is serves; it may be just starting. */
    int portOfOther() throws IOException {
        for (int look = 0; look < LOOKS_FOR_PORT; look++) {
            try {
                var port = Files.readString(portFile).strip();
                if (!port.isEmpty()) {
                    return Integer.parseInt(port);
                }
            } catch (NoSuchFileException e) {
                log.debug("The other node's SFTP server is not there yet");
            }
            pause();
        }
        throw new IOException(
                "Another node has the SFTP server of " + portFile.getParent() + " but does not say where");
    }

    /** Serves as soon as the other one has ended. */
    void await(IntSupplier serve) {
        var thread = new Thread(() -> follow(serve), "sftp-turn");
        thread.setDaemon(true);
        thread.start();
    }

    private void follow(IntSupplier serve) {
        while (!over) {
            try {
                pause();
                if (!over && (lock != null || take())) {
                    announce(serve.getAsInt());
                    log.info("The node with the partners' SFTP server has ended; this node goes on with it");
                    return;
                }
            } catch (IOException | RuntimeException e) {
                log.debug("The SFTP server can't be taken over yet", e);
            }
        }
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
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
