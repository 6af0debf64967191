package jp.otodoke.documents.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import jp.otodoke.documents.AmountRange;
import jp.otodoke.documents.DocumentFilter;
import jp.otodoke.documents.DocumentKind;
import jp.otodoke.documents.FindDocuments;
import jp.otodoke.documents.IssueSearchedDocuments;
import jp.otodoke.documents.IssueStatement;
import jp.otodoke.documents.OpenDocument;
import jp.otodoke.platform.web.PageQuery;
import jp.otodoke.platform.web.Paged;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** API of the documents that were issued: found by date, amount and partner in any combination. */
@RestController
@RequestMapping("/api/v1/documents")
class DocumentsApi {
    private final FindDocuments documents;
    private final IssueSearchedDocuments issueSearched;
    private final OpenDocument openDocument;
    private final IssueStatement issueStatement;

    DocumentsApi(
            FindDocuments documents,
            IssueSearchedDocuments issueSearched,
            OpenDocument openDocument,
            IssueStatement issueStatement) {
        this.documents = documents;
        this.issueSearched = issueSearched;
        this.openDocument = openDocument;
        this.issueStatement = issueStatement;
    }

    /**
     * With what is due of the order or of the customer's newest orders: it is issued when it is asked for first.
     *
     * @param from first day of the transaction
     * @param to last day
     * @param amount exactly, or from and to as {@code 1000-5000}
     * @param partner number of a customer, or a part of the name on the document
     */
    @GetMapping
    Paged<DocumentBody> list(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String amount,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable DocumentKind kind,
            @RequestParam(required = false) @Nullable String order,
            PageQuery page) {
        var number = TextNormalizer.orNull(order);
        var filter = new DocumentFilter(
                kind,
                from,
                to,
                AmountRange.of(amount),
                TextNormalizer.orNull(partner),
                number == null ? null : OrderNumber.of(number));
        var sort = page.sort(FindDocuments.SORTING).asWritten();
        issueSearched.issue(filter);
        return Paged.of(
                documents.list(filter, sort, page.offset(), page.size()).stream()
                        .map(DocumentBody::of)
                        .toList(),
                page,
                documents.sums(filter).documents());
    }

    /** The PDF as it was issued, the same bytes each time; the page from which it was made with {@code format=html}. */
    @GetMapping("/{id:[0-9]{1,18}}")
    ResponseEntity<byte[]> show(@PathVariable long id, @RequestParam(defaultValue = "pdf") String format) {
        return switch (format) {
            case "pdf" -> PdfResponse.of(openDocument.pdf(id));
            case "html" ->
                ResponseEntity.ok()
                        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                        .body(openDocument.html(id).getBytes(StandardCharsets.UTF_8));
            default -> throw new InvalidInput("format", "unknown", BilingualText.of("document.problem.format"));
        };
    }

    /** Issues the statement of a customer; documents of orders are issued at the order. */
    @PostMapping
    ResponseEntity<DocumentBody> issue(@RequestBody DocumentRequest asked) {
        if (asked.wanted() != DocumentKind.STATEMENT) {
            throw new InvalidInput("kind", "invalid", BilingualText.of("document.problem.statement-only"));
        }
        var missing = new ArrayList<FieldProblem>();
        var customer = required(TextNormalizer.orNull(asked.customer()), "customer", missing);
        var from = required(asked.from(), "from", missing);
        var to = required(asked.to(), "to", missing);
        if (customer == null || from == null || to == null) {
            throw new InvalidInput(missing);
        }
        var issued = issueStatement.issue(CustomerNumber.of(customer), from, to);
        return ResponseEntity.created(URI.create("/api/v1/documents/" + issued.id()))
                .body(DocumentBody.of(issued));
    }

    private static <T> @Nullable T required(@Nullable T value, String field, ArrayList<FieldProblem> missing) {
        if (value == null) {
            missing.add(new FieldProblem(field, "required", BilingualText.of("document.problem.required")));
        }
        return value;
    }
}
