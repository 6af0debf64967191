package jp.otodoke.desk.home;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.otodoke.platform.pages.HomeSeries;
import jp.otodoke.platform.pages.HomeSeriesSource;
import jp.otodoke.shared.BilingualText;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Draws the series that the modules contribute over the last two weeks, limited to the reader's permissions. */
@Component
class HomeCharts {
    private final List<HomeSeriesSource> sources;
    private final RecentDays recentDays;

    HomeCharts(List<HomeSeriesSource> sources, RecentDays recentDays) {
        this.sources = sources;
        this.recentDays = recentDays;
    }

    @Transactional(readOnly = true)
    List<Chart> of(Predicate<String> may, Locale locale) {
        return sources.stream()
                .flatMap(source -> source.series().stream())
                .filter(series -> series.forWork().stream().anyMatch(may))
                .sorted(Comparator.comparing(HomeSeries::place))
                .collect(groupingBy(HomeSeries::chart, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(chart -> chart(chart.getKey(), chart.getValue(), locale))
                .toList();
    }

    private Chart chart(String name, List<HomeSeries> series, Locale locale) {
        var columns = series.stream().map(recentDays::of).toList();
        return new Chart("home.chart." + name, series, rows(columns), drawing(series, columns, locale));
    }

    private List<Row> rows(List<List<Long>> columns) {
        var days = recentDays.all();
        return days.stream()
                .map(day -> new Row(
                        day,
                        columns.stream()
                                .map(column -> column.get(days.indexOf(day)))
                                .toList()))
                .toList();
    }

    private String drawing(List<HomeSeries> series, List<List<Long>> columns, Locale locale) {
        var labels = recentDays.all().stream()
                .map(day -> "\"%d/%d\"".formatted(day.getMonthValue(), day.getDayOfMonth()))
                .collect(joining(","));
        var lines = series.stream()
                .map(line ->
                        """
                             {"label":"%s","data":[%s],"backgroundColor":"%s","borderRadius":2}"""
                                .formatted(
                                        BilingualText.of(line.key()).in(locale),
                                        columns.get(series.indexOf(line)).stream()
                                                .map(String::valueOf)
                                                .collect(joining(",")),
                                        line.colour()))
                .collect(joining(","));
        return """
               {"type":"bar","data":{"labels":[%s],"datasets":[%s]},
               "options":{"maintainAspectRatio":false,"plugins":{"legend":{"position":"top","align":"end","labels":{"boxWidth":10,"boxHeight":10}}},
               "scales":{"x":{"grid":{"display":false}},"y":{"beginAtZero":true,"ticks":{"precision":0,"maxTicksLimit":5}}}}}"""
                .formatted(labels, lines);
    }

    /** A chart and the data behind it as a table. */
    record Chart(String key, List<HomeSeries> series, List<Row> rows, String drawing) {}

    /** The values of a day, in the order of the series. */
    record Row(LocalDate day, List<Long> values) {}
}
