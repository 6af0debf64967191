package jp.otodoke.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.otodoke.ModuleTest;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Prefectures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@ModuleTest
@Transactional
class ReplacePostalAreasTests {
    private final ReplacePostalAreas replacePostalAreas;
    private final PostalCodes postalCodes;

    @Autowired
    ReplacePostalAreasTests(ReplacePostalAreas replacePostalAreas, PostalCodes postalCodes) {
        this.replacePostalAreas = replacePostalAreas;
        this.postalCodes = postalCodes;
    }

    @Test
    void replacesTheCitiesOfTheFileAndNothingElse() throws IOException {
        var file = importFile("KEN_ALL.CSV", sample());

        assertThat(file.lines()).isEqualTo(10);
        assertThat(version().source()).isEqualTo("KEN_ALL.CSV");
        assertThat(postalCodes.find("0000003"))
                .extracting(PostalArea::prefecture)
                .containsExactlyInAnyOrder("東京都", "東京都", "三重県");
        assertThat(postalCodes.find("1000001")).isNotEmpty();
    }

    @Test
    void theSameFileAgainLeavesTheSameAreas() throws IOException {
        importFile("KEN_ALL.CSV", sample());
        var first = version();

        importFile("KEN_ALL.CSV", sample());

        assertThat(version().areas()).isEqualTo(first.areas());
    }

    @Test
    void refusesAFileOfSomethingElseAndKeepsTheTable() {
        var refused = catchThrowableOfType(
                InvalidInput.class, () -> importFile("a.csv", "sku,name\n1,a\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(refused.problems()).extracting(FieldProblem::code).containsOnly("columns");
        assertThat(postalCodes.find("1000001")).isNotEmpty();
    }

    @Test
    void aFileOfTheWholeCountryRemovesTheCitiesThatItNoLongerHas() {
        var country = Prefectures.ALL.stream()
                .map(prefecture -> new PostalCity(prefecture, "見本市", List.of(area(prefecture))))
                .toList();

        replacePostalAreas.replace(country);
        replacePostalAreas.finish("KEN_ALL.CSV", new PostalFile(country.size(), country));

        assertThat(postalCodes.find("9999999")).hasSize(Prefectures.ALL.size());
        assertThat(postalCodes.find("1000001")).isEmpty();
    }

    private static PostalArea area(String prefecture) {
        return new PostalArea("9999999", prefecture, "見本市", "", "", "", "ケン", "ミホンシ", "");
    }

    private PostalFile importFile(String name, byte[] content) {
        var file = PostalFile.read(content);
        replacePostalAreas.replace(file.cities());
        replacePostalAreas.finish(name, file);
        return file;
    }

    private PostalVersion version() {
        return postalCodes.version().orElseThrow();
    }

    private static byte[] sample() throws IOException {
        try (var file = ReplacePostalAreasTests.class.getResourceAsStream("/postal/KEN_ALL_pitfalls.csv")) {
            return file.readAllBytes();
        }
    }
}
