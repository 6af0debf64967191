package jp.otodoke.documents.web;

import java.util.List;
import java.util.stream.Collectors;
import jp.otodoke.documents.FindDocuments;
import jp.otodoke.documents.IssuedDocument;
import jp.otodoke.platform.export.Column;
import jp.otodoke.platform.export.Exports;
import jp.otodoke.platform.export.Table;
import jp.otodoke.platform.pages.Formats;
import jp.otodoke.shared.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Exports the documents of the list. */
@Controller
class DocumentExports {
    private final FindDocuments documents;
    private final Exports exports;
    private final List<Column<IssuedDocument>> columns;

    DocumentExports(FindDocuments documents, Exports exports, Formats formats) {
        this.documents = documents;
        this.exports = exports;
        this.columns = List.of(
                new Column<>("documents.number", IssuedDocument::number),
                new Column<>("documents.kind", document -> formats.name("document-kind", document.kind())),
                new Column<>("documents.date", IssuedDocument::date),
                new Column<>("documents.amount", document -> document.amount().amount()),
                new Column<>("documents.partner", IssuedDocument::partner),
                new Column<>("documents.customer", IssuedDocument::customer),
                new Column<>("documents.order", document -> document.orders().stream()
                        .map(OrderNumber::value)
                        .collect(Collectors.joining(" "))),
                new Column<>("documents.corrects", IssuedDocument::corrects),
                new Column<>("documents.issuedAt", IssuedDocument::issuedAt),
                new Column<>("documents.issuedBy", IssuedDocument::issuedBy));
    }

    @GetMapping("/documents/export.csv")
    ResponseEntity<StreamingResponseBody> csv(
            DocumentListQuery query, @RequestParam(required = false) @Nullable String sort) {
        return exports.csv(table(query, sort));
    }

    @GetMapping("/documents/export.xlsx")
    ResponseEntity<StreamingResponseBody> excel(
            DocumentListQuery query, @RequestParam(required = false) @Nullable String sort) {
        return exports.excel(table(query, sort));
    }

    private Table<IssuedDocument> table(DocumentListQuery query, @Nullable String sort) {
        var filter = query.filter();
        return new Table<>("documents", filter.inWords(), columns, use -> documents.each(filter, sort, use));
    }
}
