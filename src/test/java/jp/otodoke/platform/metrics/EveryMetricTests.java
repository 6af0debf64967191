package jp.otodoke.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import jp.otodoke.OtodokeTest;
import jp.otodoke.shared.BusinessClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What the modules contribute, together. */
@OtodokeTest
class EveryMetricTests {
    private final List<MetricSource> modules;
    private final MetricsPublisher board;

    @Autowired
    EveryMetricTests(
            List<MetricSource> modules, JdbcClient jdbc, PlatformTransactionManager transactions, BusinessClock clock) {
        this.modules = modules;
        this.board = new MetricsPublisher(modules, jdbc, transactions, clock, new SimpleMeterRegistry());
    }

    @Test
    void everyFigureOfEveryModuleIsRead() {
        assertThat(modules.stream().flatMap(m -> m.figures().stream()))
                .isNotEmpty()
                .allSatisfy(figure -> assertThatCode(() -> board.show(figure))
                        .as(figure.name())
                        .doesNotThrowAnyException());
    }
}
