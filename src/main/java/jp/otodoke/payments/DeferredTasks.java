package jp.otodoke.payments;

import java.time.Duration;
import java.util.List;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.payments.DeferredCalls.Pending;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import org.springframework.stereotype.Component;

/** Opens what people have to decide about 後払い once goods have left, and closes what they need not decide any more. */
@Component
class DeferredTasks {
    private static final Duration SOON = Duration.ofDays(1);

    private final Inbox inbox;
    private final BusinessClock clock;

    DeferredTasks(Inbox inbox, BusinessClock clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    /** Goods have left, and the provider does not secure what is owed by now. */
    void notSecured(DeferredTransaction transaction, Pending call) {
        open(
                DeferredProblemTask.TYPE,
                DeferredProblemTask.refused(call),
                transaction,
                BilingualText.of(
                        "task.deferred-problem.reason.refused",
                        transaction.order(),
                        transaction.reference(),
                        DeferredCodes.words(transaction.codes())),
                DeferredProblemTask.afterRefusal());
    }

    /** The provider would not cancel what is not to be billed. */
    void notCancelled(DeferredTransaction transaction, Pending call, DeferredAnswer answer) {
        open(
                DeferredProblemTask.TYPE,
                DeferredProblemTask.refused(call),
                transaction,
                BilingualText.of(
                        "task.deferred-problem.reason.not-cancelled",
                        transaction.order(),
                        transaction.reference(),
                        DeferredCodes.words(answer.codes())),
                DeferredProblemTask.afterRefusedCancellation());
    }

    /** The provider says nothing, however often it is asked. */
    void noAnswer(DeferredTransaction transaction, Pending call) {
        open(
                DeferredProblemTask.TYPE,
                DeferredProblemTask.unanswered(call),
                transaction,
                BilingualText.of(
                        "task.deferred-problem.reason.unanswered",
                        transaction.order(),
                        transaction.reference(),
                        BilingualText.named("deferred.call", call.wanted().name())),
                DeferredProblemTask.afterSilence());
    }

    /** The provider has answered after all. */
    void known(Pending call) {
        inbox.resolve(DeferredProblemTask.unanswered(call));
    }

    /** The provider does not accept the carrier's number of the parcel. */
    void notReported(DeferredTransaction transaction, Pending call, DeferredAnswer answer) {
        report(
                transaction,
                call,
                BilingualText.of(
                        "task.deferred-report.reason.refused",
                        transaction.order(),
                        call.slipNo(),
                        DeferredCodes.words(
                                answer.codes().isEmpty()
                                        ? List.of(answer.outcome().name())
                                        : answer.codes())));
    }

    /** 着荷確認: the provider has not found that the parcel arrived. */
    void notFound(DeferredTransaction transaction, Pending call) {
        report(
                transaction,
                call,
                BilingualText.of("task.deferred-report.reason.not-found", transaction.order(), transaction.slipNo()));
    }

    private void report(DeferredTransaction transaction, Pending call, BilingualText reason) {
        open(DeferredReportTask.TYPE, DeferredReportTask.key(call), transaction, reason, DeferredReportTask.all());
    }

    /** The provider secures what is owed after all; which parcel is reported may still have to be decided. */
    void secured(OrderNumber order) {
        inbox.close(DeferredProblemTask.TYPE, OrderSubject.of(order));
    }

    /** The provider has the report, or bills nothing any more: nothing about the order is left to decide. */
    void settled(OrderNumber order) {
        secured(order);
        inbox.close(DeferredReportTask.TYPE, OrderSubject.of(order));
    }

    private void open(
            String type, String key, DeferredTransaction transaction, BilingualText reason, List<String> decisions) {
        inbox.open(NewTask.of(type, key, OrderSubject.of(transaction.order()), reason)
                .offering(decisions)
                .worth(transaction.amount())
                .dueAt(clock.instant().plus(SOON))
                .urgent(1));
    }
}
