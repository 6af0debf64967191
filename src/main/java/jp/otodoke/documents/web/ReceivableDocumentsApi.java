package jp.otodoke.documents.web;

import java.net.URI;
import jp.otodoke.documents.DocumentKind;
import jp.otodoke.documents.IssueReminder;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.ReceivableNumber;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** API of documents about what is owed, with or without an order. */
@RestController
class ReceivableDocumentsApi {
    private final IssueReminder issueReminder;

    ReceivableDocumentsApi(IssueReminder issueReminder) {
        this.issueReminder = issueReminder;
    }

    /** Issues a reminder letter ({@code REMINDER}). 409 where nothing is overdue. */
    @PostMapping("/api/v1/receivables/{number}/documents")
    ResponseEntity<DocumentBody> issue(@PathVariable ReceivableNumber number, @RequestBody DocumentRequest asked) {
        if (asked.wanted() != DocumentKind.REMINDER) {
            throw new InvalidInput("kind", "invalid", BilingualText.of("document.problem.reminder-only"));
        }
        var issued = issueReminder.issue(number);
        return ResponseEntity.created(URI.create("/api/v1/documents/" + issued.id()))
                .body(DocumentBody.of(issued));
    }
}
