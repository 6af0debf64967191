package jp.otodoke.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import jp.otodoke.UnitTest;
import jp.otodoke.partners.exchange.FileRefused;
import jp.otodoke.platform.csv.CsvColumn;
import jp.otodoke.platform.csv.CsvRows;
import jp.otodoke.platform.files.FileContent;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Files of products and customers: whatever is in them is read, or refused with a reason. */
@UnitTest
class AnyCsvFileTests {
    private static final List<CsvColumn> COLUMNS = ProductRow.COLUMNS;

    private static final String HEADER =
            String.join(",", COLUMNS.stream().map(CsvColumn::name).toList());

    @Property(tries = 1000)
    void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
        read(bytes);
    }

    @Property(tries = 1000)
    void anyRowsBelowTheHeaderAreReadOrRefused(@ForAll("csvLike") String text) {
        read((HEADER + "\r\n" + text).getBytes(StandardCharsets.UTF_8));
    }

    private void read(byte[] bytes) {
        try {
            var rows = UploadedCsv.read(FileContent.of(bytes), COLUMNS, row -> {});
            rows.forEach(row -> assertThat(row.header().missing(COLUMNS)).isEmpty());
            rows.forEach(row -> assertThat(row.line()).isGreaterThan(1));
        } catch (FileRefused refused) {
            assertThat(refused.problems()).isNotEmpty();
        }
    }

    @Property(tries = 1000)
    void aRowWithoutMistakesIsAProduct(
            @ForAll("cells") String kind,
            @ForAll("cells") String tax,
            @ForAll("cells") String price,
            @ForAll("cells") String keeping,
            @ForAll("cells") String stock) {
        var row = CsvRows.normalised(Map.of(
                "sku", "HF-001",
                "name", "黒酢",
                "kind", kind,
                "tax_class", tax,
                "unit_price", price,
                "stock_keeping", keeping,
                "initial_stock", stock));

        var read = ProductRow.read(row);

        assertThat(read.product().isPresent()).isEqualTo(read.mistakes().isEmpty());
        read.product().ifPresent(product -> {
            assertThat(product.unitPrice().amount()).isNotNegative();
            assertThat(product.stock()).isNotNegative();
        });
    }

    @Provide
    Arbitrary<String> csvLike() {
        return Arbitraries.strings()
                .withChars(',', '"', '\r', '\n', 'a', '1', '茶', '\uFEFF', ' ', ';')
                .ofMaxLength(120);
    }

    @Provide
    Arbitrary<String> cells() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "GOODS",
                        "goods",
                        "STANDARD",
                        "REDUCED",
                        "3,000",
                        "３０００",
                        "-1",
                        "1.5",
                        "",
                        "true",
                        "NO",
                        "999999999",
                        "9999999999",
                        "１２"),
                Arbitraries.strings().ofMaxLength(8));
    }
}
