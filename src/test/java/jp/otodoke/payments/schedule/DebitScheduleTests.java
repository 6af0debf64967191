package jp.otodoke.payments.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.otodoke.ModuleTest;
import jp.otodoke.TestClock;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.payments.DebitDesk;
import jp.otodoke.payments.DebitsToHandOver;
import jp.otodoke.payments.DirectDebit;
import jp.otodoke.payments.DirectDebitSubject;
import jp.otodoke.payments.DirectDebits;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cycles of direct debits that begin by themselves, by the calendar of a contract. */
@ModuleTest
class DebitScheduleTests {
    private final DebitDesk debits;
    private final SaveDebitContract save;
    private final DebitContracts contracts;
    private final CollectOnSchedule schedule;
    private final DebitsToHandOver toHandOver;
    private final ApproveDirectDebit approve;
    private final DirectDebits directDebits;
    private final Tasks tasks;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final String name = "27日 " + UUID.randomUUID();

    @Autowired
    DebitScheduleTests(
            AutowireCapableBeanFactory beans,
            SaveDebitContract save,
            DebitContracts contracts,
            CollectOnSchedule schedule,
            DebitsToHandOver toHandOver,
            ApproveDirectDebit approve,
            DirectDebits directDebits,
            Tasks tasks,
            TestClock clock,
            JdbcClient jdbc) {
        this.debits = beans.createBean(DebitDesk.class);
        this.save = save;
        this.contracts = contracts;
        this.schedule = schedule;
        this.toHandOver = toHandOver;
        this.approve = approve;
        this.directDebits = directDebits;
        this.tasks = tasks;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @AfterEach
    void nothingBeginsByItselfAnyMore() {
        contract(null, false, false);
        clock.set("2026-11-26T10:00:00+09:00");
    }

    @Test
    void claimsAreCollectedBeforeTheDeadlineAndOnce() {
        var due = debits.due(debits.mandated(), 3_300);
        contract(null, false, true);

        assertThat(begun("2026-12-16")).isEmpty();
        long cycle = single(begun("2026-12-17"));

        assertThat(debits.claimed(cycle)).contains(due);
        assertThat(directDebits.find(cycle).orElseThrow().debitDate()).isEqualTo("2026-12-28");
        assertThat(begun("2026-12-18")).isEmpty();
        assertThat(contracts.calendar()).anySatisfy(planned -> {
            assertThat(planned.turn().contract().name()).isEqualTo(name);
            assertThat(planned.cycle()).isEqualTo(cycle);
        });
        end(cycle, "0");
    }

    @Test
    void aPreviewWaitsForItsApprovalAndThenGoes() {
        debits.due(debits.mandated(), 3_300);
        contract(null, false, true);
        long cycle = single(begun("2026-12-17"));

        assertThat(taskTypes(cycle)).containsExactly(DebitCycleTask.TYPE);
        clock.set("2026-12-21T09:00:00+09:00");
        assertThat(toHandOver.take()).doesNotContain(cycle);
        debits.desk.decide(DirectDebitSubject.of(cycle), DebitCycleTask.TYPE, "APPROVE", null, Map.of());

        assertThat(toHandOver.take()).contains(cycle);
        debits.written(cycle);
        assertThat(toHandOver.begin(cycle)).isTrue();
        toHandOver.done(cycle);
        assertThat(toHandOver.take()).doesNotContain(cycle);
        assertThatThrownBy(() -> approve.approve(cycle, "tester")).isInstanceOf(Refusal.class);
        debits.result(cycle, "0");
    }

    @Test
    void whatNeedsNoApprovalGoesOnItsLastDay() {
        debits.due(debits.mandated(), 3_300);
        contract(null, true, true);
        long cycle = single(begun("2026-12-17"));

        assertThat(taskTypes(cycle)).isEmpty();
        clock.set("2026-12-18T09:00:00+09:00");
        assertThat(toHandOver.take()).doesNotContain(cycle);
        clock.set("2026-12-21T09:00:00+09:00");
        assertThat(toHandOver.take()).contains(cycle);
        end(cycle, "0");
        toHandOver.done(cycle);
    }

    @Test
    void aSecondApprovalLeavesTheFirstAsItIs() {
        debits.due(debits.mandated(), 3_300);
        contract(null, false, true);
        long cycle = single(begun("2026-12-17"));
        approve.approve(cycle, "first");

        assertThatThrownBy(() -> approve.approve(cycle, "second")).isInstanceOf(Refusal.class);

        assertThat(jdbc.sql("select approved_by from direct_debit where id = ?")
                        .param(cycle)
                        .query(String.class)
                        .single())
                .isEqualTo("first");
        end(cycle, "0");
    }

    @Test
    void whatWaitsForItsApprovalStillDoesWhenTheContractNeedsNoneAnyMore() {
        debits.due(debits.mandated(), 3_300);
        contract(null, false, true);
        long cycle = single(begun("2026-12-17"));

        contract(null, true, true);
        clock.set("2026-12-21T09:00:00+09:00");

        assertThat(toHandOver.take()).doesNotContain(cycle);
        assertThat(jdbc.sql(
                                "select detail from audit_entry where action = 'debit-contract-saved' and subject = ? order by id")
                        .param(name)
                        .query(String.class)
                        .list())
                .containsExactly(
                        "day 27, file 5, preview 2, result 4, retry -, with approval, active",
                        "day 27, file 5, preview 2, result 4, retry -, automatic, active");
        end(cycle, "0");
    }

    @Test
    void aFileThatAPersonHasFetchedDoesNotGoAgain() {
        debits.due(debits.mandated(), 3_300);
        contract(null, false, true);
        long cycle = single(begun("2026-12-17"));

        debits.send(cycle);

        assertThat(taskTypes(cycle)).isEmpty();
        assertThat(toHandOver.take()).doesNotContain(cycle);
        debits.result(cycle, "0");
    }

    @Test
    void aFileThatAPersonFetchesBeforeItIsPlacedDoesNotGoByItselfAsWell() {
        long cycle = approved();

        debits.send(cycle);

        assertThat(toHandOver.take()).doesNotContain(cycle);
        assertThat(toHandOver.begin(cycle)).isFalse();
        debits.result(cycle, "0");
    }

    @Test
    void aFileThatMayBeThereAlreadyIsPlacedAgainOnlyIfAPersonSaysSo() {
        long cycle = approved();
        debits.written(cycle);
        assertThat(toHandOver.begin(cycle)).isTrue();
        assertThat(toHandOver.take()).doesNotContain(cycle);
        assertThat(taskTypes(cycle)).isEmpty();

        clock.set("2026-12-17T10:00:00+09:00");
        assertThat(toHandOver.take()).doesNotContain(cycle);
        assertThat(toHandOver.begin(cycle)).isFalse();
        assertThat(taskTypes(cycle)).containsExactly(DebitFileTask.TYPE);
        decide(cycle, "PLACE_AGAIN");

        assertThat(toHandOver.take()).contains(cycle);
        assertThat(toHandOver.begin(cycle)).isTrue();
        clock.set("2026-12-17T11:00:00+09:00");
        assertThat(toHandOver.take()).doesNotContain(cycle);
        decide(cycle, "HANDED_OVER");
        assertThat(toHandOver.take()).doesNotContain(cycle);
        assertThat(taskTypes(cycle)).isEmpty();
        debits.result(cycle, "0");
    }

    @Test
    void aFileThatCannotBePlacedUntilItsLastDayHasPassedIsATask() {
        long cycle = approved();
        clock.set("2026-12-21T18:00:00+09:00");
        toHandOver.failed(cycle);
        assertThat(taskTypes(cycle)).isEmpty();

        clock.set("2026-12-22T09:00:00+09:00");
        toHandOver.failed(cycle);
        toHandOver.failed(cycle);

        assertThat(taskTypes(cycle)).containsExactly(DebitFileTask.TYPE);
        assertThatThrownBy(() -> decide(cycle, "HANDED_OVER")).isInstanceOf(Refusal.class);
        assertThat(toHandOver.take()).contains(cycle);
        debits.written(cycle);
        toHandOver.done(cycle);
        assertThat(taskTypes(cycle)).isEmpty();
        debits.result(cycle, "0");
    }

    @Test
    void whatHadNoFundsIsCollectedAgainInACycleOfItsOwn() {
        var failed = debits.due(debits.mandated(), 3_300);
        contract(12, true, true);
        long cycle = single(begun("2026-12-17"));
        var later = debits.due(debits.mandated(), 4_400, LocalDate.of(2026, 12, 29));
        end(cycle, Map.of(failed, "1"));

        long again = single(begun("2026-12-29"));

        assertThat(directDebits.find(again).orElseThrow().debitDate()).isEqualTo("2027-01-12");
        assertThat(debits.claimed(again)).containsExactly(failed).doesNotContain(later);
        end(again, "0");
        debits.booksBalance();
    }

    @Test
    void aContractThatSaysNothingSensibleIsRefused() {
        assertThatThrownBy(() -> save.save(new SaveDebitContract.Typed(" ", 32, -1, 21, -1, 40, true, true), "tester"))
                .isInstanceOfSatisfying(InvalidInput.class, wrong -> assertThat(wrong.problems())
                        .extracting(problem -> problem.field())
                        .containsExactly("name", "day", "fileDays", "previewDays", "resultDays", "retryDay"));
    }

    /** A cycle of 17 December, whose file goes. */
    private long approved() {
        debits.due(debits.mandated(), 3_300);
        contract(null, false, true);
        long cycle = single(begun("2026-12-17"));
        debits.desk.decide(DirectDebitSubject.of(cycle), DebitCycleTask.TYPE, "APPROVE", null, Map.of());
        assertThat(toHandOver.take()).contains(cycle);
        return cycle;
    }

    private void decide(long cycle, String decision) {
        debits.desk.decide(DirectDebitSubject.of(cycle), DebitFileTask.TYPE, decision, null, Map.of());
    }

    private void contract(@Nullable Integer retryDay, boolean automatic, boolean active) {
        save.save(new SaveDebitContract.Typed(name, 27, 5, 2, 4, retryDay, automatic, active), "tester");
    }

    /** @return the cycles that this day has begun */
    private Set<Long> begun(String day) {
        clock.set(day + "T09:00:00+09:00");
        var before = ids();
        schedule.collect();
        return ids().stream().filter(id -> !before.contains(id)).collect(Collectors.toSet());
    }

    private List<Long> ids() {
        return directDebits.list(null, 0, 1_000).stream().map(DirectDebit::id).toList();
    }

    private static long single(Set<Long> cycles) {
        assertThat(cycles).hasSize(1);
        return cycles.iterator().next();
    }

    private List<String> taskTypes(long cycle) {
        return tasks.about(DirectDebitSubject.of(cycle)).stream()
                .map(OpenTask::type)
                .toList();
    }

    private void end(long cycle, String code) {
        debits.send(cycle);
        debits.result(cycle, code);
    }

    private void end(long cycle, Map<ReceivableNumber, String> codes) {
        debits.send(cycle);
        debits.result(cycle, codes, "0");
    }
}
