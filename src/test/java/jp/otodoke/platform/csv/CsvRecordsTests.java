package jp.otodoke.platform.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.otodoke.UnitTest;
import jp.otodoke.platform.csv.CsvDialect.Controls;
import jp.otodoke.platform.csv.CsvDialect.StrayQuotes;
import jp.otodoke.platform.csv.UnreadableCsv.Reason;
import jp.otodoke.platform.files.FileContent;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@UnitTest
class CsvRecordsTests {
    private static final CsvDialect EITHER =
            new CsvDialect(CharacterSets.UTF8_OR_CP932, StrayQuotes.REFUSED, Controls.NO_NUL, false, true);

    @Test
    void aCellOfTenMegabytesRefusesTheFileWithItsLine() {
        var text = "a,b\n1,2\n3," + "x".repeat(10_000_000) + "\n";

        var refused = catchThrowableOfType(
                UnreadableCsv.class, () -> CsvFile.open(FileContent.of(text.getBytes(StandardCharsets.UTF_8)), EITHER)
                        .records()
                        .forEachRemaining(record -> {}));

        assertThat(refused.reason()).isEqualTo(Reason.LONG_CELL);
        assertThat(refused.line()).isEqualTo(3);
    }

    @Property(tries = 1000)
    void anyBytesAreReadOrRefusedWithTheirPlace(
            @ForAll byte[] bytes, @ForAll StrayQuotes quotes, @ForAll Controls controls, @ForAll boolean ends) {
        read(bytes, new CsvDialect(CharacterSets.UTF8_OR_CP932, quotes, controls, ends, true));
    }

    @Property(tries = 2000)
    void anyTextIsReadOrRefusedWithItsPlace(@ForAll("csvLike") String text, @ForAll StrayQuotes quotes) {
        read(
                text.getBytes(StandardCharsets.UTF_8),
                new CsvDialect(CharacterSets.UTF8_ONLY, quotes, Controls.ALLOWED, false, false));
    }

    private static void read(byte[] bytes, CsvDialect dialect) {
        var lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\r\n|\r|\n", -1).length;
        try {
            int before = 0;
            for (var record : all(bytes, dialect)) {
                assertThat(record.line()).isGreaterThan(before);
                before = record.line();
            }
            assertThat(before).isLessThanOrEqualTo(lines);
        } catch (UnreadableCsv refused) {
            assertThat(refused.line()).isBetween(1, lines);
        }
    }

    /** What a record costs must not depend on how many others there are: the work of reading is seen in what it allocates. */
    @Test
    void twiceAsManyRowsTakeTwiceTheWork() {
        readTable(4_000);

        long once = allocatedBy(20_000);
        long twice = allocatedBy(40_000);

        assertThat(twice).isLessThan(once * 23 / 10);
    }

    private static long allocatedBy(int rows) {
        var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        readTable(rows);
        return thread.getCurrentThreadAllocatedBytes() - before;
    }

