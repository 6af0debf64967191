package jp.otodoke.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;

/** How long requests of each kind took, counted from the moment when they were due: waiting behind a slow one counts too. */
final class Latencies {
    private final Map<String, ConcurrentLinkedQueue<Long>> nanos = new ConcurrentSkipListMap<>();
    private final Map<String, ConcurrentLinkedQueue<String>> failures = new ConcurrentSkipListMap<>();

    void took(String kind, long duration) {
        nanos.computeIfAbsent(kind, k -> new ConcurrentLinkedQueue<>()).add(duration);
    }

    void failed(String kind, String why) {
        failures.computeIfAbsent(kind, k -> new ConcurrentLinkedQueue<>()).add(why);
    }

    List<String> failures() {
        var all = new ArrayList<String>();
        failures.forEach((kind, whys) -> all.add(kind + ": " + whys.size() + ", such as " + whys.peek()));
        return all;
    }

    /** p99 in milliseconds of each kind. */
    Map<String, Double> p99() {
        var result = new TreeMap<String, Double>();
        nanos.forEach((kind, all) -> result.put(kind, percentile(sorted(all), 0.99)));
        return result;
    }

    /** Milliseconds; 0 for a kind that was never measured. */
    double median(String kind) {
        return nanos.containsKey(kind) ? percentile(sorted(nanos.get(kind)), 0.5) : 0;
    }

    /** A table in Markdown. */
    List<String> table() {
        var rows = new ArrayList<String>();
        rows.add("| request | count | p50 ms | p90 ms | p99 ms | max ms |");
        rows.add("|---|---|---|---|---|---|");
        nanos.forEach((kind, all) -> {
            var sorted = sorted(all);
            rows.add("| %s | %d | %.0f | %.0f | %.0f | %.0f |"
                    .formatted(
                            kind,
                            sorted.size(),
                            percentile(sorted, 0.5),
                            percentile(sorted, 0.9),
                            percentile(sorted, 0.99),
                            percentile(sorted, 1)));
        });
        return rows;
    }

    private static List<Long> sorted(Iterable<Long> all) {
        var list = new ArrayList<Long>();
        all.forEach(list::add);
        list.sort(null);
        return list;
    }

    private static double percentile(List<Long> sorted, double share) {
        var at = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.max(0, at)) / 1e6;
    }
}
