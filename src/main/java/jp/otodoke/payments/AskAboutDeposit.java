package jp.otodoke.payments;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.inbox.Subject;
import jp.otodoke.inbox.TaskReason;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.payments.DepositMatches.Match;
import jp.otodoke.platform.personal.Masking;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;

/** Opens the tasks about deposits that need a person. */
@Component
class AskAboutDeposit {
    private static final Duration TIME_TO_DECIDE = Duration.ofDays(2);

    private final Inbox inbox;
    private final BusinessClock clock;

    AskAboutDeposit(Inbox inbox, BusinessClock clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    /** @param doubtful to what number and name of the remitter of each point both, but not to the same */
    void unmatched(Map<ReportedDeposit, List<ReceivableNumber>> doubtful) {
        var tasks = new ArrayList<NewTask>();
        doubtful.forEach((deposit, numbers) -> {
            var reported = deposit.reported();
            tasks.add(unmatched(
                    deposit.id(), reported.amount(), reported.remitterKana(), reported.postingDate(), numbers));
        });
        inbox.openAll(tasks);
    }

    /** Of one that is not reported as a deposit. */
    void unmatched(long id, Yen amount, String remitter, LocalDate day) {
        inbox.open(unmatched(id, amount, remitter, day, List.of()));
    }

    private NewTask unmatched(long id, Yen amount, String remitter, LocalDate day, List<ReceivableNumber> doubtful) {
        var task = doubtful.isEmpty()
                ? task(
                        UnmatchedDepositTask.TYPE,
                        id,
                        amount,
                        reason("task.deposit-unmatched.reason", amount, remitter, day))
                : task(
                        UnmatchedDepositTask.TYPE,
                        id,
                        amount,
                        reason(
                                "task.deposit-unmatched.reason.doubtful",
                                amount,
                                remitter,
                                BilingualText.list(doubtful)));
        return task.linkedTo(orders(doubtful));
    }

    /** Somebody who collects for us has probably sent it, though not what was expected. */
    void fromCollector(long id, Yen amount, BilingualText reason) {
        inbox.open(task(UnmatchedDepositTask.TYPE, id, amount, TaskReason.of(reason)));
    }

    /** Somebody has paid a slip that was not made here. */
    void unknownSlip(long id, Yen amount, SlipReceipt receipt) {
        inbox.open(task(
                UnmatchedDepositTask.TYPE,
                id,
                amount,
                TaskReason.of(BilingualText.of(
                        "task.deposit-unmatched.reason.slip",
                        amount.amount(),
                        receipt.slip(),
                        receipt.paidOn(),
                        receipt.store()))));
    }

    /** @param matches what they paid, without an order */
    void unmatchedAgain(Collection<Deposit> deposits, Collection<Match> matches) {
        var paid = matches.stream().collect(Collectors.toMap(Match::deposit, Match::receivable));
        inbox.openAll(deposits.stream()
                .map(deposit -> again(deposit, List.of(Objects.requireNonNull(paid.get(deposit.id())))))
                .toList());
    }

    /** @param paid what it paid */
    void unmatchedAgain(Deposit deposit, List<ReceivableNumber> paid) {
        inbox.open(again(deposit, paid));
    }

    private NewTask again(Deposit deposit, List<ReceivableNumber> paid) {
        return task(
                        UnmatchedDepositTask.TYPE,
                        deposit.id(),
                        deposit.remaining(),
                        reason(
                                "task.deposit-unmatched.reason.again",
                                deposit.remaining(),
                                deposit.remitterKana(),
                                BilingualText.list(paid)))
                .linkedTo(orders(paid));
    }

    /** @param paid what it paid; without any, the deposit itself was not found */
    void reversed(long id, NewDeposit reversal, String source, List<ReceivableNumber> paid) {
        var amount = reversal.amount();
        var reason = paid.isEmpty()
                ? reason("task.deposit-reversed.reason", amount, reversal.remitterKana(), source)
                : reason(
                        "task.deposit-reversed.reason.matched",
                        amount,
                        reversal.remitterKana(),
                        BilingualText.list(paid));
        inbox.open(task(ReversedDepositTask.TYPE, id, amount, reason)
                .linkedTo(orders(paid))
                .offering(ReversedDepositTask.decisions(paid.stream().anyMatch(ReceivableNumber::ofOrder))));
    }

    private static List<Subject> orders(List<ReceivableNumber> numbers) {
        return OrderSubject.all(numbers.stream()
                .filter(ReceivableNumber::ofOrder)
                .map(ReceivableNumber::asOrder)
                .toList());
    }

    /** The deposit is matched, paid back or reversed; it may become unmatched again. */
    void done(long id) {
        inbox.resolve(UnmatchedDepositTask.TYPE, DepositSubject.of(id));
    }

    /** The same of many. */
    void done(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            inbox.resolve(
                    UnmatchedDepositTask.TYPE,
                    DepositSubject.KIND,
                    ids.stream().map(String::valueOf).toList());
        }
    }

    private NewTask task(String type, long id, Yen amount, TaskReason reason) {
        return NewTask.of(type, type + ":" + id, DepositSubject.of(id), reason)
                .dueAt(clock.instant().plus(TIME_TO_DECIDE))
                .worth(amount);
    }

    private static TaskReason reason(String text, Yen amount, String remitter, Object more) {
        return new TaskReason(
                BilingualText.of(text, amount.amount(), remitter, more),
                BilingualText.of(text, amount.amount(), Masking.name(remitter), more));
    }
}