    private static void readTable(int rows) {
        var file = IntStream.range(0, rows)
                .mapToObj(i -> "S%07d,\"two\nlines\",%d\r\n".formatted(i, i))
                .collect(Collectors.joining("", "a,b,c\r\n", ""));

        var read = CsvTable.open(FileContent.of(file.getBytes(StandardCharsets.UTF_8)), EITHER)
                .rows();

        assertThat(read).hasSize(rows);
        assertThat(read.stream().mapToLong(row -> row.raw().length()).sum()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,b;1,x\"y|STRAY_QUOTE|2",
                "a,b;1,\"x\"y;2,3|STRAY_QUOTE|2",
                "a,b;\"two;lines\",\"x\"y|STRAY_QUOTE|3",
                "a,b;1,\"never;closed|OPEN_QUOTE|2",
                "a,b;\"two;lines\",\"never;closed|OPEN_QUOTE|3"
            })
    void namesTheLineOnWhichAQuoteIsWrong(String text, Reason reason, int line) {
        var refused = catchThrowableOfType(UnreadableCsv.class, () -> all(utf8(text.replace(";", "\n")), EITHER));

        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused.line()).isEqualTo(line);
    }

    @Test
    void aWrongHeaderIsReportedBeforeAQuoteBehindIt() {
        var table = CsvTable.open(FileContent.of(utf8("no,such,header\n1,\"2\"3\n")), EITHER);

        assertThat(table.header().missing(List.of(CsvColumn.of("sku")))).hasSize(1);
        assertThat(catchThrowableOfType(UnreadableCsv.class, table::rows)).isNotNull();
    }

    @Test
    void keepsEachRecordAsItStoodWithThePhysicalLineItBeginsOn() {
        var records = all(utf8("a,b\r\n\r\n1,\"x\ry\"\r2, \"\"\n\n"), dialect(StrayQuotes.TEXT));

        assertThat(records).extracting(CsvRecord::line).containsExactly(1, 3, 5);
        assertThat(records).extracting(CsvRecord::raw).containsExactly("a,b", "1,\"x\ny\"", "2, \"\"");
        assertThat(records).extracting(CsvRecord::ended).containsOnly(true);
    }

    @Test
    void knowsALineThatWasCutOff() {
        assertThat(all(utf8("a,b\n1,2"), EITHER)).extracting(CsvRecord::ended).containsExactly(true, false);
        assertThat(CsvTable.open(FileContent.of(utf8("a,b\n1")), EITHER).rows())
                .singleElement()
                .satisfies(row -> assertThat(CsvTable.cutOffIn(row)).isTrue());
    }

    @Test
    void refusesAStrayQuoteOnlyWhereItMeansMoreThanItself() {
        var file = utf8("a\n5\" pipe\n");

        assertThat(all(file, dialect(StrayQuotes.TEXT))).hasSize(2);
        assertThat(refused(file, dialect(StrayQuotes.PAIRED))).isEqualTo(Reason.UNPAIRED_QUOTES);
        assertThat(refused(file, dialect(StrayQuotes.REFUSED))).isEqualTo(Reason.STRAY_QUOTE);
        assertThat(all(utf8("a\n\"5\"\" pipe\"\n"), EITHER)).hasSize(2);
    }

    @Test
    void takesTheFirstCharacterSetInWhichEveryByteHasAMeaning() {
        assertThat(all("名前\n髙﨑①".getBytes(CharacterSets.CP932), EITHER).get(1).cells())
                .containsExactly("髙﨑①");
        assertThat(all(utf8("\uFEFF名前\n髙﨑①"), EITHER).get(0).cells()).containsExactly("名前");
        assertThat(refused(new byte[] {'a', '\n', (byte) 0xFF}, EITHER)).isEqualTo(Reason.ENCODING);
        assertThat(refused(utf8("a\n\0"), EITHER)).isEqualTo(Reason.CONTROL_CHARACTER);
        assertThat(refused(
                        utf8("漢字\n"),
                        new CsvDialect(CharacterSets.CP932_ONLY, StrayQuotes.TEXT, Controls.NONE, true, false)))
                .isEqualTo(Reason.IS_UTF8);
    }

    @Test
    void findsTwoColumnsOfOneName() {
        var header = new CsvHeader(List.of("送料", " ＳＫＵ ", "sku"));

        assertThat(header.duplicates(List.of(CsvColumn.of("送料"), CsvColumn.of("sku"))))
                .extracting(CsvColumn::name)
                .containsExactly("sku");
        assertThat(header.place(CsvColumn.second("sku"))).isEqualTo(2);
    }

    private static Reason refused(byte[] bytes, CsvDialect dialect) {
        return catchThrowableOfType(UnreadableCsv.class, () -> all(bytes, dialect))
                .reason();
    }

    private static List<CsvRecord> all(byte[] bytes, CsvDialect dialect) {
        var all = new ArrayList<CsvRecord>();
        CsvFile.open(FileContent.of(bytes), dialect).records().forEachRemaining(all::add);
        return all;
    }

    private static CsvDialect dialect(StrayQuotes quotes) {
        return new CsvDialect(CharacterSets.UTF8_ONLY, quotes, Controls.NO_NUL, false, true);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Provide
    Arbitrary<String> csvLike() {
        return Arbitraries.oneOf(Arrays.asList(
                Arbitraries.strings().withChars("a1,\"\r\n漢 ").ofMaxLength(60),
                Arbitraries.strings().ofMaxLength(30)));
    }
}
