package jp.otodoke.documents;

import java.time.LocalDate;
import jp.otodoke.fulfilment.FindShipment;
import jp.otodoke.payments.StatementNumber;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ShipmentNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Issues one document of a batch and makes its PDF. */
@Component
class IssueBatchItem {
    private final ComposeDeliveryNote deliveryNotes;
    private final ComposeInvoice invoices;
    private final ComposeStatement statements;
    private final ComposeStatementInvoice statementInvoices;
    private final FindShipment shipments;
    private final IssueDocument issueDocument;
    private final FindDocuments documents;
    private final OpenDocument openDocument;

    IssueBatchItem(
            ComposeDeliveryNote deliveryNotes,
            ComposeInvoice invoices,
            ComposeStatement statements,
            ComposeStatementInvoice statementInvoices,
            FindShipment shipments,
            IssueDocument issueDocument,
            FindDocuments documents,
            OpenDocument openDocument) {
        this.deliveryNotes = deliveryNotes;
        this.invoices = invoices;
        this.statements = statements;
        this.statementInvoices = statementInvoices;
        this.shipments = shipments;
        this.issueDocument = issueDocument;
        this.documents = documents;
        this.openDocument = openDocument;
    }

    /**
     * @param subject number of the shipment, order, statement invoice or customer
     * @return id of the document
     * @throws jp.otodoke.shared.Refusal if there can be none
     */
    @Transactional
    public long issue(DocumentKind kind, String subject, LocalDate from, LocalDate to) {
        var id = issueDocument.issue(draft(kind, subject, from, to));
        openDocument.bytes(documents.get(id));
        return id;
    }

    private Draft draft(DocumentKind kind, String subject, LocalDate from, LocalDate to) {
        return switch (kind) {
            case DELIVERY_NOTE -> note(ShipmentNumber.of(subject));
            case INVOICE -> invoices.ofSale(OrderNumber.of(subject));
            case STATEMENT_INVOICE -> statementInvoices.of(StatementNumber.of(subject));
            default -> statements.of(CustomerNumber.of(subject), from, to);
        };
    }

    private Draft note(ShipmentNumber number) {
        return deliveryNotes.of(deliveryNotes.kindFor(shipments.get(number)), number);
    }
}
