package jp.otodoke.payments.schedule;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.payments.BeginDirectDebit;
import jp.otodoke.payments.DirectDebitSubject;
import jp.otodoke.platform.data.NameLocks;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Collects what contracts have in their calendar for now, as a preview until the file is due. A day on which there is nothing to
 * collect is tried again until then.
 */
@Component
class CollectOnSchedule {
    private static final int LOCK = 4_101;
    private static final LocalTime END_OF_WORK = LocalTime.of(17, 0);

    private final DebitContracts contracts;
    private final BeginDirectDebit begin;
    private final NameLocks locks;
    private final Inbox inbox;
    private final JdbcClient jdbc;

    CollectOnSchedule(DebitContracts contracts, BeginDirectDebit begin, NameLocks locks, Inbox inbox, JdbcClient jdbc) {
        this.contracts = contracts;
        this.begin = begin;
        this.locks = locks;
        this.inbox = inbox;
        this.jdbc = jdbc;
    }

    @Transactional
    public void collect() {
        locks.lock(LOCK, List.of("debit-contracts"));
        contracts.due().forEach(this::collect);
    }

    private void collect(DebitTurn turn) {
        var retried = turn.retry() ? contracts.lastDone(turn.contract().id(), turn.date()) : Optional.<Long>empty();
        if (turn.retry() && retried.isEmpty()) {
            return;
        }
        begin.begin(turn.date(), retried.orElse(null), CurrentStaff.SYSTEM).ifPresent(cycle -> {
            belongs(cycle, turn, retried.orElse(null));
            if (!turn.contract().automatic()) {
                askForApproval(cycle, turn);
            }
        });
    }

    private void belongs(long cycle, DebitTurn turn, @Nullable Long retried) {
        jdbc.sql(
                        """
                        update direct_debit
                           set contract_id = :contract, retry_of = :retried, file_due = :fileDue, result_due = :resultDue,
                               automatic = :automatic
                         where id = :id
                        """)
                .param("contract", turn.contract().id())
                .param("automatic", turn.contract().automatic())
                .param("retried", retried)
                .param("fileDue", turn.fileDue())
                .param("resultDue", turn.resultDue())
                .param("id", cycle)
                .update();
    }

    private void askForApproval(long id, DebitTurn turn) {
        inbox.open(NewTask.of(
                        DebitCycleTask.TYPE,
                        DebitCycleTask.key(id),
                        DirectDebitSubject.of(id),
                        BilingualText.of(
                                "task.debit-cycle-approval.reason",
                                turn.contract().name(),
                                turn.date(),
                                turn.fileDue()))
                .dueAt(turn.fileDue()
                        .atTime(END_OF_WORK)
                        .atZone(BusinessClock.TOKYO)
                        .toInstant()));
    }
}
