package jp.otodoke.documents;

import jp.otodoke.shared.ReceivableNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Issues a reminder letter about what is overdue, with or without an order. */
@Component
public class IssueReminder {
    private final ComposeReminder reminders;
    private final IssueDocument issueDocument;
    private final FindDocuments documents;

    IssueReminder(ComposeReminder reminders, IssueDocument issueDocument, FindDocuments documents) {
        this.reminders = reminders;
        this.issueDocument = issueDocument;
        this.documents = documents;
    }

    /** @throws jp.otodoke.shared.Refusal if there is no such receivable (not found), or it is not overdue (conflict) */
    @Transactional
    public IssuedDocument issue(ReceivableNumber number) {
        return documents.get(issueDocument.issue(reminders.of(number)));
    }
}
