package jp.otodoke.running;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * The demo without its demo data in a folder and on ports of its own; it can be killed and started again. Several nodes
 * share a folder, its database and the partners' server.
 */
public final class RunningOtodoke implements AutoCloseable {
    /** What takes longer than this is hung, not slow: a loaded machine takes many times as long as a free one. */
    public static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final String READY = "Otodoke is ready";

    /** Runs this jar in place of the compiled classes, such as one with a trained cache, by the Java of another home. */
    private static final @Nullable String JAR = System.getProperty("otodoke.running.jar");

    private final Path home;
    private final boolean kept;
    private final Path log;
    private final String clock;
    private final List<String> options;
    private final Map<String, String> environment = new TreeMap<>();
    private final int port = freePort();
    private final int sftpPort;
    private final boolean first;
    private @Nullable Process process;

    /**
     * @param name of its folder below {@code target}
     * @param clock where its time begins
     * @param options for its virtual machine
     */
    public RunningOtodoke(String name, String clock, String... options) {
        this(Path.of("target", "running", name + "-" + ProcessHandle.current().pid()), false, clock, options);
    }

    private RunningOtodoke(Path folder, boolean kept, String clock, String... options) {
        this.home = folder.resolve("home").toAbsolutePath();
        this.kept = kept;
        this.log = folder.resolve("otodoke.log").toAbsolutePath();
        this.clock = clock;
        this.options = List.of(options);
        this.sftpPort = freePort();
        this.first = true;
    }

    private RunningOtodoke(RunningOtodoke beside, String name) {
        this.home = beside.home;
        this.kept = beside.kept;
        this.log = beside.log.resolveSibling(name + ".log");
        this.clock = beside.clock;
        this.options = beside.options;
        this.environment.putAll(beside.environment);
        this.sftpPort = beside.sftpPort;
        this.first = false;
    }

    /** One more node on the same database and folder; close it before the first one. */
    public RunningOtodoke another(String name) {
        return new RunningOtodoke(this, name);
    }

    /** Sets a variable for it and for those beside it that are made later. */
    public RunningOtodoke with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** One whose folder outlives it, for data that takes long to make. */
    public static RunningOtodoke keptIn(Path folder, String clock, String... options) {
        return new RunningOtodoke(folder, true, clock, options);
    }

    /** Runs a command of the application on its folder, its words in the log, and returns its exit status. */
    public int command(String... arguments) {
        try {
            Files.createDirectories(home);
            return builder(arguments).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts it, for the first time or again on the same folder, and returns once it is ready. */
    public void start() {
        try {
            Files.createDirectories(home);
            long before = Files.exists(log) ? Files.size(log) : 0;
            var started = builder().start();
            process = started;
            awaitReady(started, before);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessBuilder builder(String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("otodoke.running.java", System.getProperty("java.home")), "bin", "java")
                .toString());
        command.addAll(options);
        command.addAll(
                JAR == null
                        ? List.of("-cp", applicationClassPath(), "jp.otodoke.OtodokeApplication")
                        : List.of("-jar", JAR));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(Map.of(
                        "OTODOKE_HOME",
                        home.toString(),
                        "OTODOKE_CLOCK",
                        clock,
                        "OTODOKE_DEMO_DATA",
                        "off",
                        "OTODOKE_WARM_UP",
                        "0s",
                        "OTODOKE_SFTP_PORT",
                        Integer.toString(sftpPort),
                        "SERVER_PORT",
                        Integer.toString(port),
                        "SPRING_PROFILES_ACTIVE",
                        "demo"));
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    /** What the application has when it is not tested. */
    private static String applicationClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void awaitReady(Process started, long from) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!logSince(from).contains(READY)) {
            if (!started.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("Otodoke did not start:\n" + logSince(from));
            }
            pause(100);
        }
    }

    private String logSince(long from) throws IOException {
        var bytes = Files.readAllBytes(log);
        return new String(bytes, (int) from, bytes.length - (int) from, StandardCharsets.UTF_8);
    }

    /** Ends the process as a power cut would; its database server is left behind. */
    public void kill() {
        var running = process;
        if (running != null) {
            running.destroyForcibly();
            await(running);
            process = null;
        }
    }

    /** Stops it in good order and keeps what it leaves. */
    public void stop() {
        var running = process;
        if (running != null) {
            running.destroy();
            await(running);
            process = null;
        }
    }

    /** Stops it in good order, its database too, and removes its folder unless that is to be kept. */
    @Override
    public void close() {
        if (first && process == null && Files.exists(home.resolve("database/data/postmaster.pid"))) {
            // Whoever was killed has left a database server behind; only a new owner can stop it.
            start();
        }
        stop();
        if (first && !kept) {
            try {
                FileSystemUtils.deleteRecursively(home);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void await(Process ending) {
        try {
            if (!ending.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                ending.destroyForcibly().waitFor();
                throw new IllegalStateException("Otodoke did not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Path home() {
        return home;
    }

    /** What it has said so far, over all its lives. */
    public String log() {
        try {
            return logSince(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Api api() {
        return new Api(address());
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Its database, past the application. */
    public JdbcClient database() {
        return JdbcClient.create(dataSource());
    }

    public DataSource dataSource() {
        var url = environment.get("SPRING_DATASOURCE_URL");
        var address = url == null
                ? address("otodoke")
                : new Address(
                        url,
                        environment.getOrDefault("SPRING_DATASOURCE_USERNAME", ""),
                        environment.getOrDefault("SPRING_DATASOURCE_PASSWORD", ""));
        return new DriverManagerDataSource(address.url(), address.username(), address.password());
    }

    /** Where a database of its server is reached. */
    public record Address(String url, String username, String password) {}

    /** Another, empty one on the same server. */
    public Address newDatabase(String name) {
        database().sql("create database " + name).update();
        return address(name);
    }

    private Address address(String name) {
        try {
            var folder = home.resolve("database");
            var server = Files.readString(folder.resolve("port")).strip();
            return new Address(
                    "jdbc:postgresql://127.0.0.1:" + server + "/" + name + "?reWriteBatchedInserts=true",
                    "otodoke",
                    Files.readString(folder.resolve("password")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it takes new connections; a node that is being stopped does not. */
    public boolean listens() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns once it is so; fails when it never becomes so. */
    public static void until(BooleanSupplier condition, String what) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Never: " + what);
            }
            pause(50);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
