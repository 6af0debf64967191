package jp.otodoke.workflow.web;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.otodoke.platform.pages.Formats;
import jp.otodoke.workflow.ProcessDays;
import jp.otodoke.workflow.ProcessDays.Day;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Charts of the last 30 days of a process: cases started and finished, and lead times. */
@Component
class ProcessTrends {
    private static final double SECONDS_OF_A_DAY = Duration.ofDays(1).toSeconds();
    private static final DateTimeFormatter LABEL = DateTimeFormatter.ofPattern("M/d");

    private final ProcessDays days;
    private final JsonMapper json;
    private final Formats formats;

    ProcessTrends(ProcessDays days, JsonMapper json, Formats formats) {
        this.days = days;
        this.json = json;
        this.formats = formats;
    }

    Trend of(String process) {
        var all = days.of(process);
        return new Trend(all.stream().map(Row::of).toList(), flow(all), lead(all));
    }

    private String flow(List<Day> all) {
        return chart(
                all,
                "bar",
                false,
                List.of(
                        series("trend.started", "bar", "#7aa7d9", all, d -> (double) d.started()),
                        series("trend.finished", "bar", "#2f7d4b", all, d -> (double) d.finished()),
                        series("trend.open", "line", "#b3261e", all, d -> (double) d.openAtEnd())));
    }

    private String lead(List<Day> all) {
        return chart(
                all,
                "line",
                true,
                List.of(
                        series("trend.median", "line", "#1d5fa8", all, d -> inDays(d.median())),
                        series("trend.p90", "line", "#b06a00", all, d -> inDays(d.p90()))));
    }

    private String chart(List<Day> all, String type, boolean gaps, List<Map<String, Object>> series) {
        return json.writeValueAsString(Map.of(
                "type",
                type,
                "data",
                Map.of("labels", all.stream().map(d -> LABEL.format(d.day())).toList(), "datasets", series),
                "options",
                Map.of(
                        "maintainAspectRatio",
                        false,
                        "spanGaps",
                        gaps,
                        "interaction",
                        Map.of("mode", "index", "intersect", false),
                        "scales",
                        Map.of("y", Map.of("beginAtZero", true)))));
    }

    private Map<String, Object> series(
            String key, String type, String colour, List<Day> all, Function<Day, @Nullable Double> value) {
        var values = new ArrayList<@Nullable Double>();
        all.forEach(d -> values.add(value.apply(d)));
        return Map.of(
                "label",
                formats.text(key, key),
                "type",
                type,
                "data",
                values,
                "borderColor",
                colour,
                "backgroundColor",
                colour,
                "pointRadius",
                2,
                "borderWidth",
                2);
    }

    private static @Nullable Double inDays(@Nullable Long seconds) {
        return seconds == null ? null : Math.round(seconds / SECONDS_OF_A_DAY * 100) / 100.0;
    }

    record Trend(List<Row> rows, String flow, String lead) {
        public boolean quiet() {
            return rows.stream().allMatch(r -> r.day().started() + r.day().finished() == 0);
        }
    }

    record Row(Day day, @Nullable Duration median, @Nullable Duration p90) {
        static Row of(Day day) {
            return new Row(day, duration(day.median()), duration(day.p90()));
        }

        private static @Nullable Duration duration(@Nullable Long seconds) {
            return seconds == null ? null : Duration.ofSeconds(seconds);
        }
    }
}
