package jp.otodoke.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The content of a server's postmaster.pid. */
record Postmaster(long pid, int port) {
    /** Null if no server runs there or it has not opened its port yet. */
    static @Nullable Postmaster read(Path data) throws IOException {
        var file = data.resolve("postmaster.pid");
        if (!Files.isReadable(file)) {
            return null;
        }
        var lines = Files.readAllLines(file);
        return lines.size() < 4 || lines.get(3).isBlank()
                ? null
                : new Postmaster(
                        Long.parseLong(lines.get(0).strip()),
                        Integer.parseInt(lines.get(3).strip()));
    }

    /** A server that is still running. */
    boolean alive() {
        return command().isPresent() && !foreign();
    }

    /**
     * The server is gone and its pid belongs to another program: after a restart of a machine or container, the
     * same small numbers come again.
     */
    boolean foreign() {
        return command()
                .filter(command -> !Path.of(command).endsWith("postgres"))
                .isPresent();
    }

    private Optional<String> command() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).flatMap(process -> process.info()
                .command());
    }
}
