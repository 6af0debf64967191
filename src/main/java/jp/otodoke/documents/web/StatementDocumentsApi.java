package jp.otodoke.documents.web;

import java.net.URI;
import java.util.List;
import jp.otodoke.documents.DocumentKind;
import jp.otodoke.documents.FindDocuments;
import jp.otodoke.documents.IssueStatementInvoice;
import jp.otodoke.payments.FindStatements;
import jp.otodoke.payments.StatementNumber;
import jp.otodoke.shared.Refusal;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** API of the invoice of a statement. */
@RestController
@RequestMapping("/api/v1/statements/{number:B[0-9]{8}}/documents")
class StatementDocumentsApi {
    private final IssueStatementInvoice issueInvoice;
    private final FindDocuments documents;
    private final FindStatements statements;

    StatementDocumentsApi(IssueStatementInvoice issueInvoice, FindDocuments documents, FindStatements statements) {
        this.issueInvoice = issueInvoice;
        this.documents = documents;
        this.statements = statements;
    }

    /** As they were issued, the last first. */
    @GetMapping
    Issued list(@PathVariable String number) {
        var statement = StatementNumber.of(number);
        if (statements.find(statement).isEmpty()) {
            throw Refusal.notFound("statement.not-found", statement);
        }
        return new Issued(documents.about(DocumentKind.STATEMENT_INVOICE, number).stream()
                .map(DocumentBody::of)
                .toList());
    }

    /** Issues it, or answers the one that says the same. 409 where the statement is cancelled. */
    @PostMapping
    ResponseEntity<DocumentBody> issue(@PathVariable String number) {
        var issued = issueInvoice.issue(StatementNumber.of(number));
        return ResponseEntity.created(URI.create("/api/v1/documents/" + issued.id()))
                .body(DocumentBody.of(issued));
    }

    record Issued(List<DocumentBody> items) {}
}
