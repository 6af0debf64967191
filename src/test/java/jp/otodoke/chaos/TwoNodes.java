package jp.otodoke.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jp.otodoke.running.Api;
import jp.otodoke.running.Books;
import jp.otodoke.running.RunningOtodoke;
import jp.otodoke.running.RunningPostgres;
import jp.otodoke.running.RunningSftp;
import jp.otodoke.running.Shoppers;

/** Two nodes, and apart from them the database and the partners' server that they share. */
class TwoNodes implements AutoCloseable {
    static final String BEGIN = "2026-11-24T09:00:00+09:00";

    private final RunningPostgres database;
    private final RunningSftp sftp;
    private final List<RunningOtodoke> nodes;

    TwoNodes(String name) {
        this(name, true);
    }

    /** @param simulators whether the partners are simulated, or else played by the test through their folders */
    TwoNodes(String name, boolean simulators) {
        var first = new RunningOtodoke(
                        name, BEGIN, "-Xmx600m", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=240m")
                .with("OTODOKE_SIMULATORS", simulators ? "on" : "off");
        database = new RunningPostgres(name + "-database");
        database.serve(first);
        sftp = new RunningSftp(first);
        nodes = List.of(first, first.another("second"));
    }

    void start() throws IOException {
        var second = new Thread(() -> nodes.get(1).start());
        second.start();
        nodes.get(0).start();
        try {
            second.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        Shoppers.stockUp(api());
    }

    void killAndRestart(int node) {
        nodes.get(node).kill();
        nodes.get(node).start();
    }

    /** A node that is alive as far as the caller knows. */
    Api api() {
        return nodes.get(0).api();
    }

    Api api(int node) {
        return nodes.get(node % nodes.size()).api();
    }

    Path home() {
        return nodes.get(0).home();
    }

    Books books() {
        return new Books(nodes.get(0));
    }

    RunningPostgres database() {
        return database;
    }

    RunningSftp sftp() {
        return sftp;
    }

    @Override
    public void close() {
        nodes.get(1).close();
        sftp.close();
        nodes.get(0).close();
        database.close();
    }
}
