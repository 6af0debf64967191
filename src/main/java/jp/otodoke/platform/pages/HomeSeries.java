package jp.otodoke.platform.pages;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A figure for each of the last days, drawn on the first page.
 *
 * @param place its place among all; a chart stands where its first series does
 * @param chart the chart it is drawn in, together with series of other modules; {@code home.chart.<chart>} is its title
 * @param name {@code home.chart.<name>} is its name
 * @param colour such as {@code #1d5fa8}
 * @param money whether the values are yen
 * @param forWork the permissions of those whose work it is, any of them
 * @param values the values from the first to the second day, both included; a day without one has zero
 */
public record HomeSeries(
        int place,
        String chart,
        String name,
        String colour,
        boolean money,
        Set<String> forWork,
        BiFunction<LocalDate, LocalDate, Map<LocalDate, Long>> values) {
    /** What the series is called. */
    public String key() {
        return "home.chart." + name;
    }
}
