package jp.otodoke.documents;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.FindPayment;
import jp.otodoke.payments.FindPaymentEntries;
import jp.otodoke.payments.Payment;
import jp.otodoke.payments.PaymentEntry;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;

/** What was received for an order, as far as a receipt of ours may say so: what others have given a receipt for is left out. */
@Component
class ReceivedParts {
    private static final Set<PaymentMethod> BY_OTHERS =
            Set.of(PaymentMethod.CASH_ON_DELIVERY, PaymentMethod.CONVENIENCE_STORE, PaymentMethod.DEFERRED);

    private final FindPayment payments;
    private final FindPaymentEntries entries;

    ReceivedParts(FindPayment payments, FindPaymentEntries entries) {
        this.payments = payments;
        this.entries = entries;
    }

    /** @throws Refusal if others give the receipt, or nothing was received (conflict) */
    Received of(OrderNumber order) {
        var received = entries.payments(order).stream()
                .filter(entry -> entry.status() == PaymentEntry.Status.PAID)
                .toList();
        var paid = payments.find(order).map(Payment::paid).orElse(Yen.ZERO);
        var parts = parts(received, paid.minus(entries.givenUp(order)));
        if (parts.isEmpty()) {
            throw refusal(order, received);
        }
        var last = received.stream()
                .filter(entry -> parts.containsKey(entry.method()))
                .map(PaymentEntry::at)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Received(parts, LocalDate.ofInstant(last, BusinessClock.TOKYO));
    }

    /** What was given back has been taken from the largest part. */
    private static Map<PaymentMethod, Yen> parts(List<PaymentEntry> received, Yen paid) {
        var parts = new EnumMap<PaymentMethod, Yen>(PaymentMethod.class);
        received.forEach(entry -> parts.merge(entry.method(), entry.amount(), Yen::plus));
        var back = Yen.sum(parts.values()).minus(paid);
        parts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .ifPresent(largest -> largest.setValue(largest.getValue().minus(back)));
        parts.keySet().removeAll(BY_OTHERS);
        parts.values().removeIf(amount -> !amount.isPositive());
        return parts;
    }

    private Refusal refusal(OrderNumber order, List<PaymentEntry> received) {
        var method = received.stream()
                .map(PaymentEntry::method)
                .filter(BY_OTHERS::contains)
                .findFirst()
                .or(() -> payments.find(order).map(Payment::method).filter(BY_OTHERS::contains));
        return method.map(by -> Refusal.conflict("document.refused.receipt-by-others." + by, order))
                .orElseGet(() -> Refusal.conflict("document.refused.nothing-received", order));
    }

    /** @param last when the last of it came in */
    record Received(Map<PaymentMethod, Yen> parts, LocalDate last) {
        Yen total() {
            return Yen.sum(parts.values());
        }

        /** What came in as money, for which the law wants a revenue stamp on paper. */
        Yen asMoney() {
            return total().minus(parts.getOrDefault(PaymentMethod.CREDIT_CARD, Yen.ZERO));
        }

        boolean byCard() {
            return parts.containsKey(PaymentMethod.CREDIT_CARD);
        }
    }
}
