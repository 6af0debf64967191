package jp.otodoke.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import jp.otodoke.platform.postgres.PostgresServer;
import org.springframework.util.FileSystemUtils;

/** A durable PostgreSQL server apart from all nodes; it can be stopped, killed and started again in its place. */
public final class RunningPostgres implements AutoCloseable {
    private static final Map<String, String> DURABLE = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "max_connections", "200",
            "shared_buffers", "128MB");

    private final Path folder;
    private PostgresServer server;

    /** @param name of its folder below {@code target} */
    public RunningPostgres(String name) {
        this.folder = Path.of(
                "target", "running", name + "-" + ProcessHandle.current().pid());
        this.server = open(0);
    }

    private PostgresServer open(int port) {
        try {
            return PostgresServer.open(folder, Path.of("target/test-postgres"), port, DURABLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells a node to use it. */
    public void serve(RunningOtodoke node) {
        try {
            node.with("SPRING_DATASOURCE_URL", server.url("otodoke"))
                    .with("SPRING_DATASOURCE_USERNAME", server.username())
                    .with("SPRING_DATASOURCE_PASSWORD", server.password());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In good order, as for an update: sessions are cut off, what was committed is written. */
    public void restart() {
        int port = port();
        server.close();
        server = open(port);
    }

    /** As when the machine fails: it recovers from its log. */
    public void crash() {
        int port = port();
        var postmaster = ProcessHandle.of(pid()).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
        server.close();
        RunningOtodoke.pause(2_000);
        server = open(port);
    }

    private int port() {
        var url = server.url("otodoke");
        return Integer.parseInt(url.replaceAll(".*:(\\d+)/.*", "$1"));
    }

    private long pid() {
        try {
            return Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid"))
                    .get(0)
                    .strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
