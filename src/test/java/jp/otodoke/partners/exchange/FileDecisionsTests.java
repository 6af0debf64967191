package jp.otodoke.partners.exchange;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.otodoke.ModuleTest;
import jp.otodoke.inbox.CompleteTask;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person decides about a file that was refused, is stuck, or has many bad records, and that it is done once. */
@ModuleTest
@Import(PairsSetup.class)
class FileDecisionsTests {
    private static final String REFUSED = "file-refused";
    private static final String MORE = "more-records-rejected";
    private static final String ONE = "record-rejected";
    private static final String STUCK = "file-stuck";

    @Autowired
    private Intake intake;

    @Autowired
    private FileBooking booking;

    @Autowired
    private StuckFiles stuckFiles;

    @Autowired
    private MoreRejectedTask moreRejected;

    @Autowired
    private ResendMessage resend;

    @Autowired
    private Tasks tasks;

    @Autowired
    private CompleteTask complete;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void reset() {
        PairsFormat.reset();
    }

    @Test
    void aRefusedFileIsReadAgainOnceItsFormatIsCuredAndBookedOnce() throws Exception {
        PairsFormat.refusedName = "PAIRS_da";
        laid("PAIRS_da.csv", rows("da", 3));
        var task = only(REFUSED, "PAIRS_da.csv");

        PairsFormat.refusedName = "";
        decide(task, "READ_AGAIN", null);

        PlayedPartner.until(() -> {
            booking.resume();
            return states("PAIRS_da.csv").equals(List.of("DONE"));
        });
        assertThat(booked("da")).containsExactly("da000", "da001", "da002");
        assertOver(task, "READ_AGAIN");
        laid("PAIRS_da.csv", rows("da", 3));
        assertThat(booked("da")).hasSize(3);
        assertThat(open(REFUSED, "PAIRS_da.csv")).isEmpty();
    }

    @Test
    void otherRefusedFilesOfTheNameThatIsReadAgainNeedNobodyAnyMore() {
        PairsFormat.refusedName = "PAIRS_dk";
        laid("PAIRS_dk.csv", rows("dk", 1));
        var first = only(REFUSED, "PAIRS_dk.csv");
        laid("PAIRS_dk.csv", rows("dk-other", 1));
        assertThat(open(REFUSED, "PAIRS_dk.csv")).hasSize(2);

        PairsFormat.refusedName = "";
        decide(first, "READ_AGAIN", null);

        assertThat(open(REFUSED, "PAIRS_dk.csv")).isEmpty();
    }

    @Test
    void whatStillCanNotBeReadIsSaidAndTheTaskStaysOpen() {
        PairsFormat.refusedName = "PAIRS_db";
        laid("PAIRS_db.csv", rows("db", 1));
        var task = only(REFUSED, "PAIRS_db.csv");

        assertRefused(task, "READ_AGAIN", "PAIRS_db.csv", "まだ読めません");

        assertThat(states("PAIRS_db.csv")).containsExactly("REFUSED");
        assertThat(only(REFUSED, "PAIRS_db.csv").id()).isEqualTo(task.id());
    }

    @Test
    void aFileWhoseNameAnotherHasIsNotReadAgain() {
        laid("PAIRS_dc.csv", rows("dc", 1));
        laid("PAIRS_dc.csv", rows("dc-other", 1));

        assertRefused(only(REFUSED, "PAIRS_dc.csv"), "READ_AGAIN", "同じ名前");

        assertThat(booked("dc")).containsExactly("dc000");
    }

    @Test
    void aFileIsGivenUpOrRequestedOnlyWithAWordAndNothingOfItIsBooked() {
        for (var decision : List.of("GIVE_UP", "REQUESTED")) {
            var name = "PAIRS_%s.csv".formatted(decision);
            var wrong = "wrong,header\r\ndd-%s,1\r\n".formatted(decision);
            laid(name, wrong);
            var task = only(REFUSED, name);

            assertAsksForComment(task, decision);
            decide(task, decision, "先方の鈴木様へ電話した");

            assertOver(task, decision);
            laid(name, wrong);
            assertThat(open(REFUSED, name)).as("the same file again").isEmpty();
        }
        assertThat(booked("dd")).isEmpty();
    }

