package jp.otodoke.payments.desk.web;

import java.util.List;
import jp.otodoke.payments.FindStatements;
import jp.otodoke.payments.Statement;
import jp.otodoke.platform.export.Column;
import jp.otodoke.platform.export.Exports;
import jp.otodoke.platform.export.FilterText;
import jp.otodoke.platform.export.Table;
import jp.otodoke.platform.pages.Formats;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Exports the filtered statement invoices. */
@Controller
class StatementExports {
    private final FindStatements statements;
    private final Exports exports;
    private final List<Column<Statement>> columns;

    StatementExports(FindStatements statements, Exports exports, Formats formats) {
        this.statements = statements;
        this.exports = exports;
        this.columns = List.of(
                new Column<>("statement.number", s -> s.number().value()),
                new Column<>("receivables.customer", s -> s.customer().value()),
                new Column<>("statement.name", Statement::name),
                new Column<>("statement.closingDate", Statement::closingDate),
                new Column<>("statement.previous", s -> s.previous().amount()),
                new Column<>("statement.received", s -> s.received().amount()),
                new Column<>("statement.carried", s -> s.carried().amount()),
                new Column<>("statement.sales", s -> s.sales().amount()),
                new Column<>("statement.tax", s -> s.tax().amount()),
                new Column<>("statement.total", s -> s.total().amount()),
                new Column<>("statement.open", s -> s.open().amount()),
                new Column<>("receivables.dueDate", Statement::dueDate),
                new Column<>("orders.status", s -> formats.name("status.statement", s.state())));
    }

    @GetMapping("/statements/export.csv")
    ResponseEntity<StreamingResponseBody> csv(
            @ModelAttribute StatementFilter filter, @RequestParam(required = false) @Nullable String sort) {
        return exports.csv(table(filter, sort));
    }

    @GetMapping("/statements/export.xlsx")
    ResponseEntity<StreamingResponseBody> excel(
            @ModelAttribute StatementFilter filter, @RequestParam(required = false) @Nullable String sort) {
        return exports.excel(table(filter, sort));
    }

    private Table<Statement> table(StatementFilter filter, @Nullable String sort) {
        return new Table<>(
                "statements",
                FilterText.ALL
                        .with("customer", filter.customer())
                        .with("state", filter.state())
                        .with("from", filter.from())
                        .with("until", filter.until())
                        .text(),
                columns,
                use -> statements.each(filter.read(), sort, use));
    }
}
