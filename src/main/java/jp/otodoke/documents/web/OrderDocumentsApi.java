package jp.otodoke.documents.web;

import java.net.URI;
import jp.otodoke.documents.DocumentFilter;
import jp.otodoke.documents.FindDocuments;
import jp.otodoke.documents.IssueDueDocuments;
import jp.otodoke.documents.IssueOrderDocument;
import jp.otodoke.platform.web.PageQuery;
import jp.otodoke.platform.web.Paged;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.staff.CurrentStaff;
import jp.otodoke.staff.Permission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** API of the documents of an order. */
@RestController
@RequestMapping("/api/v1/orders/{number}/documents")
class OrderDocumentsApi {
    private final FindDocuments documents;
    private final IssueDueDocuments issueDue;
    private final IssueOrderDocument issueOrderDocument;
    private final CurrentStaff staff;

    OrderDocumentsApi(
            FindDocuments documents,
            IssueDueDocuments issueDue,
            IssueOrderDocument issueOrderDocument,
            CurrentStaff staff) {
        this.documents = documents;
        this.issueDue = issueDue;
        this.issueOrderDocument = issueOrderDocument;
        this.staff = staff;
    }

    /** With what the order has by itself: delivery notes, invoice, return invoice, slip. They are issued when they are asked for first. */
    @GetMapping
    Paged<DocumentBody> list(@PathVariable OrderNumber number, PageQuery page) {
        var sort = page.sort(FindDocuments.SORTING).asWritten();
        if (staff.may(Permission.PERSONAL_VIEW)) {
            issueDue.issue(number);
        }
        var filter = DocumentFilter.of(number);
        return Paged.of(
                documents.list(filter, sort, page.offset(), page.size()).stream()
                        .map(DocumentBody::of)
                        .toList(),
                page,
                documents.sums(filter).documents());
    }

    /** Issues one, a delivery note for each shipment (the first is answered). 409 where it is not allowed, saying why. */
    @PostMapping
    ResponseEntity<DocumentBody> issue(@PathVariable OrderNumber number, @RequestBody DocumentRequest asked) {
        var issued = issueOrderDocument
                .issue(number, asked.wanted(), asked.wording())
                .get(0);
        return ResponseEntity.created(URI.create("/api/v1/documents/" + issued.id()))
                .body(DocumentBody.of(issued));
    }
}
