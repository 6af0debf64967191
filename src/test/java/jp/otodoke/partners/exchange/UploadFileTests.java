package jp.otodoke.partners.exchange;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.Elapsed;
import jp.otodoke.partners.exchange.FileImport.State;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An upload goes through the intake: whatever happens to it, its sender is told right, and nothing is booked twice. */
@ModuleTest
@Import(PairsSetup.class)
class UploadFileTests {
    @Autowired
    private UploadFile uploadFile;

    @Autowired
    private FileImports imports;

    @Autowired
    private ExchangedMessages messages;

    @Autowired
    private FileBooking booking;

    @Autowired
    private Intake intake;

    @Autowired
    private PairsFormat pairs;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Elapsed elapsed;

    @AfterEach
    void alive() {
        PairsFormat.dyingAt = "";
    }

    @Test
    void isStoredWithItsBytesAndBookedBeforeItsSenderIsAnswered() {
        var done = upload("ua", 120);

        assertThat(done)
                .extracting(FileImport::state, FileImport::records, FileImport::booked, FileImport::created)
                .containsExactly(State.DONE, 120, 120, 120);
        assertThat(booked("ua")).hasSize(120);
        assertThat(jdbc.sql(
                                "select length(content) > 0 and sha256 <> '' and processed_at is not null from partner_message where id = ?")
                        .param(done.id())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void theSameFileAgainIsReportedRecordByRecordAndBooksNothingTwice() {
        upload("ub", 60);

        var again = upload("ub", 60);

        assertThat(again)
                .extracting(FileImport::created, FileImport::existing, FileImport::rejected)
                .containsExactly(0, 60, 0);
        assertThat(booked("ub")).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void aFileThatWasTakenFromTheFolderIsReportedAsExisting() {
        intake.take(PairsFormat.PARTNER, "PAIRS_uc.csv", FileContent.of(file("uc", 10)), true);

        assertThat(upload("uc", 10))
                .extracting(FileImport::created, FileImport::existing)
                .containsExactly(0, 10);
        assertThat(intake.take(PairsFormat.PARTNER, "PAIRS_uc2.csv", FileContent.of(file("uc", 10)), true)
                        .state())
                .isEqualTo(IntakeResult.State.BOOKED);
        assertThat(booked("uc")).hasSize(10);
    }

    @Test
    void badRecordsAreReportedWithLineFieldAndReasonAndTheOthersAreBooked() {
        var file = rows("ud", 60) + "ud-many,many\r\nrefused-ud,1\r\nbroken-ud,1\r\n";

        var done =
                uploadFile.take(pairs, "PAIRS_ud.csv", FileContent.of((PairsFormat.HEADER + file).getBytes(US_ASCII)));

        assertThat(done)
                .extracting(FileImport::records, FileImport::created, FileImport::rejected)
                .containsExactly(63, 60, 3);
        assertThat(done.errors())
                .extracting(e -> e.line() + " " + e.field() + " " + e.code())
                .containsExactly("62 value invalid", "63 key unknown", "64  fault");
        assertThat(done.errors().get(1).words().japanese()).isEqualTo("このキーはありません。");
        assertThat(done.errors().get(1).row()).isEqualTo("refused-ud,1");
    }

    @Test
    void anUploadWhoseWorkWasCutOffIsFinishedByTheNextWhoLooks() {
        PairsFormat.dyingAt = "ue070";
        assertThatThrownBy(() -> upload("ue", 120)).isInstanceOf(OutOfMemoryError.class);
        var id = first("PAIRS_ue.csv");
        assertThat(imports.get(id))
                .extracting(FileImport::state, FileImport::booked)
                .containsExactly(State.RUNNING, 50);

        PairsFormat.dyingAt = "";
        booking.resume();

        assertThat(imports.get(id))
                .extracting(FileImport::state, FileImport::booked, FileImport::created)
                .containsExactly(State.DONE, 120, 120);
        assertThat(booked("ue")).hasSize(120).doesNotHaveDuplicates();
    }

    @Test
    void anUploadOfANodeThatIsGoneIsFinishedByAnother() {
        PairsFormat.dyingAt = "uf070";
        assertThatThrownBy(() -> upload("uf", 120)).isInstanceOf(OutOfMemoryError.class);
        var id = first("PAIRS_uf.csv");
        elapsed.killedWhileBooking(id);

        PairsFormat.dyingAt = "";
        booking.resume();

        assertThat(imports.get(id).state()).isEqualTo(State.DONE);
        assertThat(booked("uf")).hasSize(120).doesNotHaveDuplicates();
    }

    @Test
    void sentAgainAfterItWasCutOffItAnswersForEveryRecord() {
        PairsFormat.dyingAt = "ug070";
        assertThatThrownBy(() -> upload("ug", 120)).isInstanceOf(OutOfMemoryError.class);

        PairsFormat.dyingAt = "";
        var again = upload("ug", 120);
        booking.resume();

        assertThat(again.created() + again.existing()).isEqualTo(120);
        assertThat(again.rejected()).isZero();
        assertThat(booked("ug")).hasSize(120).doesNotHaveDuplicates();
        assertThat(imports.get(first("PAIRS_ug.csv")).state()).isEqualTo(State.DONE);
    }

    @Test
    void halfAFileIsRefusedWholeAndStored() {
        var whole = file("uh", 20);
        var half = Arrays.copyOf(whole, whole.length - 3);

        assertThatThrownBy(() -> uploadFile.take(pairs, "PAIRS_uh.csv", FileContent.of(half)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.problems().get(0).code()).isEqualTo("cut-off"));

        assertThat(booked("uh")).isEmpty();
        assertThat(imports.get(first("PAIRS_uh.csv")).state()).isEqualTo(State.REFUSED);
        assertThat(intake.take(PairsFormat.PARTNER, "PAIRS_uh.csv", FileContent.of(whole), true)
                        .state())
                .isEqualTo(IntakeResult.State.BOOKED);
    }

    @Test
    void triedOutNothingIsStoredOrBooked() {
        var file = (PairsFormat.HEADER + rows("ui", 55) + "refused-ui,1\r\n").getBytes(US_ASCII);

        var would = uploadFile.dryRun(pairs, "PAIRS_ui.csv", FileContent.of(file));

        assertThat(would)
                .extracting(FileImport::records, FileImport::created, FileImport::rejected)
                .containsExactly(56, 55, 1);
        assertThat(booked("ui")).isEmpty();
        assertThat(jdbc.sql("select count(*) from partner_message where file_name = 'PAIRS_ui.csv'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void canBeStoppedAndWhatWasBookedStays() {
        PairsFormat.dyingAt = "uj070";
        assertThatThrownBy(() -> upload("uj", 120)).isInstanceOf(OutOfMemoryError.class);
        var id = first("PAIRS_uj.csv");

        imports.stop(id);
        PairsFormat.dyingAt = "";
        booking.resume();

        assertThat(imports.get(id))
                .extracting(FileImport::state, FileImport::booked, FileImport::created)
                .containsExactly(State.STOPPED, 50, 50);
        assertThat(booked("uj")).hasSize(50);
        assertThatThrownBy(() -> imports.stop(id)).isInstanceOf(Refusal.class);
        assertThat(upload("uj", 120))
                .extracting(FileImport::created, FileImport::existing)
                .containsExactly(70, 50);
    }

    @Test
    void inTheBackgroundItsProgressIsShownUntilItIsDone() throws InterruptedException {
        var begun = uploadFile.take(pairs, "PAIRS_uk.csv", FileContent.of(file("uk", 500)), Duration.ZERO);

        assertThat(begun.state()).isIn(State.RUNNING, State.DONE);
        PlayedPartner.until(() -> !imports.get(begun.id()).running());

        assertThat(imports.get(begun.id()))
                .extracting(FileImport::state, FileImport::booked, FileImport::created)
                .containsExactly(State.DONE, 500, 500);
    }

    @Test
    void whatTakesTooLongForItsSenderToWaitIsFinishedInTheBackground() throws InterruptedException {
        var begun = uploadFile.take(pairs, "PAIRS_um.csv", FileContent.of(file("um", 500)), Duration.ofMillis(1));

        PlayedPartner.until(() -> !imports.get(begun.id()).running());
        assertThat(imports.get(begun.id()).created()).isEqualTo(500);
        assertThat(booked("um")).hasSize(500).doesNotHaveDuplicates();
    }

    @Test
    void aDryRunSaysWhatItHadNoTimeToTry() {
        var would = uploadFile.dryRun(pairs, "PAIRS_un.csv", FileContent.of(file("un", 120)), Duration.ZERO);

        assertThat(would)
                .extracting(FileImport::records, FileImport::booked, FileImport::created)
                .containsExactly(120, 0, 0);
        assertThat(would.errors()).extracting(e -> e.line() + " " + e.code()).containsExactly("2 not-tried");
    }

    @Test
    void aLargeFileIsStoredInPartsAndReadBackAsItCame() {
        var file = (PairsFormat.HEADER + rows("uo", 400_000) + "cut").getBytes(US_ASCII);

        assertThatThrownBy(() -> uploadFile.take(pairs, "PAIRS_uo.csv", FileContent.of(file)))
                .isInstanceOf(InvalidInput.class);

        var id = first("PAIRS_uo.csv");
        assertThat(jdbc.sql("select count(*) from partner_message_part where message_id = ?")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isPositive();
        try (var stored = messages.content(id)) {
            assertThat(stored.sha256()).isEqualTo(FileContent.of(file).sha256());
            assertThat(stored.read(file.length - 3, 10)).isEqualTo("cut".getBytes(US_ASCII));
        }
        assertThat(messages.get(id).size()).isEqualTo(file.length);
        assertThat(messages.beginning(id, 20)).isEqualTo(Arrays.copyOf(file, 20));
    }

    @Test
    void theAuditTrailSaysWhatWasReallyBooked() {
        upload("ul", 3);
        upload("ul", 3);

        assertThat(jdbc.sql(
                                "select detail from audit_entry where action = 'file-imported' and subject = 'PAIRS_ul.csv' order by id")
                        .query(String.class)
                        .list())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("PAIRS: created=3 existing=0 updated=0 rejected=0 of 3"),
                        second -> assertThat(second).startsWith("PAIRS: created=0 existing=3"));
    }

    private FileImport upload(String prefix, int rows) {
        return uploadFile.take(pairs, "PAIRS_" + prefix + ".csv", FileContent.of(file(prefix, rows)));
    }

    private static byte[] file(String prefix, int rows) {
        return (PairsFormat.HEADER + rows(prefix, rows)).getBytes(US_ASCII);
    }

    private static String rows(String prefix, int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> prefix + "%03d,1\r\n".formatted(i))
                .collect(Collectors.joining());
    }

    private long first(String name) {
        return jdbc.sql("select min(id) from partner_message where file_name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    private List<String> booked(String prefix) {
        return jdbc.sql("select key from test_pair where key like :prefix order by 1")
                .param("prefix", prefix + "%")
                .query(String.class)
                .list();
    }
}
