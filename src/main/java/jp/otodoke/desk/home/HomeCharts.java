package jp.otodoke.desk.home;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import jp.otodoke.desk.home.HomeFigures.Day;
import jp.otodoke.staff.Permission;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Draws the last two weeks, limited to the charts of the reader's role. */
@Component
class HomeCharts {
    private static final Line ORDERS = new Line("orders", "#1d5fa8", Day::orders, false);
    private static final Line PARCELS = new Line("parcels", "#7fb08f", Day::parcels, false);
    private static final Line SALES = new Line("sales", "#1d5fa8", Day::amount, true);
    private static final Line DEPOSITS = new Line("deposits", "#b07f2a", Day::deposits, true);

    private static final List<Sheet> SHEETS = List.of(
            new Sheet("money", List.of(SALES, DEPOSITS), Set.of(Permission.MARKETING_EDIT, Permission.MONEY_EDIT)),
            new Sheet("flow", List.of(ORDERS, PARCELS), Set.of(Permission.VIEW)));

    private final MessageSource messages;

    HomeCharts(MessageSource messages) {
        this.messages = messages;
    }

    List<Chart> of(Predicate<Permission> may, List<Day> days, Locale locale) {
        return SHEETS.stream()
                .filter(sheet -> sheet.any().stream().anyMatch(may))
                .map(sheet -> new Chart("home.chart." + sheet.name(), sheet.lines(), drawing(sheet, days, locale)))
                .toList();
    }

    private String drawing(Sheet sheet, List<Day> days, Locale locale) {
        var labels = days.stream()
                .map(d -> "\"%d/%d\"".formatted(d.day().getMonthValue(), d.day().getDayOfMonth()))
                .collect(joining(","));
        var lines = sheet.lines().stream()
                .map(line ->
                        """
                             {"label":"%s","data":[%s],"backgroundColor":"%s","borderRadius":2}"""
                                .formatted(
                                        messages.getMessage(line.key(), null, locale),
                                        days.stream()
                                                .map(d -> String.valueOf(line.value(d)))
                                                .collect(joining(",")),
                                        line.colour()))
                .collect(joining(","));
        return """
               {"type":"bar","data":{"labels":[%s],"datasets":[%s]},
               "options":{"maintainAspectRatio":false,"plugins":{"legend":{"position":"top","align":"end","labels":{"boxWidth":10,"boxHeight":10}}},
               "scales":{"x":{"grid":{"display":false}},"y":{"beginAtZero":true,"ticks":{"precision":0,"maxTicksLimit":5}}}}}"""
                .formatted(labels, lines);
    }

    private record Sheet(String name, List<Line> lines, Set<Permission> any) {}

    /** One series of bars. */
    record Line(String name, String colour, ToLongFunction<Day> of, boolean money) {
        public String key() {
            return "home.chart." + name;
        }

        public long value(Day day) {
            return of.applyAsLong(day);
        }
    }

    /** A chart and the data behind it as a table. */
    record Chart(String key, List<Line> lines, String drawing) {}
}
