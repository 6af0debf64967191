package jp.otodoke.customers.web;

import java.util.List;
import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.customers.sql.CustomerSearch;
import jp.otodoke.platform.export.Column;
import jp.otodoke.platform.export.Exports;
import jp.otodoke.platform.export.FilterText;
import jp.otodoke.platform.export.Table;
import jp.otodoke.platform.pages.Formats;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Exports exactly the filtered customers, with the columns of the list. */
@Controller
class CustomerExports {
    private final CustomerSearch search;
    private final Exports exports;
    private final List<Column<CustomerSummary>> columns;

    CustomerExports(CustomerSearch search, Exports exports, Formats formats) {
        this.search = search;
        this.exports = exports;
        this.columns = List.of(
                new Column<>("customer.field.number", CustomerSummary::number),
                new Column<>("customer.field.name", CustomerSummary::name),
                new Column<>("customer.field.kana", CustomerSummary::kana),
                new Column<>("customer.field.phone", CustomerSummary::phone),
                new Column<>(
                        "customer.field.address.postalCode",
                        c -> formats.postal(c.address().postalCode())),
                new Column<>("customer.field.address", c -> c.address().oneLine()),
                new Column<>("customer.field.state", c -> formats.name("status.customer", c.state())),
                new Column<>(
                        "customer.field.attention",
                        c -> c.attention() ? formats.text("customer.field.attention", "") : ""));
    }

    @GetMapping("/customers/export.csv")
    ResponseEntity<StreamingResponseBody> csv(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "number") String sort) {
        return exports.csv(table(q, state, sort));
    }

    @GetMapping("/customers/export.xlsx")
    ResponseEntity<StreamingResponseBody> excel(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "number") String sort) {
        return exports.excel(table(q, state, sort));
    }

    private Table<CustomerSummary> table(@Nullable String q, @Nullable String state, String sort) {
        var known = CustomerPage.state(state);
        var words = TextNormalizer.clean(q);
        return new Table<>(
                "customers",
                FilterText.ALL.with("q", words).with("state", known).text(),
                columns,
                use -> search.each(words, known, sort.replaceFirst(",.*", ""), sort.endsWith(",desc"), use));
    }
}
