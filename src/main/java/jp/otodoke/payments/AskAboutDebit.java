package jp.otodoke.payments;

import java.time.Duration;
import java.util.List;
import jp.otodoke.customers.CustomerSubject;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.inbox.Subject;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;

/** Opens the tasks about direct debits that need a person. */
@Component
class AskAboutDebit {
    private static final Duration TIME_TO_DECIDE = Duration.ofDays(3);

    private final Inbox inbox;
    private final BusinessClock clock;

    AskAboutDebit(Inbox inbox, BusinessClock clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    /** A claim that a person decides about. */
    record Held(long cycle, long claim, ReceivableNumber receivable, CustomerNumber customer, Yen amount, String code) {
        private List<Subject> links() {
            return receivable.ofOrder()
                    ? List.of(OrderSubject.of(receivable.asOrder()), CustomerSubject.of(customer))
                    : List.of(CustomerSubject.of(customer));
        }
    }

    /** The bank's code says neither that it was collected nor that it was not. */
    void whatBecameOf(Held held) {
        open(
                held,
                UnclearDebitTask.TYPE,
                BilingualText.of("task.debit-unclear.reason", held.receivable(), held.amount(), held.code()));
    }

    /** The account had no funds once more. */
    void whetherToTryAgain(Held held) {
        open(
                held,
                ShortDebitTask.TYPE,
                BilingualText.of(
                        "task.debit-without-funds.reason",
                        held.receivable(),
                        held.amount(),
                        FollowFailedDebits.PATIENCE));
    }

    private void open(Held held, String type, BilingualText reason) {
        inbox.open(NewTask.of(type, type + ":" + held.claim(), DirectDebitSubject.of(held.cycle()), reason)
                .linkedTo(held.links())
                .dueAt(clock.instant().plus(TIME_TO_DECIDE))
                .worth(held.amount()));
    }

    /** The claim that a task is about. */
    static long claim(String taskKey) {
        return Long.parseLong(taskKey.substring(taskKey.lastIndexOf(':') + 1));
    }

    void forNewMandate(CustomerNumber customer, long mandate, String code) {
        inbox.open(NewTask.of(
                        InvalidMandateTask.TYPE,
                        InvalidMandateTask.TYPE + ":" + mandate,
                        CustomerSubject.of(customer),
                        BilingualText.of("task.mandate-invalid.reason", customer, code))
                .dueAt(clock.instant().plus(TIME_TO_DECIDE)));
    }

    void whetherToGoOn(CustomerNumber customer, long mandate) {
        inbox.open(NewTask.of(
                        StoppedDebitTask.TYPE,
                        StoppedDebitTask.TYPE + ":" + mandate,
                        CustomerSubject.of(customer),
                        BilingualText.of("task.debit-stopped.reason", customer))
                .dueAt(clock.instant().plus(TIME_TO_DECIDE)));
    }
}
