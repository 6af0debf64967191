package jp.otodoke.documents;

import jp.otodoke.payments.StatementNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Issues the invoice of a closed account; the one that exists if it says the same. */
@Component
public class IssueStatementInvoice {
    private final ComposeStatementInvoice invoices;
    private final IssueDocument issueDocument;
    private final FindDocuments documents;

    IssueStatementInvoice(ComposeStatementInvoice invoices, IssueDocument issueDocument, FindDocuments documents) {
        this.invoices = invoices;
        this.issueDocument = issueDocument;
        this.documents = documents;
    }

    /**
     * @throws jp.otodoke.shared.Refusal if there is no such statement (not found), it is cancelled, or the issuer has no
     *     registration number (conflict)
     */
    @Transactional
    public IssuedDocument issue(StatementNumber number) {
        return documents.get(issueDocument.issue(invoices.of(number)));
    }
}
