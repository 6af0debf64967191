package jp.otodoke.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import jp.otodoke.ModuleTest;
import jp.otodoke.TestClock;
import jp.otodoke.mothers.Corrupt;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.TaskMother;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** The rules of the inbox: claim, hand over, lay aside, decide once, decide many. */
@ModuleTest
class InboxTests {
    @Autowired
    Given given;

    @Autowired
    Inbox inbox;

    @Autowired
    Tasks tasks;

    @Autowired
    ClaimTask claim;

    @Autowired
    AssignTask assign;

    @Autowired
    SnoozeTask snooze;

    @Autowired
    CompleteTask complete;

    @Autowired
    BulkDecision bulk;

    @Autowired
    TaskHistory history;

    @Autowired
    InboxCounts figures;

    @Autowired
    InboxChanges changes;

    @Autowired
    TaskViewers viewers;

    @Autowired
    Skills skills;

    @Autowired
    TaskViews views;

    @Autowired
    TestClock clock;

    @Autowired
    MessageSource messages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TaskMother taskMother;

    @Autowired
    Corrupt corrupt;

    /** A kind of task of this test alone, so that its lists hold nothing else. */
    private final String type = "test-" + UUID.randomUUID().toString().substring(0, 8);

    private Instant now = Instant.EPOCH;

    @BeforeEach
    void morning() {
        clock.set("2026-11-26T09:00:00+09:00");
        now = Instant.parse("2026-11-26T00:00:00Z");
        for (var person : List.of("sato", "suzuki", "tanaka")) {
            given.staff(person, person, person.equals("tanaka") ? Role.SHIPPING : Role.OPERATOR);
        }
        given.formerStaff("gone", Role.OPERATOR);
    }

    /** Whatever stands in a reason is found by any part of it, as it is written: signs are no patterns. */
    @Test
    void tasksAreFoundByAnyWordOfTheirReasonInEitherLanguage() {
        var half = open(new BilingualText("値引き50%の依頼 SKU_1", "A discount of 50% is wanted for Sku_1"), null);
        var whole = open(new BilingualText("値引き500円の依頼 SKUX1", "500 yen off for Skux1"), null);

        assertThat(found("値引き")).containsExactlyInAnyOrder(half, whole);
        assertThat(found("円")).containsExactly(whole);
        assertThat(found("50%")).containsExactly(half);
        assertThat(found("sku_1")).containsExactly(half);
        assertThat(found("DISCOUNT of")).containsExactly(half);
        assertThat(found("引値")).isEmpty();
        assertThat(found(type)).containsExactlyInAnyOrder(half, whole);
    }

    /** Names are compared as people say and type them: kanji or kana of either kind, with or without the space. */
    @Test
    void tasksAreFoundByTheNamesAndPhonesOfThoseConcerned() {
        var yamada = open("備考があります");
        var ito = open("備考があります");
        concerning(yamada, "山﨑 花子", "ヤマザキ ハナコ", "09012345678");
        concerning(ito, "伊藤 さくら", "イトウ サクラ", "0312340000");

        assertThat(found("山崎")).containsExactly(yamada);
        assertThat(found("山崎 花")).containsExactly(yamada);
        assertThat(found("やまざき")).containsExactly(yamada);
        assertThat(found("ﾊﾅｺ")).containsExactly(yamada);
        assertThat(found("サクラ")).containsExactly(ito);
        assertThat(found("090-1234-5678")).containsExactly(yamada);
        assertThat(found("%")).isEmpty();
    }

    /** Beyond some thousands the list is asked in another way, and finds the same. */
    @Test
    void aNameThatThousandsHaveIsFoundAsARareOneIs() {
        taskMother.many(2100, type, "多数太郎 タスウタロウ");
        try {
            assertThat(tasks.count(new Tasks.Filter(null, type, null, "たすう"))).isEqualTo(2100);
            assertThat(tasks.list(new Tasks.Filter(null, type, null, "多数 太郎"), "rank", 0, 50))
                    .hasSize(50);
        } finally {
            taskMother.none(type);
        }
    }

