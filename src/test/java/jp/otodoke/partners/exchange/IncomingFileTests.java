package jp.otodoke.partners.exchange;

import static jp.otodoke.partners.exchange.PairsFormat.HEADER;
import static jp.otodoke.partners.exchange.PairsFormat.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import jp.otodoke.platform.clock.WorkInFlight;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files over the real SFTP server: laid in, taken by the route, booked in the database. */
@RoutesTest
class IncomingFileTests {
    /** Every pause of the partner lasts as long as a file has to be unchanged to be read, */
    private static final Duration LONGER_THAN_A_LOOK_TAKES = Duration.ofMillis(400);

    /** and is shorter than one after which a file counts as ended. */
    private static final Duration SHORTER_THAN_AN_END = Duration.ofSeconds(4);

    private final PlayedPartner partner;
    private final JdbcClient jdbc;
    private final List<WorkInFlight> work;
    private final CamelContext camel;

    @Autowired
    IncomingFileTests(PlayedPartner partner, JdbcClient jdbc, List<WorkInFlight> work, CamelContext camel) {
        this.partner = partner;
        this.jdbc = jdbc;
        this.work = work;
        this.camel = camel;
    }

    @Test
    void everyRouteRuns() {
        assertThat(camel.getRoutes()).isNotEmpty().allSatisfy(route -> assertThat(camel.getRouteController()
                        .getRouteStatus(route.getRouteId())
                        .isStarted())
                .isTrue());
    }

    @Test
    void booksAFileAndMovesItToDone() throws Exception {
        laid("PAIRS_a.csv", HEADER + "a1,1\r\na2,2\r\n");

        assertThat(booked("a")).containsExactly("a1", "a2");
        assertThat(state("PAIRS_a.csv")).containsExactly("DONE");
        PlayedPartner.until(
                () -> work.stream().flatMap(w -> w.moving().stream()).noneMatch(m -> m.contains("PAIRS_a.csv")));
    }

    @Test
    void aSetThatSomebodyElseWasInTheWayOfIsBookedAgainAsASet() throws Exception {
        PairsFormat.conflictAt = "w2";

        laid("PAIRS_w.csv", HEADER + "w1,1\r\nw2,2\r\nw3,3\r\n");

        assertThat(booked("w")).containsExactly("w1", "w2", "w3");
        assertThat(PairsFormat.conflictAt).isEmpty();
        assertThat(PairsFormat.lastSet).isEqualTo(3);
    }

    @Test
    void theSameFileAgainChangesNothing() throws Exception {
        laid("PAIRS_b.csv", HEADER + "b1,1\r\n");
        laid("PAIRS_b.csv", HEADER + "b1,1\r\n");
        laid("PAIRS_b-copy.csv", HEADER + "b1,1\r\n");

        assertThat(booked("b")).containsExactly("b1");
    }

    @Test
    void refusesOtherContentUnderAKnownName() throws Exception {
        laid("PAIRS_c.csv", HEADER + "c1,1\r\n");

        partner.lays(PARTNER, "PAIRS_c.csv", HEADER + "c2,1\r\n");
        PlayedPartner.until(() -> partner.refused(PARTNER, "PAIRS_c.csv"));

        assertThat(partner.reason(PARTNER, "PAIRS_c.csv")).contains("同じ名前");
        assertThat(booked("c")).containsExactly("c1");
        assertThat(tasks("PAIRS_c.csv")).containsExactly("file-refused");
    }

    @Test
    void takesACorrectedFileUnderTheNameOfARefusedOne() throws Exception {
        refused("PAIRS_d.csv", "wrong,header\r\nd1,1\r\n");

        laid("PAIRS_d.csv", HEADER + "d1,1\r\n");

        assertThat(booked("d")).containsExactly("d1");
    }

    @Test
    void refusesHalfAFile() throws Exception {
        assertThat(refused("PAIRS_e.csv", HEADER + "e1,1\r\ne2,")).contains("途中で切れた");
        assertThat(booked("e")).isEmpty();
        assertThat(tasks("PAIRS_e.csv")).containsExactly("file-refused");
    }

