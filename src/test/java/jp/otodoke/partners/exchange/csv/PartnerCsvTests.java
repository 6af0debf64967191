package jp.otodoke.partners.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.otodoke.UnitTest;
import jp.otodoke.partners.exchange.FileRefused;
import jp.otodoke.platform.csv.CharacterSets;
import jp.otodoke.platform.csv.Cp932Csv;
import jp.otodoke.platform.csv.CsvRow;
import jp.otodoke.platform.files.FileContent;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

@UnitTest
class PartnerCsvTests {
    private static final List<String> HEADER = List.of("a", "b", "c");

    @Property(tries = 2000)
    void anyBytesAreReadOrRefusedWithAReason(@ForAll byte[] bytes) {
        readOrRefused(bytes);
    }

    @Property(tries = 2000)
    void anyTextBelowAHeaderIsReadOrRefusedWithAReason(@ForAll("csvLike") String text) {
        readOrRefused(("a,b,c\r\n" + text).getBytes(CharacterSets.CP932));
    }

    @Property(tries = 300)
    void whatIsWrittenIsReadBack(@ForAll("table") List<List<String>> table) {
        var csv = new Cp932Csv(HEADER);
        table.forEach(row -> csv.row("x", row));

        var rows = PartnerCsv.read(FileContent.of(csv.bytes()), HEADER);

        assertThat(rows.stream().map(CsvRow::cells)).isEqualTo(table);
        assertThat(csv.notes()).isEmpty();
    }

    @Property(tries = 200)
    void aFileCutAnywhereInARowIsRefused(@ForAll("table") List<List<String>> table, @ForAll int cut) {
        var csv = new Cp932Csv(HEADER);
        table.forEach(row -> csv.row("x", row));
        var whole = csv.bytes();
        var half = Arrays.copyOf(whole, Math.floorMod(cut, whole.length));

        if (half.length > 0 && half[half.length - 1] != '\n') {
            assertThatThrownBy(() -> PartnerCsv.read(FileContent.of(half), HEADER))
                    .isInstanceOf(FileRefused.class);
        }
    }

    @Property(tries = 100)
    void anEndRowThatDoesNotCountIsRefused(@ForAll int stated) {
        var file = "a,b,c\r\n1,2,3\r\n4,5,6\r\nEND,%d\r\n".formatted(stated).getBytes(CharacterSets.CP932);

        if (stated == 2) {
            assertThat(PartnerCsv.readWithEnd(FileContent.of(file), HEADER)).hasSize(2);
        } else {
            assertThatThrownBy(() -> PartnerCsv.readWithEnd(FileContent.of(file), HEADER))
                    .isInstanceOfSatisfying(
                            FileRefused.class, e -> assertThat(e.code()).isEqualTo("wrong-total"));
        }
    }

    @Test
    void acceptsTheRightEndRow() {
        assertThat(PartnerCsv.readWithEnd(
                        FileContent.of("a,b,c\r\n1,2,3\r\nEND,1\r\n".getBytes(CharacterSets.CP932)), HEADER))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.line()).isEqualTo(2);
                    assertThat(row.raw()).isEqualTo("1,2,3");
                });
    }

    @Test
    void namesTheRightLineAfterALoneCarriageReturn() {
        assertThat(PartnerCsv.read(
                        FileContent.of("a,b,c\r\n1,2,\"x\ry\"\r4,5,6\r\n".getBytes(CharacterSets.CP932)), HEADER))
                .extracting(CsvRow::line, CsvRow::raw)
                .containsExactly(tuple(2, "1,2,\"x\ny\""), tuple(4, "4,5,6"));
    }

    @Test
    void refusesUtf8EvenWhereItCouldBeReadAsCp932() {
        for (var text : List.of("あ", "漢字", "東京都千代田区", "ああ", "亜亜亜")) {
            var file = ("a,b,c\r\n1,2," + text + "\r\n").getBytes(StandardCharsets.UTF_8);

            assertThatThrownBy(() -> PartnerCsv.read(FileContent.of(file), HEADER))
                    .isInstanceOfSatisfying(
                            FileRefused.class, e -> assertThat(e.code()).isEqualTo("wrong-encoding"));
        }
    }

    @Test
    void readsHalfWidthKanaOfCp932() {
        var file = "a,b,c\r\n1,ﾃｱ,ﾄｱﾄｱ\r\n".getBytes(CharacterSets.CP932);

        assertThat(PartnerCsv.read(FileContent.of(file), HEADER).get(0).get("b"))
                .isEqualTo("ﾃｱ");
    }

    @Test
    void namesTheRowOfTheWrongWidth() {
        assertThatThrownBy(() -> PartnerCsv.read(
                        FileContent.of("a,b,c\r\n1,2,3\r\n1,2\r\n".getBytes(CharacterSets.CP932)), HEADER))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining("3行目");
    }

    @Test
    void replacesCharactersThatCp932LacksAndSaysSo() {
        var csv = new Cp932Csv(HEADER);
        csv.row("S00000001", List.of("𠮷田", "は\u3099ら−1", "😀葛\uDB40\uDD00飾"));

        assertThat(PartnerCsv.read(FileContent.of(csv.bytes()), HEADER).get(0).cells())
                .containsExactly("吉田", "ばら－1", "〓葛飾");
        assertThat(csv.notes()).containsExactly("S00000001: 𠮷 → 吉", "S00000001: − → －", "S00000001: 😀 → 〓");
    }

    private static void readOrRefused(byte[] bytes) {
        try {
            assertThat(PartnerCsv.read(FileContent.of(bytes), HEADER))
                    .allSatisfy(row -> assertThat(row.cells()).hasSize(3));
        } catch (FileRefused e) {
            assertThat(e.reason().japanese()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> csvLike() {
        return Arbitraries.strings()
                .withChars("a1,\"\r\n;'END 漢ｶ\t")
                .ofMaxLength(60)
                .map(text -> text + "\r\n");
    }

    @Provide
    Arbitrary<List<List<String>>> table() {
        var cell =
                Arbitraries.strings().withChars("ab1,\"漢字ｶﾅ　－;").ofMinLength(1).ofMaxLength(12);
        return cell.list().ofSize(3).list().ofMinSize(1).ofMaxSize(10).map(rows -> new ArrayList<>(rows));
    }
}
