package jp.otodoke.platform.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.otodoke.UnitTest;
import jp.otodoke.platform.csv.CsvDialect.Controls;
import jp.otodoke.platform.csv.CsvDialect.StrayQuotes;
import jp.otodoke.platform.csv.UnreadableCsv.Reason;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.platform.files.FileContentWriter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that is read window by window is the file that is read as a whole. */
@UnitTest
class CsvWindowsTests {
    private static final CsvDialect ORDERS =
            new CsvDialect(CharacterSets.UTF8_ONLY, StrayQuotes.REFUSED, Controls.ALLOWED, false, true);

    @Property(tries = 5000)
    void windowsOfAnySizeHoldTheRecordsOfTheWhole(@ForAll("csvLike") String text, @ForAll StrayQuotes quotes) {
        for (var charset : List.of(StandardCharsets.UTF_8, CharacterSets.CP932)) {
            var whole = read(take -> new CsvRecords(
                            quotes == StrayQuotes.UNESCAPED ? UnescapedQuotes.escape(text) : text, quotes)
                    .forEachRemaining(take));

            assertThat(read(take -> windowed(text, charset, quotes, 1, take))).isEqualTo(whole);
            assertThat(read(take -> windowed(text, charset, quotes, 7, take))).isEqualTo(whole);
        }
    }

    private static void windowed(String text, Charset charset, StrayQuotes quotes, int size, Consumer<CsvRecord> take) {
        var content = FileContent.of(text.getBytes(charset));
        var windows = new CsvWindows(content, 0, charset.equals(StandardCharsets.UTF_8), quotes, size);
        while (windows.hasNext()) {
            var window = windows.next();
            var part = new String(content.read(window.from(), window.length()), charset);
            new CsvRecords(quotes == StrayQuotes.UNESCAPED ? UnescapedQuotes.escape(part) : part, quotes, window.line())
                    .forEachRemaining(take);
        }
    }

    /** The records up to the fault, if there is one, and the fault. */
    private static List<String> read(Consumer<Consumer<CsvRecord>> reading) {
        var all = new ArrayList<String>();
        try {
            reading.accept(record -> all.add(record.line() + " " + record.cells() + record.raw() + record.ended()));
        } catch (UnreadableCsv refused) {
            all.add(refused.line() + " " + refused.reason());
        }
        return all;
    }

    @Provide
    Arbitrary<String> csvLike() {
        return Arbitraries.strings().withChars("a1,\"\r\n\\能漢").ofMaxLength(60);
    }

    @Test
    void aRowIsFoundByItsPlaceAmongMany() {
        var table = CsvTable.open(file("no,text\r\n", 30_000, "%d,\"two\r\nlines\"\r\n"), ORDERS);

        var rows = table.rows();

        assertThat(rows).hasSize(30_000);
        for (int place : List.of(0, 1, 14_999, 29_999, 3)) {
            assertThat(rows.get(place).cells()).containsExactly(String.valueOf(place), "two\r\nlines");
            assertThat(rows.get(place).line()).isEqualTo(2 + 2 * place);
        }
        assertThat(rows.subList(2_990, 3_010))
                .extracting(row -> row.get("no"))
                .hasSize(20)
                .startsWith("2990");
        assertThat(rows.stream()
                        .mapToInt(row -> Integer.parseInt(row.get("no")))
                        .sum())
                .isEqualTo(30_000 * 29_999 / 2);
    }

    @Test
    void rowsOfOneKeyBelongTogetherWhereverTheyAre() {
        var content = file("no,text\n", 10_000, "%d,x\n");
        var groups = new RowGroups();
        var rows = CsvTable.open(content, ORDERS).rows(row -> groups.add("" + Integer.parseInt(row.get("no")) % 3_000));

        var numbers = groups.of(
                rows, 3, group -> group.stream().map(row -> row.get("no")).toList());

        assertThat(numbers).hasSize(3_000);
        assertThat(numbers.get(999)).containsExactly("999", "3999", "6999");
        assertThat(numbers.get(2_999)).containsExactly("2999", "5999", "8999");
    }

    @ParameterizedTest
    @CsvSource({"3000000,LONG_CELL", "9000000,LONG_CELL"})
    void aCellThatIsTooLongIsNamedWithItsLine(int length, Reason reason) {
        var refused = catchThrowableOfType(
                UnreadableCsv.class, () -> rowsOf("a,b\n1,2\n3,\"" + "x\n".repeat(length / 2) + "\"\n4,5\n"));

        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused.line()).isEqualTo(3);
    }

    @Test
    void aQuoteThatIsNeverClosedIsNamedWithItsLineHoweverMuchFollows() {
        for (int length : List.of(10, 9_000_000)) {
            var refused = catchThrowableOfType(
                    UnreadableCsv.class, () -> rowsOf("a,b\n1,2\n3,\"" + "x\n".repeat(length / 2)));

            assertThat(refused.reason()).isEqualTo(Reason.OPEN_QUOTE);
            assertThat(refused.line()).isEqualTo(3);
        }
    }

    @Test
    void aRowOfMoreCellsThanAnySheetHasIsRefusedAndAWrongHeaderBeforeIt() {
        var text = "a,b\n" + ",".repeat(5_000_000) + "\n";
        var table = CsvTable.open(FileContent.of(text.getBytes(StandardCharsets.UTF_8)), ORDERS);

        assertThat(table.header().names()).containsExactly("a", "b");
        assertThat(catchThrowableOfType(UnreadableCsv.class, table::rows))
                .extracting(UnreadableCsv::reason, UnreadableCsv::line)
                .containsExactly(Reason.LONG_RECORD, 2);
    }

    /** What is held of a file grows by a place for each window, not with its rows. */
    @Test
    void aFileOfFortyMegabytesIsReadInLittleMemory() throws IOException {
        System.gc();
        long before = used();
        try (var writer = new FileContentWriter()) {
            var part = IntStream.range(0, 4_000)
                    .mapToObj(i -> "S%07d,千代田区千代田一丁目,090-1234-5678,%d\r\n".formatted(i, i))
                    .collect(Collectors.joining())
                    .getBytes(StandardCharsets.UTF_8);
            writer.write("a,b,c,d\r\n".getBytes(StandardCharsets.UTF_8));
            for (long size = 0; size < 40_000_000; size += part.length) {
                writer.write(part);
            }
            try (var content = writer.finish()) {
                var rows = CsvTable.open(content, ORDERS).rows();
                System.gc();

                assertThat(rows).hasSizeGreaterThan(500_000);
                assertThat(used() - before).isLessThan(16_000_000);
                assertThat(rows.get(rows.size() - 1).get("a")).isEqualTo("S0003999");
            }
        }
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void rowsOf(String text) {
        CsvTable.open(FileContent.of(text.getBytes(StandardCharsets.UTF_8)), ORDERS)
                .rows();
    }

    private static FileContent file(String header, int rows, String row) {
        return FileContent.of(IntStream.range(0, rows)
                .mapToObj(row::formatted)
                .collect(Collectors.joining("", header, ""))
                .getBytes(StandardCharsets.UTF_8));
    }
}
