package jp.otodoke.platform.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server in a folder. The first process that opens it starts the server, others attach to it, and the
 * last one to close it stops it. The file locks behind this end with their process: after a {@code kill -9} the
 * server may still run, and the next start attaches to it.
 */
public final class PostgresServer {
    private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);
    private static final String USER = "otodoke";

    private final Path folder;
    private final Path binaries;
    private final ServerAccount account;
    private final FileLock use;
    private int port;

    private PostgresServer(Path folder, Path binaries, ServerAccount account, FileLock use) {
        this.folder = folder;
        this.binaries = binaries;
        this.account = account;
        this.use = use;
    }

    /**
     * @param folder holds data, port and password
     * @param binaries where the programs are unpacked
     * @param wantedPort 0 for the previous one, or any free one
     */
    public static PostgresServer open(Path folder, Path binaries, int wantedPort, Map<String, String> settings)
            throws IOException {
        var place = Files.createDirectories(folder.toAbsolutePath());
        var data = place.resolve("data");
        // Waits if it is just being stopped.
        var use = channel(place.resolve("users.lock")).lock(0, Long.MAX_VALUE, true);
        try (var starting = channel(place.resolve("owner.lock"))) {
            starting.lock();
            createPrivateFolder(data);
            var programs = PostgresBinaries.under(binaries.toAbsolutePath());
            var server = new PostgresServer(place, programs, ServerAccount.forFolder(data), use);
            server.begin(wantedPort, settings);
            return server;
        } catch (IOException e) {
            use.acquiredBy().close();
            throw e;
        }
    }

    private static FileChannel channel(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static void createPrivateFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    private void begin(int wantedPort, Map<String, String> settings) throws IOException {
        if (!Files.exists(data().resolve("PG_VERSION"))) {
            initialise();
        }
        var running = Postmaster.read(data());
        if (running != null && answers(running.port())) {
            port = running.port();
            log.info("PostgreSQL still runs on port {}, going on with it", port);
        } else {
            start(wantedPort, settings);
        }
        createDatabase(USER);
    }

    private void initialise() throws IOException {
        log.info("Creating a PostgreSQL database cluster in {}", data());
        var password = new byte[24];
        new SecureRandom().nextBytes(password);
        Files.deleteIfExists(passwordFile());
        Files.createFile(
                passwordFile(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile(), HexFormat.of().formatHex(password));
        // The server's account may be a different one that can read only its own folder, and initdb requires that
        // folder to be empty.
        var handed = Files.createTempFile("otodoke-", ".pw");
        try {
            Files.copy(passwordFile(), handed, StandardCopyOption.REPLACE_EXISTING);
            CommandRunner.run(List.of("chown", "--reference=" + data(), handed.toString()));
            account.run(List.of(
                    program("initdb"),
                    "-D",
                    data().toString(),
                    "-U",
                    USER,
                    "--pwfile=" + handed,
                    "-A",
                    "scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "-N"));
        } finally {
            Files.deleteIfExists(handed);
        }
    }

    private void start(int wantedPort, Map<String, String> settings) throws IOException {
        clearAway();
        port = choosePort(wantedPort);
        var options = settings.entrySet().stream()
                .map(e -> "-c " + e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(" "));
        var begin = System.nanoTime();
        try {
            account.run(List.of(
                    program("pg_ctl"),
                    "start",
                    "-w",
                    "-t",
                    "300",
                    "-D",
                    data().toString(),
                    "-l",
                    data().resolve("server.log").toString(),
                    "-o",
                    "-h 127.0.0.1 -p " + port + " -c unix_socket_directories= " + options));
        } catch (IOException e) {
            throw new IOException("PostgreSQL did not start; see " + data().resolve("server.log"), e);
        }
        Files.writeString(folder.resolve("port"), Integer.toString(port));
        log.info("PostgreSQL runs on port {} ({} ms)", port, (System.nanoTime() - begin) / 1_000_000);
    }

    /** What a killed process left behind: a server that does not answer, or only its pid file. */
    private void clearAway() throws IOException {
        var running = Postmaster.read(data());
        if (running != null && running.foreign()) {
            Files.delete(data().resolve("postmaster.pid"));
        } else if (running != null && running.alive()) {
            account.run(List.of(program("pg_ctl"), "stop", "-m", "immediate", "-w", "-D", data().toString()));
        }
    }

    private int choosePort(int wantedPort) throws IOException {
        if (wantedPort != 0) {
            return wantedPort;
        }
        var remembered = folder.resolve("port");
        if (Files.exists(remembered)) {
            var last = Integer.parseInt(Files.readString(remembered).strip());
            if (free(last)) {
                return last;
            }
        }
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private boolean answers(int candidate) {
        try (var connection = connect(candidate, "postgres")) {
            return connection.isValid(5);
        } catch (SQLException | IOException e) {
            return false;
        }
    }

    private Connection connect(int toPort, String database) throws SQLException, IOException {
        return DriverManager.getConnection(url(toPort, database), USER, password());
    }

    /** Creates the database if it is missing. */
    public void createDatabase(String name) throws IOException {
        try (var connection = connect(port, "postgres");
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** Runs one statement outside any transaction and database. */
    public void administer(String sql) throws IOException {
        try (var connection = connect(port, "postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** Stops the server unless another process still uses it. */
    public void close() {
        try (var users = (FileChannel) use.acquiredBy()) {
            use.release();
            // Held until the channel is closed; newcomers wait for it.
            if (users.tryLock() != null) {
                account.run(List.of(program("pg_ctl"), "stop", "-m", "fast", "-w", "-D", data().toString()));
            }
        } catch (ClosedChannelException e) {
            log.debug("PostgreSQL in {} was closed before", folder);
        } catch (IOException e) {
            log.warn("PostgreSQL in {} could not be stopped", folder, e);
        }
    }

    public String url(String database) {
        return url(port, database);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?reWriteBatchedInserts=true";
    }

    public String username() {
        return USER;
    }

    public String password() throws IOException {
        return Files.readString(passwordFile()).strip();
    }

    private Path passwordFile() {
        return folder.resolve("password");
    }

    private Path data() {
        return folder.resolve("data");
    }

    private String program(String name) {
        return binaries.resolve("bin").resolve(name).toString();
    }
}