    @Test
    void whoMayNotSeeNamesFindsNothingByThem() {
        var task = open("備考があります");
        concerning(task, "山田 花子", "ヤマダ ハナコ", "");
        var masked = new TaskReason(
                new BilingualText("備考があり「お急ぎ」とのこと", "A remark: \"hurry\""), new BilingualText("備考があり", "A remark"));
        var quoted = openFor(masked);

        as("MARKETING", () -> {
            assertThat(found("山田")).isEmpty();
            assertThat(found("お急ぎ")).isEmpty();
            assertThat(found("備考があり")).contains(quoted);
            assertThat(tasks.find(quoted).orElseThrow().reason()).isEqualTo(masked.masked());
        });
        as("OPERATOR", () -> {
            assertThat(found("山田")).containsExactly(task);
            assertThat(found("お急ぎ")).containsExactly(quoted);
            assertThat(tasks.find(quoted).orElseThrow().reason()).isEqualTo(masked.full());
        });
    }

    private static void as(String role, Runnable look) {
        var authorities =
                Role.valueOf(role).permissions().stream().map(Enum::name).toArray(String[]::new);
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(role, "", authorities));
        try {
            look.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private void concerning(long task, String... persons) {
        taskMother.concerning(task, persons);
    }

    private long openFor(TaskReason reason) {
        var key = type + ":" + UUID.randomUUID();
        inbox.open(NewTask.of(type, key, new Subject("TEST", key), reason).inGroup(StaffGroup.ORDERS));
        return jdbc.sql("select id from task where key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    private List<Long> found(String words) {
        return tasks.list(new Tasks.Filter(null, type, null, words), "rank", 0, 50).stream()
                .map(OpenTask::id)
                .toList();
    }

    @Test
    void aSecondPersonLearnsWhoDecidedWhatAndWhen() {
        var task = open("備考があります");
        complete.complete(task, "DONE", null, Map.of(), "sato");

        assertThatThrownBy(() -> complete.complete(task, "DONE", null, Map.of(), "suzuki"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                    assertThat(words(refusal)).contains("sato", "11/26 09:00", "DONE");
                });
        assertThatThrownBy(() -> claim.claim(task, "suzuki")).isInstanceOf(Refusal.class);
    }

    @Test
    void ofTwoPeopleWhoDecideAtOnceOneSucceeds() throws Exception {
        for (int round = 0; round < 10; round++) {
            var task = open("同時 " + round);

            var results = atOnce(List.of("sato", "suzuki", "tanaka"), staff -> decided(task, staff));

            assertThat(results).filteredOn(Boolean::booleanValue).hasSize(1);
            assertThat(history.of(task))
                    .filteredOn(e -> e.kind() == TaskHistory.Kind.DECIDED)
                    .hasSize(1);
        }
    }

    @Test
    void ofTwoPeopleWhoClaimAtOnceOneGetsIt() throws Exception {
        var task = open("同時");

        var results = atOnce(List.of("sato", "suzuki"), staff -> claimed(task, staff));

        assertThat(results).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void aTaskLaidAsideLeavesTheListAndComesBackByItself() {
        var task = open("折り返しのお電話を待ちます");
        snooze.snooze(task, now.plus(Duration.ofDays(2)), "お客様が木曜に在宅", "sato");

        assertThat(tasks.count(mine(Tasks.Shown.WAITING))).isZero();
        assertThat(tasks.list(mine(Tasks.Shown.SNOOZED), "priority", 0, 9))
                .singleElement()
                .extracting(OpenTask::snoozeReason)
                .isEqualTo("お客様が木曜に在宅");
        assertThat(figures.perType(List.of("orders"))).containsEntry(type, 0L);

        clock.advance(Duration.ofDays(2));

        assertThat(tasks.list(mine(Tasks.Shown.WAITING), "priority", 0, 9))
                .extracting(OpenTask::id)
                .containsExactly(task);
        assertThat(figures.perType(List.of("orders"))).containsEntry(type, 1L);
    }

    @Test
    void whoeverTakesATaskOrGivesItBackFindsItCountedAtOnce() {
        var task = open("理由");
        var held = new Tasks.Filter(List.of("orders"), type, "sato", null);
        assertThat(figures.total(held)).isZero();

        claim.claim(task, "sato");
        assertThat(figures.total(held)).isEqualTo(1);

        claim.release(task, "sato");
        assertThat(figures.total(held)).isZero();
    }

    @Test
    void aTaskIsLaidAsideOnlyForwardAndWithAReason() {
        var task = open("理由");

        assertThatThrownBy(() -> snooze.snooze(task, now, "いま", "sato")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> snooze.snooze(task, now.plusSeconds(60), " ", "sato"))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> snooze.snooze(task, OffsetDateTime.MAX.toInstant(), "いつか", "sato"))
                .as("a moment that nobody can mean")
                .isInstanceOf(InvalidInput.class);
        assertThat(tasks.count(mine(Tasks.Shown.WAITING))).isOne();
    }

    @Test
    void aTaskLaidAsideCanBeBroughtBackEarly() {
        var task = open("早く戻す");
        snooze.snooze(task, now.plus(Duration.ofDays(2)), "あとで", "sato");

        snooze.wake(task, "sato");

        assertThat(tasks.count(mine(Tasks.Shown.WAITING))).isOne();
        assertThat(kinds(task))
                .containsExactly(TaskHistory.Kind.WOKEN, TaskHistory.Kind.SNOOZED, TaskHistory.Kind.OPENED);
    }

    @Test
    void aTaskIsHandedToAnActiveColleagueOfItsGroupOnly() {
        var task = open("引き継ぎ");

        assertThat(assign.colleagues(tasks.find(task).orElseThrow()))
                .extracting(person -> person.username())
                .contains("sato", "suzuki")
                .doesNotContain("tanaka", "gone");
        assertThatThrownBy(() -> assign.assign(task, "tanaka", null, "sato")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> assign.assign(task, "gone", null, "sato")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> assign.assign(task, "sato", null, "sato")).isInstanceOf(InvalidInput.class);

        assertThat(assign.assign(task, "suzuki", "明日の朝お電話を", "sato").assignee()).isEqualTo("suzuki");

        assertThat(history.of(task)).first().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(TaskHistory.Kind.ASSIGNED);
            assertThat(entry.detail()).isEqualTo("suzuki");
            assertThat(entry.note()).isEqualTo("明日の朝お電話を");
        });
    }

