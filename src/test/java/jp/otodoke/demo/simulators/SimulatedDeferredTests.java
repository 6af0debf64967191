package jp.otodoke.demo.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import jp.otodoke.demo.simulators.SimulatedDeferredProvider.Said;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("module")
class SimulatedDeferredTests {
    private final World world;
    private final SimulatedDeferredProvider provider;

    SimulatedDeferredTests(@TempDir Path home) {
        world = new World(home);
        provider = world.the(SimulatedDeferredProvider.class);
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void judgesByAmountAndByWords() {
        assertThat(result(provider.register("A-1", 5980, "見本 花子"))).isEqualTo("00");
        assertThat(result(provider.register("A-2", 55_001, "見本 花子"))).isEqualTo("20");
        assertThat(result(provider.register("A-3", 5980, "否決 花子"))).isEqualTo("20");
        assertThat(result(provider.register("A-4", 5980, "HOLD Hanako"))).isEqualTo("10");
        assertThat(provider.register("A-1", 5980, "見本 花子").error()).isEqualTo("E0100115");
        assertThat(provider.find("A-9").error()).isEqualTo("E0100002");
    }

    @Test
    void endsAnExaminationAfterAnHour() {
        assertThat(result(provider.register("A-1", 5980, "審査中 花子"))).isEqualTo("40");
        assertThat(provider.report("A-1", "123456789012").error()).isEqualTo("E0131002");

        world.goTo("2026-11-24T10:00:00+09:00");

        assertThat(result(provider.find("A-1"))).isEqualTo("00");
    }

    @Test
    void takesAReportOfAParcelThatMayExist() {
        provider.register("A-1", 5980, "見本 花子");
        assertThat(provider.report("A-1", "000123456789").error()).isEqualTo("E0131006");
        assertThat(status(provider.report("A-1", "123456789999"))).isEqualTo("REPORTED");
        assertThat(provider.update("A-1", 100, "見本 花子").error()).isEqualTo("E0100118");

        world.goTo("2026-11-27T09:00:00+09:00");
        assertThat(status(provider.find("A-1"))).isEqualTo("UNCONFIRMED");

        provider.report("A-1", "123456789012");
        world.goTo("2026-11-30T09:00:00+09:00");
        assertThat(status(provider.find("A-1"))).isEqualTo("CONFIRMED");
    }

    @Test
    void billsLessUnderNewNumbersUntilItsCutOff() {
        provider.register("A-1", 5980, "見本 花子");
        provider.report("A-1", "123456789012");

        var reduced = provider.reduce("A-1", "A-2", 2990);
        assertThat(Objects.requireNonNull(reduced.transaction()).amount()).isEqualTo(2990);
        assertThat(status(provider.find("A-1"))).isEqualTo("CANCELLED");
        assertThat(provider.reduce("A-2", "A-3", 2990).error()).isEqualTo("E0100118");

        world.goTo("2026-12-24T09:00:00+09:00");
        assertThat(provider.reduce("A-2", "A-3", 100).error()).isEqualTo("E0100118");
        assertThat(provider.cancel("A-2").error()).isEqualTo("E0100118");
        assertThat(status(provider.cancel("A-1"))).as("once more does no harm").isEqualTo("CANCELLED");
    }

    private static String result(Said said) {
        return said.transaction() == null
                ? String.valueOf(said.error())
                : said.transaction().result();
    }

    private static String status(Said said) {
        return said.transaction() == null
                ? String.valueOf(said.error())
                : said.transaction().status();
    }
}
