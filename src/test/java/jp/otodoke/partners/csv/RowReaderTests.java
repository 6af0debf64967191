package jp.otodoke.partners.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import jp.otodoke.UnitTest;
import jp.otodoke.shared.csv.CsvRows;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@UnitTest
class RowReaderTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-12-01T10:05:00+09:00",
                "2026-12-01T01:05:00Z",
                "2026-12-01 10:05:00",
                "2026/12/01 10:05:00",
                "2026/12/01 10:05",
                "2026-12-01T10:05",
                "2026-12-01T10:05:00.000+09:00"
            })
    void readsMomentsAsPartnersWriteThem(String text) {
        assertThat(reader(text).instant("a")).isEqualTo(Instant.parse("2026-12-01T01:05:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "tomorrow", "2026-13-01 10:00:00", "2026-02-30 10:00:00", "20261201", "2026-12-01 25:00"})
    void namesMomentsThatAreNone(String text) {
        var reader = reader(text);

        reader.instant("a");

        assertThat(reader.mistakes()).singleElement().satisfies(p -> assertThat(p.field())
                .isEqualTo("a"));
    }

    @Test
    void readsDatesInBothForms() {
        assertThat(reader("2026-12-01").date("a")).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(reader("2026/12/01").date("a")).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(reader("").date("a")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5", "１", "1e3", "99999999999", "many"})
    void namesQuantitiesThatAreNone(String text) {
        var reader = reader(text);

        reader.quantity("a");

        assertThat(reader.mistakes()).hasSize(1);
    }

    @Property(tries = 500)
    void noTextMakesItStumble(@ForAll String text) {
        var reader = reader(text);

        reader.instant("a");
        reader.date("a");
        reader.quantity("a");
        reader.code("a");
        reader.oneOf("a", Thread.State.class);

        assertThat(reader.mistakes()).allSatisfy(p -> assertThat(p.reason()).isNotBlank());
    }

    private static RowReader reader(String cell) {
        return new RowReader(CsvRows.row(Map.of("a", cell)));
    }
}
