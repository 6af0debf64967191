package jp.otodoke.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("module")
class PostgresServerTests {
    private static final Path BINARIES = Path.of("target/test-postgres");

    private final Path folder;

    @SuppressWarnings("NullAway.Init")
    private PostgresServer server;

    PostgresServerTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void keepsItsDataAndItsAddress() throws Exception {
        server = open();
        var before = server.url("otodoke");
        run("create table kept (n int)");
        server.close();

        server = open();

        assertThat(server.url("otodoke")).isEqualTo(before);
        run("insert into kept values (1)");
    }

    @Test
    void setsWhatItIsAskedTo() throws Exception {
        server = open();

        assertThat(show("fsync")).isEqualTo("on");
        assertThat(show("synchronous_commit")).isEqualTo("on");
    }

    @Test
    void leavesAloneTheProgramThatNowHasItsNumber() throws Exception {
        server = open();
        var file = folder.resolve("data/postmaster.pid");
        var lines = Files.readAllLines(file);
        server.close();
        var stranger = new ProcessBuilder("sleep", "300").start();
        try {
            lines.set(0, Long.toString(stranger.pid()));
            Files.write(file, lines);

            server = open();

            assertThat(stranger.isAlive()).isTrue();
            run("select 1");
        } finally {
            stranger.destroy();
        }
    }

    private PostgresServer open() throws IOException {
        return PostgresServer.open(folder, BINARIES, 0, Map.of("fsync", "on", "synchronous_commit", "on"));
    }

    private void run(String sql) throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(server.url("otodoke"), server.username(), server.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String show(String setting) throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(server.url("otodoke"), server.username(), server.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
