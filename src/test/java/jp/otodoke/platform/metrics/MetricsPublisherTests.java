package jp.otodoke.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import jp.otodoke.ModuleTest;
import jp.otodoke.shared.BusinessClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@ModuleTest
class MetricsPublisherTests {
    private static final MetricReading TWO_ROWS = new MetricReading(
            "test.parcels", "Parcels", "select * from (values ('a', 2), ('b', 3)) given (carrier, value)");

    private final JdbcClient jdbc;
    private final PlatformTransactionManager transactions;
    private final BusinessClock clock;
    private final MeterRegistry registry = new SimpleMeterRegistry();

    @Autowired
    MetricsPublisherTests(JdbcClient jdbc, PlatformTransactionManager transactions, BusinessClock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Test
    void labelsAValueByTheOtherColumns() {
        board(List.of(() -> List.of(TWO_ROWS))).read();

        assertThat(registry.get("test.parcels").tag("carrier", "b").gauge().value())
                .isEqualTo(3);
    }

    @Test
    void oneThatFailsHarmsNoOther() {
        board(List.of(() -> List.of(new MetricReading("test.broken", "Broken", "select nothing"), TWO_ROWS)))
                .read();

        assertThat(registry.get("test.parcels").gauges()).hasSize(2);
    }

    @Test
    void givesTheBusinessDayToWhatCountsToday() {
        board(
                        List.of(
                                () -> List.of(
                                        new MetricReading(
                                                "test.today",
                                                "The day",
                                                "select to_char(cast(:today as timestamptz) at time zone 'Asia/Tokyo', 'YYYY-MM-DD') as day, 1 as value"))))
                .read();

        var today = clock.today();
        assertThat(registry.get("test.today")
                        .tag("day", today.toString())
                        .gauge()
                        .value())
                .isEqualTo(1);
    }

    private MetricsPublisher board(List<MetricSource> of) {
        return new MetricsPublisher(of, jdbc, transactions, clock, registry);
    }
}
