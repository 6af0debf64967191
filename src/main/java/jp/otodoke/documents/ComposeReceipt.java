package jp.otodoke.documents;

import java.util.List;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.RemainingTotals;
import jp.otodoke.orders.Totals.TaxShare;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 領収書 of what was received for an order. */
@Component
class ComposeReceipt {
    /** From this amount without tax on, a receipt for money needs a revenue stamp (印紙税法, 17号文書). */
    private static final Yen STAMPED = Yen.of(50_000);

    private final FindOrder orders;
    private final ReceivedParts receivedParts;
    private final RemainingTotals remainingTotals;
    private final PaperItems paperItems;

    ComposeReceipt(
            FindOrder orders, ReceivedParts receivedParts, RemainingTotals remainingTotals, PaperItems paperItems) {
        this.orders = orders;
        this.receivedParts = receivedParts;
        this.remainingTotals = remainingTotals;
        this.paperItems = paperItems;
    }

    /**
     * @param wording what the customer wishes to read on it
     * @throws Refusal if others give the receipt, or nothing was received (conflict)
     */
    Draft of(OrderNumber number, ReceiptWording wording) {
        var order = orders.get(number);
        var received = receivedParts.of(number);
        var shares = Portion.of(remainingTotals.owedByRate(order), received.total());
        var paper = new Paper(
                new Paper.Addressee(orElse(wording.addressee(), order.buyerName()), null),
                received.last(),
                List.of(
                        new Paper.Fact("paper.received-date", PaperText.day(received.last())),
                        new Paper.Fact("paper.order", number.value())),
                List.of(),
                paperItems.rates(order, shares),
                received.total(),
                new Paper.ReceiptDetails(
                        orElse(wording.proviso(), PaperText.of("paper.proviso")),
                        received.parts().entrySet().stream()
                                .map(part -> new Paper.Part(PaperText.method(part.getKey()), part.getValue()))
                                .toList(),
                        received.byCard(),
                        needsStamp(received.asMoney(), received.total(), Yen.sum(shares, TaxShare::tax))));
        return Draft.ofOrder(DocumentKind.RECEIPT, number, order.customerNumber(), paper);
    }

    /** Measured without tax, which stands on the receipt by itself. */
    static boolean needsStamp(Yen money, Yen total, Yen tax) {
        return total.isPositive() && money.minus(tax.share(money, total)).isAtLeast(STAMPED);
    }

    private static String orElse(@Nullable String wished, String otherwise) {
        var text = TextNormalizer.orNull(wished);
        return text == null ? otherwise : text;
    }
}
