package jp.otodoke.platform.metrics;

import java.util.List;

/** The figures of a module. */
public interface MetricSource {
    List<MetricReading> figures();
}
