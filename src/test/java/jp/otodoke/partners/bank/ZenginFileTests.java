package jp.otodoke.partners.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import jp.otodoke.UnitTest;
import jp.otodoke.partners.bank.ZenginContent.Entry;
import jp.otodoke.partners.exchange.FileRecord;
import jp.otodoke.payments.NewDeposit;
import jp.otodoke.platform.csv.CharacterSets;
import jp.otodoke.platform.files.FileContent;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@UnitTest
class ZenginFileTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final Path SAMPLE = Path.of("../shared/formats/samples/zengin01_formatA_crlf.txt");
    private static final ZenginLayout LAYOUT = new Zengin01();

    @Test
    void readsTransfersWithAndWithoutLineBreaks() {
        var file = ZenginText.file()
                .transfer("081127", 8640, "ｻﾄｳ ｹﾝｼﾞ")
                .transfer("081127", 12000, "ｶ)ｱｵｿﾞﾗ")
                .trailer()
                .end();

        assertThat(read(file.crlf())).isEqualTo(read(file.unbroken()));
        assertThat(read(file.crlf())).hasSize(2).first().satisfies(row -> {
            assertThat(row.date()).isEqualTo(TODAY);
            assertThat(row.amount()).isEqualTo(8640);
            assertThat(row.remitterKana()).isEqualTo("ｻﾄｳ ｹﾝｼﾞ");
            assertThat(row.account()).isEqualTo("9999-001-1-1234567");
            assertThat(row.record()).isEqualTo(2);
        });
    }

    @Test
    void aFileInAnotherEncodingIsRefusedForThatAndNothingElse() {
        var file =
                ZenginText.file().transfer("081127", 8640, "ｻﾄｳ ｹﾝｼﾞ").trailer().end();

        refusedForItsEncoding(new String(file.crlf(), CharacterSets.CP932).getBytes(StandardCharsets.UTF_8), "utf-8");
        refusedForItsEncoding(
                new String(file.unbroken(), CharacterSets.CP932).getBytes(StandardCharsets.UTF_8), "utf-8");
        refusedForItsEncoding(
                new String(file.crlf(), CharacterSets.CP932).getBytes(Charset.forName("IBM290")), "ebcdic");
    }

    private static void refusedForItsEncoding(byte[] file, String reason) {
        assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(ZenginRefused.class, refused -> {
            var problem = refused.problems().get(0);
            assertThat(problem.record()).isEqualTo(1);
            assertThat(problem.code()).isEqualTo("encoding");
            assertThat(problem.reason()).isEqualTo(reason);
        });
    }

    @Test
    void kanaThatWouldBeUtf8ByChanceAreKana() {
        var file = ZenginText.file().transfer("081127", 8640, "ﾃｱ").trailer().end();

        assertThat(read(file.crlf()))
                .singleElement()
                .extracting(BankRow::remitterKana)
                .isEqualTo("ﾃｱ");
    }

    @Test
    void readsFieldsThatAreFilledUpWithBinaryZeros() {
        var file = ZenginText.file()
                .transfer("081127", 8640, "ｻﾄｳ ｹﾝｼﾞ\0\0\0\0")
                .trailer()
                .end()
                .crlf();

        assertThat(read(file)).singleElement().extracting(BankRow::remitterKana).isEqualTo("ｻﾄｳ ｹﾝｼﾞ");
    }

    @Test
    void namesAFaultInAFieldOfBinaryZerosByTextThatCanBeStored() {
        var file = ZenginText.file()
                .add("2\0\0\0\0\0\0" + "\0".repeat(192))
                .trailer(1, 500)
                .end()
                .crlf();

        assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(ZenginRefused.class, refused -> assertThat(
                        BankTexts.fieldProblems(refused.problems()))
                .allSatisfy(problem -> assertThat(problem.message()).doesNotContain("\0")));
    }

    @Test
    void readsAmountsOfTwelveDigitsInFormatB() {
        var rows = read(ZenginText.file()
                .large("081127", 12_345_678_901L, "ｶ)ｵｵｸﾁ")
                .trailer()
                .end()
                .crlf());

        assertThat(rows).singleElement().extracting(BankRow::amount).isEqualTo(12_345_678_901L);
    }

    @Test
    void marksRowsThatTakeAnEarlierOneBack() {
        var rows = read(ZenginText.file()
                .transfer("081127", 500, "ﾔﾏﾀﾞ")
                .cancelled("081127", 500, "ﾔﾏﾀﾞ")
                .trailer()
                .end()
                .crlf());

        assertThat(rows).extracting(BankRow::cancel).containsExactly(false, true);
    }

    @Test
    void givesEqualRowsReferencesOfTheirOwn() {
        var rows = "2      081127081127000000050000000000000000000000" + ZenginText.pad("ﾔﾏﾀﾞ", 48);
        var file = ZenginText.file().add(rows).add(rows).trailer(2, 1000).end().crlf();

        var deposits = deposits(file);

        assertThat(deposits).extracting("bankReference").doesNotHaveDuplicates();
        assertThat(deposits(file)).isEqualTo(deposits);
    }

    @Test
    void refusesTotalsThatDoNotAddUp() {
        refused(
                ZenginText.file()
                        .transfer("081127", 500, "ﾔﾏﾀﾞ")
                        .trailer(1, 501)
                        .end()
                        .crlf(),
                3,
                8,
                "振込合計金額");
        refused(
                ZenginText.file()
                        .transfer("081127", 500, "ﾔﾏﾀﾞ")
                        .trailer(2, 500)
                        .end()
                        .crlf(),
                3,
                2,
                "振込合計件数");
    }

    @Test
    void refusesAFileWithoutItsEndOrInDisorder() {
        refused(ZenginText.file().transfer("081127", 500, "ﾔﾏﾀﾞ").trailer().crlf(), 3, 1, "データ区分");
        refused(ZenginText.file().trailer().trailer().end().crlf(), 3, 1, "データ区分");
        refused(new byte[0], 1, 1, "レコード");
        var whole = ZenginText.file()
                .transfer("081127", 500, "ﾔﾏﾀﾞ")
                .trailer()
                .end()
                .crlf();
        refused(Arrays.copyOf(whole, 300), 2, 1, "レコード");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                "\r",
                "\r\n",
                "\r\n\r\n",
                "\0\0\0",
                "   ",
                "\u001A",
                "\u001A\u001A",
                "\r\n\u001A",
                "\u001A\r\n",
                "\f",
                "\r\n\f",
                "\t\t",
                "\u000B"
            })
    void readsAFileWithLineBreaksOrFillerBehindTheEndRecord(String filler) {
        var file = ZenginText.file().transfer("081127", 500, "ﾔﾏﾀﾞ").trailer().end();

        assertThat(read(followedBy(file.crlf(), filler))).hasSize(1);
        assertThat(read(followedBy(file.unbroken(), filler))).hasSize(1);
    }

    @Test
    void readsAFileFilledUpToBlocks() {
        var file = ZenginText.file().transfer("081127", 500, "ﾔﾏﾀﾞ").trailer().end();

        assertThat(read(Arrays.copyOf(file.unbroken(), 1024))).hasSize(1);
        assertThat(read(followedBy(file.crlf(), " ".repeat(1024)))).hasSize(1);
    }

    @Test
    void refusesDataBehindTheEndRecord() {
        var file = ZenginText.file()
                .transfer("081127", 500, "ﾔﾏﾀﾞ")
                .trailer()
                .end()
                .crlf();

        refused(followedBy(file, "2" + "0".repeat(199)), 5, 1, "データ区分");
        refused(followedBy(file, "9" + " ".repeat(199)), 5, 1, "データ区分");
        refused(followedBy(file, "2" + "0".repeat(88)), 5, 1, "レコード");
        refused(followedBy(file, "\u001A2" + "0".repeat(198)), 5, 1, "データ区分");
        refused(followedBy(file, "\r\n2" + "0".repeat(199)), 5, 1, "レコード");
    }

    private static byte[] followedBy(byte[] file, String text) {
        var more = text.getBytes(StandardCharsets.US_ASCII);
        var whole = Arrays.copyOf(file, file.length + more.length);
        System.arraycopy(more, 0, whole, file.length, more.length);
        return whole;
    }

    @Test
    void refusesAmountsThatAreNoNumbers() {
        refused(
                ZenginText.file()
                        .add("2000001081127081127" + "00000A0500" + "0".repeat(20) + "ﾔﾏﾀﾞ")
                        .trailer(1, 500)
                        .end()
                        .crlf(),
                2,
                20,
                "金額");
    }

    @Test
    void setsARowWithAnImpossibleDateAside() {
        var entries = entries(
                LAYOUT,
                ZenginText.file()
                        .transfer("081127", 500, "ﾔﾏﾀﾞ")
                        .transfer("081332", 700, "ｽｽﾞｷ")
                        .trailer()
                        .end()
                        .crlf());

        assertThat(entries).extracting(Entry::row).hasSize(2).last().isNull();
        assertThat(entries.get(1).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.record()).isEqualTo(3);
            assertThat(problem.position()).isEqualTo(8);
            assertThat(problem.field()).isEqualTo("勘定日");
        });
    }

    @Test
    void readsYearsOfTheEraAndRefusesDatesFarAhead() {
        assertThat(EraDate.read("081127", TODAY)).contains(TODAY);
        assertThat(EraDate.read("310401", TODAY)).contains(LocalDate.of(2019, 4, 1));
        assertThat(EraDate.read("261127", TODAY)).contains(TODAY);
        assertThat(EraDate.read("090331", TODAY)).isEmpty();
        assertThat(EraDate.read("080230", TODAY)).isEmpty();
    }

    @Test
    void readsTransfersAndCorrectionsOfAnAccountStatement() {
        var file = statement("1", "11", 8640, "ｻﾄｳ")
                .add(movement("2", "19", 8640, "ｻﾄｳ"))
                .add(movement("1", "10", 300, ""))
                .add("8" + "000002" + "%013d".formatted(8940) + "000001" + "%013d".formatted(8640) + " "
                        + "0".repeat(14) + "0000003")
                .add("9" + "0000000006" + "00001");

        var rows = entries(new Zengin03(), file.crlf()).stream().map(Entry::row).toList();

        assertThat(rows).extracting(BankRow::cancel).containsExactly(false, true);
        assertThat(rows.get(0).account()).isEqualTo("9999-001-1-1234567");
    }

    @Property(tries = 300)
    void neverStumblesOverBytesThatChanged(
            @ForAll @IntRange(min = 0, max = 1009) int at,
            @ForAll byte value,
            @ForAll @IntRange(max = 1010) int length) {
        var file = ZenginText.file()
                .transfer("081127", 8640, "ｻﾄｳ")
                .transfer("081127", 1, "ﾀﾅｶ")
                .trailer()
                .end()
                .crlf();
        file[at] = value;
        var cut = Arrays.copyOf(file, length);

        try {
            assertThat(read(cut)).allSatisfy(row -> assertThat(row.amount()).isPositive());
        } catch (ZenginRefused refused) {
            assertThat(refused.problems()).isNotEmpty();
        }
    }

    @Property(tries = 20)
    void readsALongFileInPartsWhereverItsRecordsBegin(
            @ForAll @IntRange(min = 1, max = 900) int rows, @ForAll boolean broken) {
        var file = ZenginText.file();
        for (int row = 1; row <= rows; row++) {
            file.transfer("081127", row, "ｻﾄｳ " + "ｱ".repeat(row % 30));
        }
        file.trailer().end();

        assertThat(read(broken ? file.crlf() : file.unbroken()))
                .extracting(BankRow::amount)
                .isEqualTo(LongStream.rangeClosed(1, rows).boxed().toList());
    }

    static boolean sampleIsThere() {
        return Files.exists(SAMPLE);
    }

    @Test
    @EnabledIf("sampleIsThere")
    void readsTheSampleOfTheFormatDescription() throws IOException {
        assertThat(read(Files.readAllBytes(SAMPLE))).hasSize(2);
    }

    private static ZenginText statement(String inOut, String kind, long amount, String remitter) {
        var file = new ZenginText();
        return file.add("1" + "03" + "0" + "081127" + "081127" + "081127" + "9999" + ZenginText.pad("ﾃｽﾄ", 15) + "001"
                        + ZenginText.pad("ﾎﾝﾃﾝ", 15) + "000" + "1" + "0001234567" + ZenginText.pad("ｶ)ﾐﾎﾝ", 40))
                .add(movement(inOut, kind, amount, remitter));
    }

    private static String movement(String inOut, String kind, long amount, String remitter) {
        return "2" + "00000001" + "081127" + "081127" + inOut + kind + "%012d".formatted(amount) + "0".repeat(12)
                + " ".repeat(12) + " " + " ".repeat(7) + "   " + " ".repeat(10) + ZenginText.pad(remitter, 48);
    }

    private static List<BankRow> read(byte[] file) {
        return entries(LAYOUT, file).stream()
                .map(Entry::row)
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<Entry> entries(ZenginLayout layout, byte[] file) {
        var content = ZenginFile.read(layout, FileContent.of(file), TODAY);
        return content.entries(0, content.size());
    }

    private static List<NewDeposit> deposits(byte[] file) {
        return new DepositFile(ZenginFile.read(LAYOUT, FileContent.of(file), TODAY))
                .stream().map(FileRecord::get).toList();
    }

    private static void refused(byte[] file, int record, int position, String field) {
        assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(ZenginRefused.class, refused -> {
            var first = refused.problems().get(0);
            assertThat(first.record()).isEqualTo(record);
            assertThat(first.position()).isEqualTo(position);
            assertThat(first.field()).isEqualTo(field);
        });
    }
}