    /** Where the machine was held up, the partner has paused for too long and begins anew with another file. */
    @Test
    void waitsForAFileThatIsStillGrowing() throws Exception {
        int attempt = 0;
        while (!grows("f" + attempt)) {
            attempt++;
        }

        var grown = "f" + attempt;
        PlayedPartner.until(() -> partner.done(PARTNER, "PAIRS_" + grown + ".csv"));

        assertThat(booked(grown)).containsExactly(grown + "-1", grown + "-2");
    }

    /** @return whether each pause was as short as it should be */
    private boolean grows(String prefix) throws Exception {
        var file = partner.in(PARTNER).resolve("PAIRS_" + prefix + ".csv");
        Files.writeString(file, HEADER + prefix + "-1,1\r\n" + prefix + "-2,");
        for (int digit = 0; digit < 8; digit++) {
            var begin = System.nanoTime();
            Files.writeString(file, "1", StandardOpenOption.APPEND);
            Thread.sleep(LONGER_THAN_A_LOOK_TAKES.toMillis());
            var there = Files.exists(file);
            if (System.nanoTime() - begin > SHORTER_THAN_AN_END.toNanos()) {
                return false;
            }
            assertThat(there).as("left alone").isTrue();
        }
        Files.writeString(file, "\r\n", StandardOpenOption.APPEND);
        return true;
    }

    @Test
    void doesNotReadTemporaryNames() throws Exception {
        Files.writeString(partner.in(PARTNER).resolve("PAIRS_g.csv.tmp"), HEADER + "g1,1\r\n");
        laid("PAIRS_g2.csv", HEADER + "h1,1\r\n");

        assertThat(booked("g")).isEmpty();
    }

    @Test
    void refusesWrongTotals() throws Exception {
        assertThat(refused("PAIRS_END_1.csv", HEADER + "i1,1\r\nEND,2\r\n")).contains("END行の件数「2」");
        assertThat(booked("i")).isEmpty();
    }

    @Test
    void refusesAnotherEncoding() throws Exception {
        partner.lays(PARTNER, "PAIRS_j.csv", (HEADER + "漢字,1\r\n").getBytes(StandardCharsets.UTF_8));
        PlayedPartner.until(() -> partner.refused(PARTNER, "PAIRS_j.csv"));

        assertThat(partner.reason(PARTNER, "PAIRS_j.csv")).contains("UTF-8");
    }

