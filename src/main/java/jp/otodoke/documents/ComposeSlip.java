package jp.otodoke.documents;

import java.time.LocalDate;
import java.util.List;
import jp.otodoke.payments.Gs1Barcode;
import jp.otodoke.payments.PaymentSlips;
import jp.otodoke.payments.PrintSlips;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Refusal;
import org.springframework.stereotype.Component;

/** コンビニ払込票: the slip that is to be paid, as a sheet. */
@Component
class ComposeSlip {
    private final PaymentSlips slips;
    private final PrintSlips printSlips;

    ComposeSlip(PaymentSlips slips, PrintSlips printSlips) {
        this.slips = slips;
        this.printSlips = printSlips;
    }

    /** @throws Refusal if none is to be paid (conflict) */
    Draft of(ReceivableNumber receivable) {
        var slip = slips.toPay(receivable).orElseThrow(() -> Refusal.conflict("document.refused.no-slip", receivable));
        var sheet = printSlips.sheets(List.of(slip.number())).get(0);
        var customer = sheet.customer();
        var paper = new Paper(
                new Paper.Addressee(
                        customer == null ? "" : customer.name(), customer == null ? null : customer.address()),
                LocalDate.ofInstant(slip.madeAt(), BusinessClock.TOKYO),
                List.of(
                        new Paper.Fact("paper.receivable", receivable.value()),
                        new Paper.Fact("paper.slip", slip.number().value()),
                        new Paper.Fact("paper.due-date", PaperText.day(slip.dueDate()))),
                List.of(),
                List.of(),
                slip.amount(),
                new Paper.SlipDetails(Gs1Barcode.of(slip.barcode()), slip.dueDate(), sheet.stamp()));
        return new Draft(
                DocumentKind.PAYMENT_SLIP,
                slip.number().value(),
                receivable.ofOrder() ? List.of(receivable.asOrder()) : List.of(),
                null,
                receivable,
                customer == null ? null : customer.number(),
                paper);
    }

    boolean any(ReceivableNumber receivable) {
        return slips.toPay(receivable).isPresent();
    }
}
