package jp.otodoke.documents;

import java.util.ArrayList;
import java.util.List;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.DueStatement;
import jp.otodoke.payments.FindDueStatements;
import jp.otodoke.payments.OpenItem;
import jp.otodoke.payments.OpenItems;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;

/** 督促状 about what is owed and overdue: to who buys on account one about all statements that are. */
@Component
class ComposeReminder {
    private final OpenItems openItems;
    private final FindOrder orders;
    private final BuyerAddress buyerAddress;
    private final DocumentArchive archive;
    private final FindDueStatements dueStatements;
    private final BusinessClock clock;

    ComposeReminder(
            OpenItems openItems,
            FindOrder orders,
            BuyerAddress buyerAddress,
            DocumentArchive archive,
            FindDueStatements dueStatements,
            BusinessClock clock) {
        this.openItems = openItems;
        this.orders = orders;
        this.buyerAddress = buyerAddress;
        this.archive = archive;
        this.dueStatements = dueStatements;
        this.clock = clock;
    }

    /** @throws Refusal if there is no such receivable (not found), or it is not overdue (conflict) */
    Draft of(ReceivableNumber number) {
        var item = openItems.find(number).orElseThrow(() -> Refusal.notFound("receivable.not-found", number));
        if (!item.open().isPositive()) {
            throw Refusal.conflict("document.refused.nothing-owed", number);
        }
        if (number.ofOrder() && item.method() == PaymentMethod.INVOICE && item.customer() != null) {
            return ofAccount(number, CustomerNumber.of(item.customer()));
        }
        var due = item.dueDate();
        if (due == null || !due.isBefore(clock.today())) {
            throw Refusal.conflict("document.refused.not-overdue", number);
        }
        var paper = new Paper(
                addressee(item),
                clock.today(),
                List.of(
                        new Paper.Fact("paper.receivable", number.value()),
                        new Paper.Fact("paper.due-date", PaperText.day(due))),
                List.of(),
                List.of(),
                item.open(),
                new Paper.ReminderDetails(due, archive.count(DocumentKind.REMINDER, number.value()) + 1));
        return new Draft(
                DocumentKind.REMINDER,
                number.value(),
                number.ofOrder() ? List.of(number.asOrder()) : List.of(),
                null,
                number,
                item.customer() == null ? null : CustomerNumber.of(item.customer()),
                paper);
    }

    private Draft ofAccount(ReceivableNumber number, CustomerNumber customer) {
        var due = dueStatements.of(customer);
        if (due.isEmpty()) {
            throw Refusal.conflict("document.refused.not-overdue", number);
        }
        var facts = new ArrayList<Paper.Fact>();
        due.forEach(one -> facts.add(new Paper.Fact(
                "paper.statement-invoice.number",
                PaperText.of("paper.statement-invoice.due", one.number(), one.open(), PaperText.day(one.dueBy())))));
        var paper = new Paper(
                buyerAddress.of(customer),
                clock.today(),
                facts,
                List.of(),
                List.of(),
                Yen.sum(due, DueStatement::open),
                new Paper.ReminderDetails(
                        due.get(0).dueBy(), archive.count(DocumentKind.REMINDER, customer.value()) + 1));
        return new Draft(DocumentKind.REMINDER, customer.value(), List.of(), null, null, customer, paper);
    }

    private Paper.Addressee addressee(OpenItem item) {
        if (item.number().ofOrder()) {
            return buyerAddress.of(orders.get(item.number().asOrder()));
        }
        var customer = item.customer();
        return customer == null
                ? new Paper.Addressee(item.number().value(), null)
                : buyerAddress.of(CustomerNumber.of(customer));
    }
}
