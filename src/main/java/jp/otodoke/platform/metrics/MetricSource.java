package jp.otodoke.platform.metrics;

import java.util.List;

/** The metrics of a module. */
public interface MetricSource {
    List<MetricReading> figures();
}
