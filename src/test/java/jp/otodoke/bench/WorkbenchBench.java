package jp.otodoke.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import jp.otodoke.mothers.BareRows;
import jp.otodoke.running.RunningOtodoke;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 消込ワークベンチ with 20,000 deposits that nothing matched: each action over HTTP, as a person who has signed in does it. */
@Tag("bench")
class WorkbenchBench {
    private static final int LEFT = Integer.getInteger("otodoke.bench.left", 20_000);
    private static final int CLAIMS = Integer.getInteger("otodoke.bench.claims", 200_000);
    private static final int ROUNDS = Integer.getInteger("otodoke.bench.rounds", 100);
    private static final int WARM_UP = 40;
    private static final double GOAL_MILLIS = 200;

    private final List<String> above = new ArrayList<>();

    @Test
    void everyActionIsQuickHoweverMuchIsLeft() throws IOException, InterruptedException {
        try (var otodoke = new RunningOtodoke("workbench", "2026-11-24T09:00:00+09:00", "-Xmx600m")) {
            otodoke.start();
            left(otodoke);
            var desk = Desk.of("manager", otodoke.address());
            var ids = otodoke.database()
                    .sql("select id from deposit where state = 'UNMATCHED' order by id")
                    .query(Long.class)
                    .list();
            long middle = ids.get(ids.size() / 2);

            measure("first page", n -> desk.get("/deposits"));
            measure("page in the middle", n -> desk.get("/deposits?page=" + middle));
            measure("page before", n -> desk.get("/deposits?page=-" + middle));
            measure("proposed ones", n -> desk.get("/deposits?state=PROPOSED"));
            measure("matched ones", n -> desk.get("/deposits?state=MATCHED"));
            measure("all", n -> desk.get("/deposits?state=ALL"));
            measure("by remitter", n -> desk.get("/deposits?sort=remitterKana&page=" + middle));
            measure("by amount", n -> desk.get("/deposits?sort=amount,desc"));
            measure("choose", n -> desk.fragment("/deposits/" + ids.get(n) + "/claims"));
            measure(
                    "search by name",
                    n -> desk.fragment("/deposits/" + ids.get(n) + "/claims?q="
                            + Desk.encoded(BareRows.nameOfDue(LEFT + n + 1).substring(0, 4))));
            measure("search by amount", n -> desk.fragment("/deposits/" + ids.get(n) + "/claims?q=1980"));
            var token = Desk.csrf(desk.get("/deposits"));
            measure(
                    "confirm",
                    n -> done(
                            desk,
                            "/deposits/" + ids.get(n) + "/allocations",
                            List.of("_csrf", token, "number", "F%08d".formatted(LEFT + n + 1))));
            measure("undo", n -> done(desk, "/deposits/" + ids.get(n) + "/undo", List.of("_csrf", token)));
            assertThat(above).isEmpty();
        }
    }

    /** Of ten deposits one has almost the name of its claim. */
    private static void left(RunningOtodoke otodoke) throws IOException, InterruptedException {
        BareRows.dues(otodoke.database(), CLAIMS);
        var writing = otodoke.home().resolve("left.txt");
        DepositText.left(writing, LEFT);
        Files.move(writing, otodoke.home().resolve("partners/bank/in").resolve("left.txt"));
        RunningOtodoke.until(
                () -> otodoke.database()
                                .sql(
                                        "select count(*) from partner_message where file_name = 'left.txt' and state = 'DONE'")
                                .query(Long.class)
                                .single()
                        == 1,
                "the file is booked");
    }

    private static void done(Desk desk, String path, List<String> fields) throws IOException, InterruptedException {
        var answer = desk.post(path, fields);
        assertThat(answer.statusCode()).isEqualTo(302);
        var next = answer.headers().firstValue("Location").orElseThrow();
        desk.get(next.substring(next.indexOf("/deposits")));
    }

    private void measure(String action, Action once) throws IOException, InterruptedException {
        for (int n = 0; n < WARM_UP; n++) {
            once.run(n);
        }
        var times = new double[ROUNDS];
        for (int n = 0; n < ROUNDS; n++) {
            long begin = System.nanoTime();
            once.run(WARM_UP + n);
            times[n] = (System.nanoTime() - begin) / 1e6;
        }
        var sorted =
                IntStream.range(0, ROUNDS).mapToDouble(n -> times[n]).sorted().toArray();
        double most = sorted[ROUNDS * 95 / 100];
        System.out.printf(Locale.ROOT, "%-20s p50 %6.1f ms   p95 %6.1f ms%n", action, sorted[ROUNDS / 2], most);
        if (most > GOAL_MILLIS) {
            above.add(action);
        }
    }

    private interface Action {
        void run(int number) throws IOException, InterruptedException;
    }
}
