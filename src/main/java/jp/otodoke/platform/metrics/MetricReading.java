package jp.otodoke.platform.metrics;

/**
 * A metric that is read from the database periodically.
 *
 * @param name as in {@code otodoke.tasks.open}; Prometheus writes {@code otodoke_tasks_open}
 * @param help says what it counts
 * @param sql rows with a {@code value}; all other columns are labels. It may use the parameters {@code now} and
 *     {@code today}, and its cost must not grow with the history
 */
public record MetricReading(String name, String help, String sql) {}
