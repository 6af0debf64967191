package jp.otodoke.platform.metrics;

/**
 * A figure that is read from the database now and then.
 *
 * @param name as in {@code otodoke.tasks.open}; Prometheus writes {@code otodoke_tasks_open}
 * @param help says what it counts
 * @param sql its rows have a {@code value}; whatever else they have is a label. It may use the parameters {@code now} and
 *     {@code today}, and has to be cheap however long the history is
 */
public record MetricReading(String name, String help, String sql) {}
