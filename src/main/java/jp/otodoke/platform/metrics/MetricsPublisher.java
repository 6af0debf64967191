package jp.otodoke.platform.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.otodoke.platform.clock.RepeatedWork;
import jp.otodoke.shared.BusinessClock;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes the metrics of all modules. They are read four times a minute, so that scraping {@code
 * /actuator/prometheus} costs nothing.
 */
@Component
class MetricsPublisher extends RepeatedWork {
    private static final int READ_EVERY_SECONDS = 15;
    private static final int LONGEST_SECONDS = 5;

    private final List<MetricSource> modules;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final BusinessClock clock;
    private final MeterRegistry registry;
    private final Map<String, MultiGauge> gauges = new ConcurrentHashMap<>();

    MetricsPublisher(
            List<MetricSource> modules,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            BusinessClock clock,
            MeterRegistry registry) {
        super("figures", Duration.ZERO, Duration.ofSeconds(READ_EVERY_SECONDS), true);
        this.modules = modules;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
        this.transaction.setTimeout(LONGEST_SECONDS);
        this.clock = clock;
        this.registry = registry;
    }

    @Override
    protected void repeat() {
        read();
    }

    /** A metric that cannot be read keeps its last values and does not affect the others. */
    void read() {
        modules.stream().flatMap(m -> m.figures().stream()).forEach(metricReading -> {
            try {
                show(metricReading);
            } catch (RuntimeException e) {
                LoggerFactory.getLogger(getClass())
                        .warn("The figure {} could not be read: {}", metricReading.name(), e.getMessage());
            }
        });
    }

    void show(MetricReading metricReading) {
        var rows = transaction.execute(status -> jdbc.sql(metricReading.sql())
                .param("now", Timestamp.from(clock.instant()))
                .param(
                        "today",
                        Timestamp.from(
                                clock.today().atStartOfDay(BusinessClock.TOKYO).toInstant()))
                .query((row, number) -> row(row))
                .list());
        gauges.computeIfAbsent(metricReading.name(), name -> MultiGauge.builder(name)
                        .description(metricReading.help())
                        .register(registry))
                .register(rows == null ? List.of() : rows, true);
    }

    private static MultiGauge.Row<Number> row(ResultSet row) throws SQLException {
        var tags = new ArrayList<Tag>();
        var columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            if (!columns.getColumnLabel(i).equals("value")) {
                tags.add(Tag.of(columns.getColumnLabel(i), String.valueOf(row.getString(i))));
            }
        }
        return MultiGauge.Row.of(Tags.of(tags), row.getDouble("value"));
    }
}