    @Test
    void refusesAnUnknownTypeOfFile() throws Exception {
        assertThat(refused("HOLIDAY_1.csv", "photo\r\n")).contains("どの種類");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PAIRS_${7*7}.csv", "PAIRS_${header.partner}.csv", "${exception}.csv", "%{x}#{y}.csv"})
    void aNameThatIsAnExpressionElsewhereIsMoved(String name) throws Exception {
        partner.lays(PARTNER, name, "wrong,header\r\n" + name + ",1\r\n");

        PlayedPartner.until(() -> !Files.exists(partner.in(PARTNER).resolve(name)));

        assertThat(tasks(name)).containsExactly("file-refused");
    }

    @Test
    void aNameOf250BytesIsRefusedWithItsReasonUnderAShorterOne() throws Exception {
        var name = "x".repeat(246) + ".csv";
        Files.writeString(partner.in(PARTNER).resolve(name), "long,name\r\n");

        PlayedPartner.until(() -> !Files.exists(partner.in(PARTNER).resolve(name)));

        assertThat(tasks(name)).containsExactly("file-refused");
        try (var refused = Files.list(partner.in(PARTNER).resolve(".refused"))) {
            assertThat(refused.map(file -> file.getFileName().toString()))
                    .filteredOn(file -> file.startsWith("xxx"))
                    .hasSize(2);
        }
    }

    @Test
    void setsBadRecordsAsideAndGoesOnWithTheGoodOnes() throws Exception {
        var rows = new StringBuilder(HEADER);
        IntStream.range(0, 120)
                .forEach(i -> rows.append(
                        i == 7
                                ? "k007,many\r\n"
                                : i == 60
                                        ? "refused-k,1\r\n"
                                        : i == 61 ? "broken-k,1\r\n" : "k%03d,1\r\n".formatted(i)));

        laid("PAIRS_k.csv", rows.toString());

        assertThat(booked("k")).hasSize(117).doesNotHaveDuplicates();
        assertThat(quarantined("PAIRS_k.csv")).containsExactly("9 value invalid", "62 key unknown", "63  fault");
        assertThat(tasks("PAIRS_k.csv")).hasSize(3).containsOnly("record-rejected");
    }

    @Test
    void ofManyBadRecordsTheFirstHaveTasksAndOneTaskTellsOfTheOthers() throws Exception {
        var rows = new StringBuilder(HEADER);
        IntStream.range(0, 150).forEach(i -> rows.append("many%03d,many\r\n".formatted(i)));

        laid("PAIRS_many.csv", rows.toString());

        assertThat(quarantined("PAIRS_many.csv")).hasSize(150);
        assertThat(tasks("PAIRS_many.csv")).hasSize(OwnTasks.MOST);
        assertThat(jdbc.sql(
                                "select reason from task where type = 'more-records-rejected' and reason like '%PAIRS_many.csv%'")
                        .query(String.class)
                        .list())
                .singleElement()
                .satisfies(reason -> assertThat(reason).contains("はじめの100件", "ほかに50件", "/partners/messages/"));
    }

    @Test
    void goesOnWhereItWasCutOff() throws Exception {
        var rows = new StringBuilder(HEADER);
        IntStream.range(0, 120).forEach(i -> rows.append("l%03d,1\r\n".formatted(i)));
        PairsFormat.dyingAt = "l070";
        partner.lays(PARTNER, "PAIRS_l.csv", rows.toString());
        PlayedPartner.until(() -> booked("l").size() >= 50);
        assertThat(partner.done(PARTNER, "PAIRS_l.csv")).isFalse();

        PairsFormat.dyingAt = "";
        PlayedPartner.until(() -> partner.done(PARTNER, "PAIRS_l.csv"));

        assertThat(booked("l")).hasSize(120).doesNotHaveDuplicates();
        assertThat(state("PAIRS_l.csv")).containsExactly("DONE");
    }

    private void laid(String name, String content) throws IOException, InterruptedException {
        Files.deleteIfExists(partner.in(PARTNER).resolve(".done").resolve(name));
        partner.lays(PARTNER, name, content);
        PlayedPartner.until(() -> partner.done(PARTNER, name));
    }

    private String refused(String name, String content) throws IOException, InterruptedException {
        partner.lays(PARTNER, name, content);
        PlayedPartner.until(() -> partner.refused(PARTNER, name));
        return partner.reason(PARTNER, name);
    }

    private List<String> booked(String prefix) {
        return jdbc.sql("select key from test_pair where key like :prefix order by 1")
                .param("prefix", prefix + "%")
                .query(String.class)
                .list();
    }

    private List<String> state(String name) {
        return jdbc.sql("select state from partner_message where file_name = :name")
                .param("name", name)
                .query(String.class)
                .list();
    }

    private List<String> quarantined(String name) {
        return jdbc.sql(
                        """
                        select r.line || ' ' || r.field || ' ' || r.code from quarantined_record r
                          join partner_message m on m.id = r.message_id
                         where m.file_name = :name order by r.line""")
                .param("name", name)
                .query(String.class)
                .list();
    }

    private List<String> tasks(String name) {
        return jdbc.sql(
                        """
                        select t.type from task t join task_subject s on s.task_id = t.id and s.kind = 'MESSAGE'
                          join partner_message m on m.id::text = s.key
                         where t.state = 'OPEN' and m.file_name = :name and t.type in ('file-refused', 'record-rejected')""")
                .param("name", name)
                .query(String.class)
                .list();
    }
}
