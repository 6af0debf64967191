package jp.otodoke.documents;

import java.util.List;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.payments.OpenItem;
import jp.otodoke.payments.OpenItems;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Refusal;
import org.springframework.stereotype.Component;

/** 督促状 about what is owed and overdue. */
@Component
class ComposeReminder {
    private final OpenItems openItems;
    private final FindOrder orders;
    private final BuyerAddress buyerAddress;
    private final DocumentArchive archive;
    private final BusinessClock clock;

    ComposeReminder(
            OpenItems openItems,
            FindOrder orders,
            BuyerAddress buyerAddress,
            DocumentArchive archive,
            BusinessClock clock) {
        this.openItems = openItems;
        this.orders = orders;
        this.buyerAddress = buyerAddress;
        this.archive = archive;
        this.clock = clock;
    }

    /** @throws Refusal if there is no such receivable (not found), or it is not overdue (conflict) */
    Draft of(ReceivableNumber number) {
        var item = openItems.find(number).orElseThrow(() -> Refusal.notFound("receivable.not-found", number));
        var due = item.dueDate();
        if (!item.open().isPositive()) {
            throw Refusal.conflict("document.refused.nothing-owed", number);
        }
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
