package jp.otodoke.documents;

import java.time.LocalDate;
import jp.otodoke.shared.CustomerNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Issues the statement of a customer for a period. */
@Component
public class IssueStatement {
    private final ComposeStatement statements;
    private final IssueDocument issueDocument;
    private final FindDocuments documents;

    IssueStatement(ComposeStatement statements, IssueDocument issueDocument, FindDocuments documents) {
        this.statements = statements;
        this.issueDocument = issueDocument;
        this.documents = documents;
    }

    /**
     * @param to the last day
     * @throws jp.otodoke.shared.Refusal if there is no such customer (not found), or nothing to tell (conflict)
     */
    @Transactional
    public IssuedDocument issue(CustomerNumber customer, LocalDate from, LocalDate to) {
        return documents.get(issueDocument.issue(statements.of(customer, from, to)));
    }
}
