package jp.otodoke.documents;

import java.util.ArrayList;
import jp.otodoke.fulfilment.FindShipment;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Issues what an order has by itself once somebody looks: a delivery note of each shipment that has left, the invoice of what was
 * shipped, the return invoice of what came back, the slip that is to be paid. Nothing is written for orders at which nobody looks.
 * Sales on account stand on the statement invoice of their closing, whose tax is rounded there: such orders have no invoices of
 * their own.
 */
@Component
public class IssueDueDocuments {
    private final FindOrder orders;
    private final FindShipment shipments;
    private final ComposeDeliveryNote deliveryNotes;
    private final ComposeInvoice invoices;
    private final ComposeSlip slips;
    private final SalesOnAccount onAccount;
    private final ComposeStatementInvoice statementInvoices;
    private final IssueDocument issueDocument;
    private final Issuer issuer;

    IssueDueDocuments(
            FindOrder orders,
            FindShipment shipments,
            ComposeDeliveryNote deliveryNotes,
            ComposeInvoice invoices,
            ComposeSlip slips,
            SalesOnAccount onAccount,
            ComposeStatementInvoice statementInvoices,
            IssueDocument issueDocument,
            Issuer issuer) {
        this.orders = orders;
        this.shipments = shipments;
        this.deliveryNotes = deliveryNotes;
        this.invoices = invoices;
        this.slips = slips;
        this.onAccount = onAccount;
        this.statementInvoices = statementInvoices;
        this.issueDocument = issueDocument;
        this.issuer = issuer;
    }

    /**
     * Those that exist and still say the same stay. Without an issuer nothing is issued, without a registration number no invoice.
     *
     * @throws Refusal if there is no such order
     */
    @Transactional
    public void issue(OrderNumber number) {
        var order = orders.get(number);
        if (!issuer.isKnown()) {
            return;
        }
        var drafts = new ArrayList<Draft>();
        shipments.ofOrder(number).stream()
                .filter(shipment -> shipment.shippedAt() != null)
                .forEach(shipment -> drafts.add(deliveryNotes.of(deliveryNotes.kindFor(shipment), shipment.number())));
        if (issuer.isRegistered()) {
            onAccount.statements(number).forEach(statement -> drafts.add(statementInvoices.of(statement)));
        }
        if (issuer.isRegistered() && order.paymentMethod() != PaymentMethod.INVOICE && !onAccount.invoiced(number)) {
            if (invoices.anythingShipped(order)) {
                drafts.add(invoices.ofSale(number));
            }
            if (invoices.anythingReturned(order)) {
                drafts.add(invoices.ofReturn(number));
            }
        }
        if (slips.any(ReceivableNumber.of(number))) {
            drafts.add(slips.of(ReceivableNumber.of(number)));
        }
        drafts.forEach(issueDocument::issue);
    }
}
