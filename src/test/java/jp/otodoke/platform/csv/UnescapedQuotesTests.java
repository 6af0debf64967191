package jp.otodoke.platform.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Files of PHP are read although it leaves quotation marks single behind a byte 5C. */
@UnitTest
class UnescapedQuotesTests {
    private static final CsvDialect DIALECT =
            new CsvDialect(CharacterSets.UTF8_OR_CP932, StrayQuotes.UNESCAPED, Controls.ALLOWED, false, true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "高機能\"プレミアム\"黒酢",
                "構\"特選\"",
                "表\"特選\"品",
                "ソ\"特選\"品",
                "予\"",
                "十\"\"",
                "申\"\"\"品",
                "貼\" 品\n\"二行目\"",
                "丈は10\\\"です",
                "丈は10\\\"",
                "10\\\\\"",
                "黒酢\"特選\"品",
                "\"能\"",
                "能,\"表\"",
                "能"
            })
    void whatPhpWroteIsReadAsItWas(String text) {
        var file = php(List.of(List.of("a", "b", "c"), List.of(text, "x y", text), List.of("1", "2", "3")));

        assertThat(read(file))
                .containsExactly(List.of("a", "b", "c"), List.of(text, "x y", text), List.of("1", "2", "3"));
    }

    @Property(tries = 2000)
    void anyTextOfPhpIsReadAsItWas(@ForAll("texts") String first, @ForAll("texts") String second) {
        var rows = List.of(List.of("a", "b", "c"), List.of(first, second, "漢 字"), List.of("1", first, "3"));

        assertThat(read(php(rows))).isEqualTo(rows);
    }

    @Property(tries = 2000)
    void textThatIsEscapedThroughoutStaysAsItIs(@ForAll("escaped") String text) {
        var file = "a,b\n\"" + text.replace("\"", "\"\"") + "\",\"x\"\n";

        assertThat(UnescapedQuotes.escape(file)).isEqualTo(file);
    }

    @Test
    void aMarkThatAnyWriterLeftSingleIsPartOfTheText() {
        assertThat(read(utf8("a,b\n\"黒酢\"特選\"品\",2\n5\" pipe,3\n")))
                .containsExactly(List.of("a", "b"), List.of("黒酢\"特選\"品", "2"), List.of("5\" pipe", "3"));
    }

    /** Otherwise the cells or rows behind it would be lost in it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,b;\"never,\"x\"|STRAY_QUOTE|2",
                "a,b;1,\"never;\"2\",\"x\"|STRAY_QUOTE|3",
                "a,b;1,\"never;2,3|OPEN_QUOTE|2",
                "a,b;\"\"x\",3|STRAY_QUOTE|2"
            })
    void aCellThatIsNotClosedIsRefused(String text, Reason reason, int line) {
        var refused = catchThrowableOfType(UnreadableCsv.class, () -> read(utf8(text.replace(";", "\n"))));

        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused.line()).isEqualTo(line);
    }

    private static List<List<String>> read(byte[] file) {
        var rows = new ArrayList<List<String>>();
        CsvFile.open(FileContent.of(file), DIALECT).records().forEachRemaining(record -> rows.add(record.cells()));
        return rows;
    }

    /** As {@code fputcsv} writes CP932. */
    private static byte[] php(List<List<String>> rows) {
        var out = new ByteArrayOutputStream();
        for (var row : rows) {
            for (int i = 0; i < row.size(); i++) {
                if (i > 0) {
                    out.write(',');
                }
                cell(row.get(i).getBytes(CharacterSets.CP932), out);
            }
            out.write('\n');
        }
        return out.toByteArray();
    }

    private static void cell(byte[] cell, ByteArrayOutputStream out) {
        boolean quoted = false;
        for (byte b : cell) {
            quoted |= ",\"\\\n\r\t ".indexOf(b) >= 0;
        }
        if (!quoted) {
            out.writeBytes(cell);
            return;
        }
        out.write('"');
        boolean escaped = false;
        for (byte b : cell) {
            if (b == '\\') {
                escaped = true;
            } else if (b == '"' && !escaped) {
                out.write('"');
            } else {
                escaped = false;
            }
            out.write(b);
        }
        out.write('"');
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Only 能" before a comma or a line break can't be told from the end of a cell. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("能表\\\"黒a, \n")
                .ofMaxLength(12)
                .filter(text -> !text.matches("(?s).*[能表\\\\]\"+[,\n].*") && !text.startsWith("\n"));
    }

    @Provide
    Arbitrary<String> escaped() {
        return Arbitraries.strings()
                .withChars("能\\\"黒a, \n")
                .ofMaxLength(12)
                .filter(text -> !text.matches("(?s).*[能\\\\]\"+[,\n].*"));
    }
}
