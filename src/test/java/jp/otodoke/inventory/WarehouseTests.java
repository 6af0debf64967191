package jp.otodoke.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.otodoke.UnitTest;
import jp.otodoke.inbox.SubjectLine;
import jp.otodoke.shared.BilingualText;
import org.junit.jupiter.api.Test;

@UnitTest
class WarehouseTests {
    private static final BilingualText NAME = new BilingualText("冷蔵・冷凍倉庫", "Cool warehouse");

    @Test
    void peopleReadItsNameAndFilesItsCode() {
        assertThat(Warehouse.of("COOL").name()).isEqualTo(NAME);
        assertThat(Warehouse.of("COOL")).hasToString("COOL");
    }

    @Test
    void itsCodeStandsForAMissingName() {
        assertThat(Warehouse.of("OSAKA").name()).isEqualTo(BilingualText.asWritten("OSAKA"));
    }

    @Test
    void aTaskAboutItNamesItAndLeadsToItsDifferences() {
        assertThat(new WarehouseSubject().lines(List.of("COOL")).values())
                .containsExactly(new SubjectLine(NAME, "/stock/differences?warehouse=COOL", null));
    }
}
