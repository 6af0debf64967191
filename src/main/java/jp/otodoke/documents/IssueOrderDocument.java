package jp.otodoke.documents;

import java.util.List;
import jp.otodoke.fulfilment.FindShipment;
import jp.otodoke.fulfilment.Shipment;
import jp.otodoke.fulfilment.ShipmentStatus;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Issues a document about an order, because somebody asks for it. */
@Component
public class IssueOrderDocument {
    private final FindOrder orders;
    private final FindShipment shipments;
    private final ComposeDeliveryNote deliveryNotes;
    private final ComposeInvoice invoices;
    private final ComposeReceipt receipts;
    private final ComposeSlip slips;
    private final ComposeReminder reminders;
    private final SalesOnAccount onAccount;
    private final IssueDocument issueDocument;
    private final FindDocuments documents;

    IssueOrderDocument(
            FindOrder orders,
            FindShipment shipments,
            ComposeDeliveryNote deliveryNotes,
            ComposeInvoice invoices,
            ComposeReceipt receipts,
            ComposeSlip slips,
            ComposeReminder reminders,
            SalesOnAccount onAccount,
            IssueDocument issueDocument,
            FindDocuments documents) {
        this.orders = orders;
        this.shipments = shipments;
        this.deliveryNotes = deliveryNotes;
        this.invoices = invoices;
        this.receipts = receipts;
        this.slips = slips;
        this.reminders = reminders;
        this.onAccount = onAccount;
        this.issueDocument = issueDocument;
        this.documents = documents;
    }

    /**
     * @param wording of a receipt
     * @return one, but a delivery note of each shipment
     * @throws Refusal if there is no such order (not found), or it can't be issued now (conflict), or is not about an order
     */
    @Transactional
    public List<IssuedDocument> issue(OrderNumber number, DocumentKind kind, ReceiptWording wording) {
        orders.get(number);
        return drafts(number, kind, wording).stream()
                .map(draft -> documents.get(issueDocument.issue(draft)))
                .toList();
    }

    private List<Draft> drafts(OrderNumber number, DocumentKind kind, ReceiptWording wording) {
        return switch (kind) {
            case DELIVERY_NOTE, GIFT_DELIVERY_NOTE -> notes(number, kind);
            case INVOICE -> List.of(notOnAccount(invoices.ofSale(number), number));
            case RETURN_INVOICE -> List.of(notOnAccount(invoices.ofReturn(number), number));
            case RECEIPT -> List.of(receipts.of(number, wording));
            case PAYMENT_SLIP -> List.of(slips.of(ReceivableNumber.of(number)));
            case REMINDER -> List.of(reminders.of(ReceivableNumber.of(number)));
            case STATEMENT, STATEMENT_INVOICE -> throw Refusal.invalid("document.refused.statement-of-order");
        };
    }

    /** The same sale on two qualified invoices would be deducted twice. */
    private Draft notOnAccount(Draft draft, OrderNumber number) {
        if (onAccount.invoiced(number)) {
            throw Refusal.conflict("document.refused.on-account", number);
        }
        return draft;
    }

    private List<Draft> notes(OrderNumber number, DocumentKind kind) {
        var sent = shipments.ofOrder(number).stream()
                .filter(shipment -> shipment.status() != ShipmentStatus.CANCELLED)
                .map(Shipment::number)
                .toList();
        if (sent.isEmpty()) {
            throw Refusal.conflict("document.refused.no-shipment", number);
        }
        return sent.stream().map(shipment -> deliveryNotes.of(kind, shipment)).toList();
    }
}