    @Test
    void aGoodFileOfThatNameClosesTheTaskByItself() {
        laid("PAIRS_de.csv", "wrong,header\r\nde,1\r\n");
        var task = only(REFUSED, "PAIRS_de.csv");

        laid("PAIRS_de.csv", rows("de", 2));

        assertThat(booked("de")).hasSize(2);
        assertOver(task, "READ_AGAIN");
        assertThat(booked("de")).hasSize(2);
    }

    @Test
    void ofManyBadRecordsThoseThatAreGoodByNowAreBookedOnceAndTheOthersAskAgain() {
        PairsFormat.unknownKey = "df";
        laid("PAIRS_df.csv", rows("df", 120));
        var first = only(MORE, "PAIRS_df.csv");
        assertThat(first.decisions()).containsExactly("RETRY_ALL", "DISMISS_ALL");
        assertThat(moreRejected.consequences(List.of(first), "RETRY_ALL").japanese())
                .contains("120");

        PairsFormat.unknownKey = "df00";
        decide(first, "RETRY_ALL", null);

        assertThat(booked("df")).hasSize(110).doesNotHaveDuplicates();
        assertThat(open(ONE, "PAIRS_df.csv")).hasSize(10);
        var second = only(MORE, "PAIRS_df.csv");
        assertThat(second.id()).isNotEqualTo(first.id());

        PairsFormat.unknownKey = "";
        decide(second, "RETRY_ALL", null);

        assertThat(booked("df")).hasSize(120).doesNotHaveDuplicates();
        assertThat(open(ONE, "PAIRS_df.csv")).isEmpty();
        assertThat(open(MORE, "PAIRS_df.csv")).isEmpty();
        assertOver(second, "RETRY_ALL");
    }

    @Test
    void ifNotOneOfManyBadRecordsCanBeBookedThatIsSaidAndTheTaskStaysOpen() {
        PairsFormat.unknownKey = "dg";
        laid("PAIRS_dg.csv", rows("dg", 101));
        var task = only(MORE, "PAIRS_dg.csv");

        assertRefused(task, "RETRY_ALL", "101");

        assertThat(only(MORE, "PAIRS_dg.csv").id()).isEqualTo(task.id());
        assertThat(booked("dg")).isEmpty();
    }

    @Test
    void manyBadRecordsAreSkippedOnlyForAReasonAndTheirTasksClose() {
        PairsFormat.unknownKey = "dh";
        laid("PAIRS_dh.csv", rows("dh", 101));
        var task = only(MORE, "PAIRS_dh.csv");
        assertAsksForComment(task, "DISMISS_ALL");
        PairsFormat.unknownKey = "";

        decide(task, "DISMISS_ALL", "試験のファイルだった");

        assertThat(open(ONE, "PAIRS_dh.csv")).isEmpty();
        assertThat(booked("dh")).isEmpty();
        assertOver(task, "RETRY_ALL");
        resend.resend(message("PAIRS_dh.csv"));
        assertThat(booked("dh")).as("what was skipped stays so").isEmpty();
    }

    @Test
    void oneRecordThatIsStillBadHoldsUpNoOther() {
        PairsFormat.unknownKey = "di";
        laid("PAIRS_di.csv", rows("di", 3) + "refused-di,1\r\nbroken-di,1\r\n");

        PairsFormat.unknownKey = "";
        resend.resend(message("PAIRS_di.csv"));

        assertThat(booked("di")).hasSize(3);
        assertThat(open(ONE, "PAIRS_di.csv")).hasSize(2);
    }

