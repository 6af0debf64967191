package jp.otodoke.shared.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import jp.otodoke.UnitTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@UnitTest
class SheetTests {
    private static final List<String> HEADINGS = List.of("番号", "名前");

    @TempDir
    Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+81", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "+1", "@A", "-1"})
    void aCellThatBeginsLikeAFormulaIsHarmless(String text) {
        assertThat(CsvSheet.text(text)).isEqualTo("'" + text);
    }

    @Test
    void amountsDaysAndMomentsStayWhatTheyAre() {
        assertThat(CsvSheet.text(-5L)).isEqualTo("-5");
        assertThat(CsvSheet.text(LocalDate.of(2026, 11, 22))).isEqualTo("2026-11-22");
        assertThat(CsvSheet.text(Instant.parse("2026-11-22T05:05:00Z"))).isEqualTo("2026-11-22 14:05:00");
        assertThat(CsvSheet.text(null)).isEmpty();
    }

    @Test
    void csvBeginsWithWhatASpreadsheetKnowsItsLettersBy() throws IOException {
        try (var sheet = new CsvSheet(out, HEADINGS)) {
            sheet.row(List.of(1, "山田, 花子"));
        }

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\uFEFF番号,名前\r\n1,\"山田, 花子\"\r\n");
    }

    @Test
    void excelHoldsTextAsTextAndNumbersAsNumbers() throws IOException {
        try (var sheet = new ExcelSheet(out, "orders", HEADINGS)) {
            sheet.row(Arrays.asList(12345L, "=1+1"));
            sheet.row(Arrays.asList(LocalDate.of(2026, 11, 22), null));
        }

        assertThat(sheetXml()).contains("<v>12345</v>", "=1+1").doesNotContain("<f>");
    }

    @Test
    void excelIsSentWhileItIsWritten() throws IOException {
        try (var sheet = new ExcelSheet(out, "orders", HEADINGS)) {
            for (int i = 0; i < 20_000; i++) {
                sheet.row(List.of(i, "row " + i * 7919L));
            }
            assertThat(out.size()).as("bytes before the end").isGreaterThan(50_000);
        }
    }

    private String sheetXml() throws IOException {
        var file = Files.write(folder.resolve("orders.xlsx"), out.toByteArray());
        try (var zip = new ZipFile(file.toFile());
                var sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