    @Test
    void whatAColleagueHasIsNotMovedByOthers() {
        var task = open("担当あり");
        claim.claim(task, "sato");

        assertThatThrownBy(() -> assign.assign(task, "suzuki", null, "suzuki")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> snooze.snooze(task, now.plusSeconds(60), "横取り", "suzuki"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> complete.complete(task, "DONE", null, Map.of(), "suzuki"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> claim.release(task, "suzuki"))
                .as("nor taken out of the hand first")
                .isInstanceOf(Refusal.class);
    }

    @Test
    void theHistoryShowsWhoDidWhatAndIsNeverChanged() {
        var task = open("履歴");
        claim.claim(task, "sato");
        claim.release(task, "sato");
        complete.complete(task, "DONE", "確認済み", Map.of(), "suzuki");

        assertThat(kinds(task))
                .containsExactly(
                        TaskHistory.Kind.DECIDED,
                        TaskHistory.Kind.RELEASED,
                        TaskHistory.Kind.CLAIMED,
                        TaskHistory.Kind.OPENED);
        assertThatThrownBy(() -> corrupt.taskHistoryRewritten(task)).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> corrupt.taskHistoryRemoved(task)).isInstanceOf(DataAccessException.class);
    }

    @Test
    void oneDecisionForManyReportsEachOutcome() {
        var fine = open("注文 10001 に備考");
        var decided = open("注文 10002 に備考");
        var taken = open("注文 10003 に備考");
        complete.complete(decided, "DONE", null, Map.of(), "suzuki");
        claim.claim(taken, "suzuki");

        var outcomes = bulk.decide(List.of(fine, decided, taken, -1L), "DONE", null, Map.of(), "sato");

        assertThat(outcomes)
                .extracting(BulkDecision.Outcome::result)
                .containsExactly(
                        BulkDecision.Result.DECIDED,
                        BulkDecision.Result.SOMEONE_WAS_FIRST,
                        BulkDecision.Result.SOMEONE_WAS_FIRST,
                        BulkDecision.Result.SOMEONE_WAS_FIRST);
        assertThat(bulk.decide(List.of(open("別")), "NONSENSE", null, Map.of(), "sato"))
                .extracting(BulkDecision.Outcome::result)
                .containsExactly(BulkDecision.Result.REFUSED);
    }

    @Test
    void tasksWhoseReasonsDifferInNumbersOnlyHaveOneCause() {
        var one = tasks.find(open("倉庫が出荷 S00000012 を受け付けません: E01")).orElseThrow();
        var same = tasks.find(open("倉庫が出荷 S00000999 を受け付けません: E01")).orElseThrow();
        var other = tasks.find(open("倉庫が出荷 S00000012 を受け付けません: E02")).orElseThrow();

        assertThat(one.cause()).isEqualTo(same.cause()).isNotEqualTo(other.cause());
        assertThat(tasks.count(new Tasks.Filter(null, null, null, null, one.cause(), null, Tasks.Shown.WAITING)))
                .isEqualTo(2);
    }

    @Test
    void theNextTaskIsTheOneBelowAndTheListGoesRound() {
        var ids = IntStream.range(0, 3)
                .mapToObj(n -> open("順番 " + n, now.plus(Duration.ofHours(n))))
                .toList();
        claim.claim(ids.get(1), "suzuki");
        complete.complete(ids.get(0), "DONE", null, Map.of(), "sato");

        var next = tasks.next(mine(Tasks.Shown.WAITING), "priority", ids.get(0), "sato");
        var round = tasks.next(mine(Tasks.Shown.WAITING), "priority", ids.get(2), "suzuki");

        assertThat(next).map(OpenTask::id).contains(ids.get(2));
        assertThat(round).map(OpenTask::id).contains(ids.get(1));
    }

    @Test
    void everyColumnSortsBothWays() {
        open("一");
        open("二");

        for (var column : Tasks.sorts()) {
            var up = ids(tasks.list(mine(Tasks.Shown.WAITING), column, 0, 9));
            var down = new ArrayList<>(ids(tasks.list(mine(Tasks.Shown.WAITING), column + ",desc", 0, 9)));
            Collections.reverse(down);
            assertThat(up).as(column).isEqualTo(down);
        }
    }

    @Test
    void skillsNarrowAPersonsOwnWork() {
        open("できる");
        skills.choose("sato", List.of(type, type));

        assertThat(skills.of("sato")).containsExactly(type);
        assertThat(skills.kinds(List.of("orders"))).contains(type);
        assertThat(tasks.count(new Tasks.Filter(null, type, null, null, null, List.of("other"), Tasks.Shown.WAITING)))
                .isZero();

        skills.choose("sato", List.of());

        assertThat(skills.of("sato")).isEmpty();
    }

    @Test
    void aNamedFilterIsSharedWithItsGroupAndDroppedByItsOwnerOnly() {
        views.save("sato", type, "type=" + type, "orders");
        views.save("sato", type, "type=x", "orders");

        var shared = views.of("suzuki", List.of("orders")).stream()
                .filter(v -> v.name().equals(type))
                .toList();
        assertThat(shared).singleElement().extracting(TaskViews.View::query).isEqualTo("type=x");
        assertThat(views.of("tanaka", List.of("shipping")))
                .noneMatch(v -> v.name().equals(type));

        views.drop(shared.get(0).id(), "suzuki");
        assertThat(views.of("sato", List.of())).anyMatch(v -> v.name().equals(type));
        views.drop(shared.get(0).id(), "sato");
        assertThat(views.of("sato", List.of())).noneMatch(v -> v.name().equals(type));
    }

    @Test
    void listenersHearOfEachChangeOnce() {
        // The node's own watch may look in between, so that two entries are told in one change or in two.
        var heard = new CopyOnWriteArrayList<InboxChanges.Change>();
        var away = changes.listen(heard::add, () -> {}, null);
        try {
            changes.poll();
            var task = open("知らせる");
            snooze.snooze(task, now.plus(Duration.ofHours(1)), "一時間後", "sato");
            changes.poll();
            viewers.see(task, "suzuki");
            changes.poll();
            viewers.leave(task, "suzuki");
            changes.poll();
            clock.advance(Duration.ofHours(1));
            changes.poll();

            assertThat(heard).filteredOn(c -> c.tasks().contains(task)).hasSizeBetween(2, 3);
            assertThat(heard.stream().map(c -> c.viewers().get(task)).filter(Objects::nonNull))
                    .containsExactly(List.of("suzuki"), List.of());
        } finally {
            away.run();
        }
    }

    @Test
    void whoeverComesLateHearsWhatChangedSinceThePageWasRead() {
        var position = changes.position();
        var task = open("読んだ後に");
        var heard = new CopyOnWriteArrayList<InboxChanges.Change>();

        changes.listen(heard::add, () -> {}, position).run();

        assertThat(heard).singleElement().satisfies(change -> {
            assertThat(change.tasks()).contains(task);
            assertThat(Long.parseLong(change.position())).isGreaterThanOrEqualTo(Long.parseLong(position));
        });
        changes.listen(heard::add, () -> {}, "1 or 1=1").run();
        assertThat(heard).hasSize(1);
    }

    @Test
    void urgencyIsExplainedInWords() {
        var quiet = open("静か", now.plus(Duration.ofDays(3)));
        var late = open("遅い", now.minus(Duration.ofHours(1)));

        assertThat(tasks.list(mine(Tasks.Shown.WAITING), "priority", 0, 9))
                .extracting(OpenTask::id)
                .containsExactly(late, quiet);
        assertThat(TaskPriority.of(tasks.find(late).orElseThrow(), now))
                .isEqualTo(new TaskPriority(TaskPriority.Level.HIGH, List.of(TaskPriority.Why.LATE)));
        assertThat(TaskPriority.of(tasks.find(quiet).orElseThrow(), now))
                .isEqualTo(new TaskPriority(TaskPriority.Level.LOW, List.of()));
    }

    @Test
    void moneyAndACustomerWhoNeedsCareDrawATaskForward() {
        var due = now.plus(Duration.ofDays(2));
        var plain = TaskPriority.rank(now, due, 0, new PriorityFactors(Yen.ZERO, false, List.of()));

        assertThat(TaskPriority.rank(now, due, 0, new PriorityFactors(TaskPriority.SOME, false, List.of())))
                .isEqualTo(plain.minus(Duration.ofHours(6)));
        assertThat(TaskPriority.rank(now, due, 1, new PriorityFactors(TaskPriority.MUCH, true, List.of())))
                .isEqualTo(plain.minus(Duration.ofHours(24 + 24 + 12)));
        assertThat(TaskPriority.rank(now, null, 0, PriorityFactors.NONE)).isEqualTo(now.plus(Duration.ofDays(3)));
    }

    private long open(String reason) {
        return open(reason, null);
    }

    private long open(String reason, @Nullable Instant due) {
        return open(BilingualText.asWritten(reason), due);
    }

    private long open(BilingualText reason, @Nullable Instant due) {
        var key = UUID.randomUUID().toString();
        inbox.open(NewTask.of(type, key, new Subject("TEST", key), reason)
                .inGroup(StaffGroup.ORDERS)
                .dueAt(due));
        return jdbc.sql("select id from task where key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    private Tasks.Filter mine(Tasks.Shown shown) {
        return new Tasks.Filter(null, type, null, null, null, null, shown);
    }

    private boolean decided(long task, String staff) {
        try {
            complete.complete(task, "DONE", null, Map.of(), staff);
            return true;
        } catch (Refusal second) {
            return false;
        }
    }

    private boolean claimed(long task, String staff) {
        try {
            claim.claim(task, staff);
            return true;
        } catch (Refusal second) {
            return false;
        }
    }

    private static List<Boolean> atOnce(List<String> people, Predicate<String> doing) throws Exception {
        var start = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(people.size());
        try {
            var answers = people.stream()
                    .map(person -> pool.submit(() -> {
                        start.await();
                        return doing.test(person);
                    }))
                    .toList();
            start.countDown();
            var results = new ArrayList<Boolean>();
            for (var answer : answers) {
                results.add(answer.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    private List<TaskHistory.Kind> kinds(long task) {
        return history.of(task).stream().map(TaskHistory.Entry::kind).toList();
    }

    private static List<Long> ids(List<OpenTask> found) {
        return found.stream().map(OpenTask::id).toList();
    }

    private String words(Refusal refusal) {
        return messages.getMessage(refusal.messageKey(), refusal.arguments(), Locale.JAPANESE);
    }
}