    @Test
    void aStuckFileIsClosedOnlyWithAWordAndTheNextOfItsNameAsksAgain() {
        for (var decision : List.of("REQUESTED", "REMOVED")) {
            var name = "PAIRS_%s_stuck.csv".formatted(decision);
            stuckFiles.found(PairsFormat.PARTNER, name, 10);
            var task = stuck(name);

            assertAsksForComment(task, decision);
            decide(task, decision, "置き直しを頼んだ");
            assertOver(task, decision);

            stuckFiles.found(PairsFormat.PARTNER, name, 10);
            assertThat(stuck(name).id()).isNotEqualTo(task.id());
        }
    }

    @Test
    void aFileThatIsNoLongerStuckClosesItsTaskByItself() {
        stuckFiles.found(PairsFormat.PARTNER, "PAIRS_dj.csv", 10);
        var task = stuck("PAIRS_dj.csv");

        stuckFiles.gone(PairsFormat.PARTNER, "PAIRS_dj.csv");

        assertThatThrownBy(() -> decide(task, "REMOVED", "もうない")).isInstanceOf(Refusal.class);
    }

    private void laid(String name, String content) {
        var file = content.startsWith("wrong") ? content : PairsFormat.HEADER + content;
        intake.take(PairsFormat.PARTNER, name, FileContent.of(file.getBytes(US_ASCII)), true);
    }

    private static String rows(String prefix, int number) {
        return IntStream.range(0, number)
                .mapToObj(n -> "%s%03d,1\r\n".formatted(prefix, n))
                .collect(Collectors.joining());
    }

    private void decide(OpenTask task, String decision, @Nullable String comment) {
        complete.complete(task.id(), decision, comment, Map.of(), "tester");
    }

    private void assertAsksForComment(OpenTask task, String decision) {
        assertThatThrownBy(() -> decide(task, decision, " "))
                .isInstanceOfSatisfying(InvalidInput.class, wrong -> assertThat(wrong.problems())
                        .extracting("field", "code")
                        .containsExactly(tuple("comment", "required")));
        assertThat(tasks.find(task.id())).isPresent();
    }

    private void assertRefused(OpenTask task, String decision, String... words) {
        assertThatThrownBy(() -> decide(task, decision, "もう一度"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.words().japanese()).contains(words));
        assertThat(tasks.find(task.id())).isPresent();
    }

    private void assertOver(OpenTask task, String decision) {
        assertThat(tasks.find(task.id())).isEmpty();
        assertThatThrownBy(() -> decide(task, decision, "もう一度")).isInstanceOf(Refusal.class);
    }

    private OpenTask only(String type, String fileName) {
        var open = open(type, fileName);
        assertThat(open).as(type + " of " + fileName).hasSize(1);
        return open.get(0);
    }

    private List<OpenTask> open(String type, String fileName) {
        return jdbc
                .sql(
                        """
                        select distinct t.id from task t join task_subject s on s.task_id = t.id and s.kind = 'MESSAGE'
                          join partner_message m on m.id::text = s.key
                         where t.state = 'OPEN' and t.type = :type and m.file_name = :name""")
                .param("type", type)
                .param("name", fileName)
                .query(Long.class)
                .list()
                .stream()
                .flatMap(id -> tasks.find(id).stream())
                .toList();
    }

    private OpenTask stuck(String fileName) {
        return jdbc.sql("select id from task where type = :type and state = 'OPEN' and reason like :name")
                .param("type", STUCK)
                .param("name", "%" + fileName + "%")
                .query(Long.class)
                .optional()
                .flatMap(tasks::find)
                .orElseThrow();
    }

    private long message(String fileName) {
        return jdbc.sql("select id from partner_message where file_name = ?")
                .param(fileName)
                .query(Long.class)
                .single();
    }

    private List<String> states(String fileName) {
        return jdbc.sql("select state from partner_message where file_name = ? order by id")
                .param(fileName)
                .query(String.class)
                .list();
    }

    private List<String> booked(String prefix) {
        return jdbc.sql("select key from test_pair where key like ? order by 1")
                .param(prefix + "%")
                .query(String.class)
                .list();
    }
}
