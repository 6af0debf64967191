package jp.otodoke.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import jp.otodoke.ModuleTest;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@ModuleTest
@Transactional
class ImportPostalFileTests {
    private final ImportPostalFile importPostalFile;
    private final PostalCodes postalCodes;

    @Autowired
    ImportPostalFileTests(ImportPostalFile importPostalFile, PostalCodes postalCodes) {
        this.importPostalFile = importPostalFile;
        this.postalCodes = postalCodes;
    }

    @Test
    void replacesTheCitiesOfTheFileAndNothingElse() throws IOException {
        var imported = importPostalFile.read("KEN_ALL.CSV", sample());

        assertThat(imported.read()).isEqualTo(10);
        assertThat(imported.version().source()).isEqualTo("KEN_ALL.CSV");
        assertThat(postalCodes.find("0000003"))
                .extracting(PostalArea::prefecture)
                .containsExactlyInAnyOrder("東京都", "東京都", "三重県");
        assertThat(postalCodes.find("1000001")).isNotEmpty();
    }

    @Test
    void theSameFileAgainLeavesTheSameAreas() throws IOException {
        var first = importPostalFile.read("KEN_ALL.CSV", sample());

        var second = importPostalFile.read("KEN_ALL.CSV", sample());

        assertThat(second.version().areas()).isEqualTo(first.version().areas());
    }

    @Test
    void refusesAFileOfSomethingElseAndKeepsTheTable() {
        var refused = catchThrowableOfType(
                InvalidInput.class,
                () -> importPostalFile.read("a.csv", "sku,name\n1,a\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(refused.problems()).extracting(FieldProblem::code).containsOnly("columns");
        assertThat(postalCodes.find("1000001")).isNotEmpty();
    }

    private static byte[] sample() throws IOException {
        try (var file = ImportPostalFileTests.class.getResourceAsStream("/postal/KEN_ALL_pitfalls.csv")) {
            return file.readAllBytes();
        }
    }
}
