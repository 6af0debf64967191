package jp.otodoke.partners.convenience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.otodoke.UnitTest;
import jp.otodoke.partners.exchange.FileRecord;
import jp.otodoke.partners.exchange.FileRefused;
import jp.otodoke.payments.SlipIssuer;
import jp.otodoke.payments.SlipNotice;
import jp.otodoke.payments.SlipNotice.Kind;
import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.platform.files.FileContent;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@UnitTest
class DskFormatTests {
    private static final Path SAMPLES = Path.of("src/test/resources/convenience");
    private static final SlipIssuer ISSUER = new SlipIssuer("929023", "25207");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final String BARCODE = "91929023252070000010123499900199999900106050";
    private static final String GOOD =
            "01,20261126,1815,EAN" + BARCODE + ",000001,01234999001,0,10605,010,\"セブン－イレブン\",110001,0,20261127";

    @Test
    void readsThePaymentOfASlip() {
        assertThat(read(GOOD).get(0).get()).satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(Kind.PRELIMINARY);
            assertThat(notice.slip().value()).isEqualTo("00000101234999001");
            assertThat(notice.paidAt()).isEqualTo(Instant.parse("2026-11-26T09:15:00Z"));
            assertThat(notice.amount().amount()).isEqualTo(10_605);
            assertThat(notice.store()).isEqualTo("セブン－イレブン");
            assertThat(notice.transferOn()).isNull();
            assertThat(notice.record()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @CsvSource({"01, PRELIMINARY", "02, FINAL", "03, WITHDRAWN", "12, POSTAL", "22, POSTAL_CORRECTED", "81, REALTIME"})
    void knowsAllKinds(String code, Kind kind) {
        var text = new String(DskText.file().row(code, TODAY, BARCODE, 10_605).bytes(), DskText.CP932);

        assertThat(records(text.getBytes(DskText.CP932)).get(0).get().kind()).isEqualTo(kind);
    }

    @Test
    void readsTheBarcodeWithoutItsPrefix() {
        assertThat(read(GOOD.replace("EAN", "")))
                .allSatisfy(record -> assertThat(record.mistakes()).isEmpty());
    }

    @Test
    void readsTheTestDataOfTheAgencyWhoseLastLineHasNoEnd() throws IOException {
        var sample = Files.readAllBytes(SAMPLES.resolve("dsk_cvs_test.csv"));

        var records = records(sample);

        assertThat(records).hasSize(16).allSatisfy(record -> assertThat(record.mistakes())
                .isEmpty());
        assertThat(records.get(7).get().transferOn()).isEqualTo(LocalDate.of(2024, 1, 24));
        assertThat(records.stream().map(record -> record.get().kind()))
                .containsOnly(Kind.PRELIMINARY, Kind.WITHDRAWN, Kind.POSTAL, Kind.POSTAL_CORRECTED, Kind.FINAL);
    }

    @Test
    void refusesWhatTheAgencyAnswersInPlaceOfData() throws IOException {
        var answer = Files.readAllBytes(SAMPLES.resolve("dsk_cvs_error.csv"));

        assertThatThrownBy(() -> records(answer)).isInstanceOfSatisfying(FileRefused.class, refused -> {
            assertThat(refused.code()).isEqualTo("agency-error");
            assertThat(refused.reason().japanese()).contains("CVS055_4203");
        });
    }

    /** The kind stands at byte 1, the day at 4, the time at 13, the bar code at 18, the amount at 87. */
    @ParameterizedTest
    @CsvSource({
        "'01,2026', '09,2026', 1, 種別, unknown-kind",
        "'20261126,1815', '20261131,1815', 4, 収納日, not-a-date",
        "'20261126,1815', '20261129,1815', 4, 収納日, in-the-future",
        "'1815', '2460', 13, 収納時刻, not-a-time",
        "'EAN91', 'EAN92', 21, バーコード情報, barcode.identifier",
        "'106050,', '106051,', 64, バーコード情報, barcode.check-digit",
        "'106050,', '10605,', 64, バーコード情報, barcode.length",
        "',0,10605,', ',2,10605,', 85, 印紙フラグ, not-a-flag",
        "',0,10605,', ',0,0,', 87, 金額, not-an-amount",
        "',0,10605,', ',0,10.5,', 87, 金額, not-an-amount",
        "'20261127', '2026112X', 125, データ作成日, not-a-date"
    })
    void namesTheByteAtWhichARowIsWrong(String from, String to, int position, String field, String reason) {
        assertThat(read(GOOD.replace(from, to)).get(0).mistakes())
                .singleElement()
                .satisfies(mistake -> {
                    assertThat(mistake.line()).isEqualTo(2);
                    assertThat(mistake.position()).isEqualTo(position);
                    assertThat(mistake.field()).isEqualTo(field);
                    assertThat(mistake.reason()).isEqualTo(reason);
                    assertThat(DskTexts.withPlace(mistake).japanese()).contains("2行目", position + "バイト目", field);
                    assertThat(DskTexts.of(mistake).japanese()).doesNotContain("dsk.problem");
                });
    }

    @Test
    void theConfirmationSaysWhenTheMoneyComes() {
        assertThat(read(GOOD.replaceFirst("^01", "02")).get(0).mistakes())
                .singleElement()
                .satisfies(mistake -> {
                    assertThat(mistake.field()).isEqualTo("振込日");
                    assertThat(mistake.position()).isEqualTo(123);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "91900000999990000000000000012027013100059805, 23, barcode.issuer",
        "91929023999990000000000000012027013100059807, 29, barcode.company"
    })
    void aSlipOfSomebodyElseIsNotTaken(String barcode, int position, String reason) {
        assertThat(read(GOOD.replace(BARCODE, barcode)).get(0).mistakes())
                .filteredOn(mistake -> mistake.field().equals("バーコード情報"))
                .singleElement()
                .satisfies(mistake -> {
                    assertThat(mistake.position()).isEqualTo(position);
                    assertThat(mistake.reason()).isEqualTo(reason);
                });
    }

    @Test
    void everyMistakeOfARowIsNamed() {
        assertThat(read("99,x,y,z,,,,,,,,,").get(0).mistakes())
                .extracting(Mistake::field)
                .containsExactly("種別", "収納日", "収納時刻", "バーコード情報", "印紙フラグ", "金額", "データ作成日");
    }

    @Test
    void aRowWithAFieldMoreOrLessRefusesTheFile() {
        refused(GOOD + ",1", "wrong-width");
        refused(GOOD.substring(0, GOOD.lastIndexOf(',')), "wrong-width");
    }

    @Test
    void aFileThatEndsInTheMiddleOfItsLastRowIsRefused() {
        var whole = DskText.file().row(GOOD).row(GOOD).bytes();
        var cut = Arrays.copyOf(whole, whole.length - 4);

        assertThatThrownBy(() -> records(cut))
                .isInstanceOfSatisfying(
                        FileRefused.class, refused -> assertThat(refused.code()).isEqualTo("cut-off"));
    }

    @Test
    void anotherHeaderOrCharacterSetRefusesTheFile() {
        assertThatThrownBy(() -> records("a,b\r\n1,2\r\n".getBytes(DskText.CP932)))
                .isInstanceOf(FileRefused.class);
        assertThatThrownBy(() -> records((DskText.HEADER + "\r\n" + GOOD + "\r\n").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(FileRefused.class);
        assertThatThrownBy(() -> records(new byte[0])).isInstanceOf(FileRefused.class);
    }

    @Property(tries = 300)
    void anyBytesAreRefusedOrRead(@ForAll @Size(max = 200) byte[] bytes) {
        refusedOrRead(bytes);
    }

    @Property(tries = 500)
    void aDamagedFileIsRefusedOrItsRowsAreRead(
            @ForAll @IntRange(max = 900) int place, @ForAll byte damage, @ForAll @IntRange(max = 2) int cut) {
        var bytes = DskText.file().row(GOOD).row(GOOD).row(GOOD).bytes();
        bytes[place % bytes.length] = damage;

        refusedOrRead(cut == 0 ? Arrays.copyOf(bytes, place % bytes.length) : bytes);
    }

    private static void refusedOrRead(byte[] bytes) {
        try {
            assertThat(records(bytes)).allSatisfy(record -> assertThat(record.value() == null)
                    .isEqualTo(!record.mistakes().isEmpty()));
        } catch (FileRefused refused) {
            assertThat(refused.problems()).isNotEmpty();
        }
    }

    private static void refused(String row, String code) {
        assertThatThrownBy(() -> read(row)).isInstanceOfSatisfying(FileRefused.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.reason().japanese()).contains("2行目", "バイト目");
        });
    }

    private static List<FileRecord<SlipNotice>> read(String row) {
        return records(DskText.file().row(row).bytes());
    }

    private static List<FileRecord<SlipNotice>> records(byte[] bytes) {
        return DskFile.rows(FileContent.of(bytes)).stream()
                .map(row -> new DskRow(row, Optional.of(ISSUER), TODAY).read())
                .toList();
    }
}
