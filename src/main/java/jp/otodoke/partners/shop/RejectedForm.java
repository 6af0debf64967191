package jp.otodoke.partners.shop;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.otodoke.partners.shop.RejectedOrder.Field;
import jp.otodoke.partners.shop.RejectedOrder.ShownMistake;
import jp.otodoke.platform.csv.CsvHeader;
import jp.otodoke.platform.csv.CsvRow;
import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.shared.BilingualText;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** Converts the rows of an order into the fields of a form, and the submitted form back into rows. */
final class RejectedForm {
    private static final String WHOLE = "all-";

    private final List<CsvRow> rows;
    private final ReadOrder.Places columns;
    private final Set<Integer> ofRows;

    /**
     * @param inTheFile the order as the shop sent it, which determines which fields appear once and which on each
     *     row
     */
    RejectedForm(ReadOrder inTheFile) {
        rows = inTheFile.rows();
        columns = inTheFile.columns();
        ofRows = ofRows(inTheFile);
    }

    /** The rows with the submitted values; cells that the form did not submit stay unchanged. */
    List<CsvRow> typed(Map<String, String> typed) {
        return rows.stream()
                .map(row -> row.with(place -> typed.getOrDefault(name(row.line(), place), row.asWritten(place))))
                .toList();
    }

    /** @param now the rows to be shown */
    RejectedOrder show(String file, String number, List<CsvRow> now, List<Mistake> problems) {
        var mistakes = problems.stream()
                .map(p -> new ShownMistake(p.line(), p.field(), ProblemTexts.inCurrentLanguage(p), fieldOf(p)))
                .toList();
        var places = IntStream.range(0, header().width()).boxed().toList();
        return new RejectedOrder(
                file,
                number,
                places.stream()
                        .filter(place -> !ofRows.contains(place))
                        .map(place -> field(now.get(0), place, mistakes))
                        .toList(),
                ofRows.isEmpty()
                        ? List.of()
                        : now.stream().map(row -> line(row, places, mistakes)).toList(),
                mistakes);
    }

    private RejectedOrder.Line line(CsvRow row, List<Integer> places, List<ShownMistake> mistakes) {
        var before = rows.stream().filter(r -> r.line() == row.line()).findFirst();
        return new RejectedOrder.Line(
                row.line(),
                places.stream()
                        .filter(ofRows::contains)
                        .map(place -> field(row, place, mistakes))
                        .toList(),
                before.map(CsvRow::extraCells).orElse(List.of()));
    }

    private Field field(CsvRow row, int place, List<ShownMistake> mistakes) {
        var name = name(row.line(), place);
        return new Field(
                name,
                header().nameAt(place),
                meaning(header().nameAt(place)),
                row.asWritten(place),
                place == header().place(columns.sku()),
                mistakes.stream()
                        .filter(mistake -> name.equals(mistake.field()))
                        .map(ShownMistake::message)
                        .findFirst()
                        .orElse(null));
    }

    /** If several columns have the name at which a mistake is reported, the one whose value it quotes is meant. */
    private @Nullable String fieldOf(Mistake problem) {
        var row = rows.stream()
                .filter(r -> r.line() == problem.line())
                .findFirst()
                .orElse(rows.get(0));
        var places = IntStream.range(0, header().width())
                .filter(place -> header().nameAt(place).equals(problem.field()))
                .boxed()
                .toList();
        return Stream.concat(
                        places.stream().filter(place -> problem.arguments()
                                .contains(row.asWritten(place).strip())),
                        places.stream())
                .findFirst()
                .map(place -> name(row.line(), place))
                .orElse(null);
    }

    private static @Nullable String meaning(String column) {
        return BilingualText.known("shop.column." + column.replace(' ', '-'))
                .map(text -> text.in(LocaleContextHolder.getLocale()))
                .orElse(null);
    }

    private String name(int line, int place) {
        return ofRows.contains(place) ? "line-" + line + "-" + place : WHOLE + place;
    }

    private CsvHeader header() {
        return rows.get(0).header();
    }

    /** The columns that differ from row to row and the one that gives a row's kind; none if there is only one row. */
    private static Set<Integer> ofRows(ReadOrder order) {
        var places = new HashSet<Integer>();
        var rows = order.rows();
        if (rows.size() == 1 && rows.get(0).extraCells().isEmpty()) {
            return places;
        }
        var columns = order.columns();
        Stream.of(columns.sku(), columns.quantity(), columns.price())
                .map(rows.get(0).header()::place)
                .filter(place -> place >= 0)
                .forEach(places::add);
        IntStream.range(0, rows.get(0).header().width())
                .filter(place -> rows.stream()
                                .map(row -> row.asWritten(place))
                                .distinct()
                                .count()
                        > 1)
                .forEach(places::add);
        return places;
    }
}
