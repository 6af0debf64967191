package jp.otodoke.payments.schedule;

import java.util.List;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.payments.DirectDebitSubject;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import org.springframework.stereotype.Component;

/** Opens the tasks about files that the application can't hand over without a person. */
@Component
class AskAboutDebitFile {
    private final Inbox inbox;
    private final BusinessClock clock;

    AskAboutDebitFile(Inbox inbox, BusinessClock clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    /** Placing it was interrupted: to place it again might debit customers twice. */
    void whetherItArrived(long cycle) {
        inbox.open(task(cycle, "interrupted"));
    }

    /** Its last day has passed, and it can't be placed. */
    void howToHandOver(long cycle) {
        inbox.open(task(cycle, "late").offering(List.of(DebitFileTask.HANDED_OVER)));
    }

    void noMore(long cycle) {
        inbox.resolve(DebitFileTask.TYPE, DirectDebitSubject.of(cycle));
    }

    private NewTask task(long cycle, String why) {
        return NewTask.of(
                        DebitFileTask.TYPE,
                        DebitFileTask.TYPE + ":" + why + ":" + cycle,
                        DirectDebitSubject.of(cycle),
                        BilingualText.of("task.debit-file-not-placed.reason." + why, cycle))
                .dueAt(clock.instant())
                .urgent(1);
    }
}
