package jp.otodoke.workflow.web;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import jp.otodoke.platform.export.Column;
import jp.otodoke.platform.export.Exports;
import jp.otodoke.platform.export.Table;
import jp.otodoke.platform.pages.Formats;
import jp.otodoke.workflow.CaseDetails;
import jp.otodoke.workflow.CaseDetailsLookup;
import jp.otodoke.workflow.Cases;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Exports the filtered cases of a step. */
@Controller
class CaseExports {
    private final Cases cases;
    private final CaseDetailsLookup caseDetails;
    private final Exports exports;
    private final List<Column<Row>> columns;

    CaseExports(Cases cases, CaseDetailsLookup caseDetails, Exports exports, Formats formats) {
        this.cases = cases;
        this.caseDetails = caseDetails;
        this.exports = exports;
        this.columns = List.of(
                new Column<>("processes.case", row -> row.standing().key()),
                new Column<>("processes.since", row -> row.standing().since()),
                new Column<>("resolution.yen", Row::yen),
                new Column<>("processes.age", row -> formats.name("processes.age", row.age())),
                new Column<>(
                        "processes.incidents",
                        row -> row.standing().stuck() ? formats.text("processes.incidents", "stuck") : ""));
    }

    @GetMapping("/processes/{process}/cases.csv")
    ResponseEntity<StreamingResponseBody> csv(
            @PathVariable String process, @RequestParam String step, CaseFilter filter) {
        return exports.csv(table(process, step, filter));
    }

    @GetMapping("/processes/{process}/cases.xlsx")
    ResponseEntity<StreamingResponseBody> excel(
            @PathVariable String process, @RequestParam String step, CaseFilter filter) {
        return exports.excel(table(process, step, filter));
    }

    private Table<Row> table(String process, String step, CaseFilter filter) {
        return new Table<>(
                "cases", process + "/" + step + filter.inWords(), columns, use -> each(process, step, filter, use));
    }

    private void each(String process, String step, CaseFilter filter, Consumer<Row> use) {
        cases.each(process, step, filter.toFilter(), some -> {
            var known = caseDetails.of(
                    process,
                    some.stream().map(Cases.Case::key).filter(Objects::nonNull).toList());
            some.forEach(one -> use.accept(new Row(one, known.get(one.key()))));
        });
    }

    private record Row(Cases.Case standing, CaseDetails.@Nullable Details details) {
        @Nullable
        Long yen() {
            return details == null ? null : details.yen().amount();
        }

        String age() {
            return standing.over() ? "over" : standing.late() ? "late" : "fine";
        }
    }
}
