package jp.otodoke.demo.generator;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import jp.otodoke.demo.bulk.BulkTargets;
import jp.otodoke.demo.bulk.Script;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Runs a step in parts, two at a time. A part and the record that it is done are written in one transaction, so an
 * interrupted run continues there.
 */
@Component
@Profile("demo")
class Steps {
    private static final int AT_ONCE = 2;

    private record Part(long first, long last) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final BulkTargets targets;
    private final BulkLoadConnection bulkLoadConnection;

    Steps(JdbcClient jdbc, JdbcTemplate template, BulkTargets targets, BulkLoadConnection bulkLoadConnection) {
        this.jdbc = jdbc;
        this.template = template;
        this.targets = targets;
        this.bulkLoadConnection = bulkLoadConnection;
    }

    /** Divides a step into parts; the parts of an earlier run are kept. */
    void divide(String step, long whole, long size) {
        bulkLoadConnection.transaction(() -> template.update(
                """
                insert into generating.part (step, first, last)
                select ?, first, least(first + ? - 1, ?) from generate_series(1, ?, ?) first on conflict do nothing
                """,
                step,
                size,
                whole,
                whole,
                size));
    }

    void run(String step) {
        var script = Script.named(Steps.class, step);
        var pace = new StepProgress(step, sum(step, false), sum(step, true));
        atOnce(
                jdbc.sql("select first, last from generating.part where step = :step and not done order by first")
                        .param("step", step)
                        .query(Part.class)
                        .list(),
                part -> pace.moved(part.last() - part.first() + 1, write(step, script, part)));
        pace.end();
    }

    private long write(String step, Script script, Part part) {
        return bulkLoadConnection.transaction(() -> {
            var rows =
                    script.with("first", part.first()).with("last", part.last()).run(template, targets);
            template.update("update generating.part set done = true where step = ? and first = ?", step, part.first());
            return rows;
        });
    }

    private long sum(String step, boolean onlyDone) {
        return jdbc.sql(
                        "select coalesce(sum(last - first + 1), 0)::bigint from generating.part where step = :step and (done or not :only)")
                .param("step", step)
                .param("only", onlyDone)
                .query(Long.class)
                .single();
    }

    /** After the first failure no further part is started. */
    <T> void atOnce(Collection<T> all, Consumer<T> work) {
        var workers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var running = all.stream()
                    .map(one -> CompletableFuture.runAsync(() -> work.accept(one), workers))
                    .toList();
            running.forEach(CompletableFuture::join);
        } finally {
            workers.shutdownNow();
        }
    }
}
