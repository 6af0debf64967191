package jp.otodoke.mothers;

import java.time.LocalDate;
import java.util.UUID;
import jp.otodoke.payments.CardAnswer;
import jp.otodoke.payments.NewDeposit;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;

/** What bank and card gateway report. */
public final class PaymentMother {
    private PaymentMother() {}

    /** A transfer whose remitter wrote the order's number before the name. */
    public static NewDeposit transferFor(OrderNumber order, long amount, LocalDate day) {
        return transferBy(order + " シケン", amount, day);
    }

    public static NewDeposit transferBy(String remitter, long amount, LocalDate day) {
        return new NewDeposit(UUID.randomUUID().toString(), day, Yen.of(amount), remitter, null, 1, false);
    }

    /** The bank takes back what it reported. */
    public static NewDeposit reversalOf(NewDeposit deposit) {
        return new NewDeposit(
                UUID.randomUUID().toString(),
                deposit.postingDate(),
                deposit.amount(),
                deposit.remitterKana(),
                null,
                1,
                true);
    }

    public static CardAnswer answer(long call, CardAnswer.Outcome outcome) {
        return new CardAnswer(call, outcome, "g", outcome == CardAnswer.Outcome.DECLINED ? "G12" : null);
    }
}
