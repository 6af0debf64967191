package jp.otodoke.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import jp.otodoke.UnitTest;
import jp.otodoke.workflow.ProcessMonitor.Path;
import jp.otodoke.workflow.ProcessMonitor.Step;
import org.junit.jupiter.api.Test;

@UnitTest
class PathMapTests {
    private static final Instant NOW = Instant.parse("2026-11-30T00:00:00Z");

    @Test
    void aStepToWhichTheCaseHasComeBackWasLeftBefore() {
        assertThat(map(passed("allocate"), here("wait")))
                .isEqualTo("{\"passed\":[\"allocate\"],\"here\":[\"wait\"],\"called\":{}}");
        assertThat(map(passed("allocate"), passed("wait"), passed("allocate"), here("wait")))
                .isEqualTo("{\"passed\":[\"allocate\"],\"here\":[\"wait\"],\"again\":[\"wait\"],\"called\":{}}");
    }

    private static String map(Step... steps) {
        return PathMap.of(new Path("order", List.of(steps)));
    }

    private static Step passed(String id) {
        return new Step("order", id, "serviceTask", NOW, NOW);
    }

    private static Step here(String id) {
        return new Step("order", id, "receiveTask", NOW, null);
    }
}
