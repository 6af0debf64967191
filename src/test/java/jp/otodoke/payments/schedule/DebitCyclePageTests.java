package jp.otodoke.payments.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.otodoke.OtodokeTest;
import jp.otodoke.TestClock;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.mothers.Corrupt;
import jp.otodoke.mothers.PaymentMother;
import jp.otodoke.payments.DebitDesk;
import jp.otodoke.payments.DebitsToHandOver;
import jp.otodoke.payments.DirectDebit;
import jp.otodoke.payments.DirectDebitSubject;
import jp.otodoke.payments.DirectDebits;
import jp.otodoke.shared.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A cycle that a contract has collected, on its page: its deadlines, and the button by which its file goes. */
@OtodokeTest
class DebitCyclePageTests {
    private final DebitDesk debits;
    private final SaveDebitContract save;
    private final CollectOnSchedule schedule;
    private final DebitsToHandOver toHandOver;
    private final ApproveCycle approveCycle;
    private final DirectDebits directDebits;
    private final Tasks tasks;
    private final TestClock clock;
    private final MockMvcTester mvc;
    private final Corrupt corrupt;
    private final String name = "27日 " + UUID.randomUUID();

    @Autowired
    DebitCyclePageTests(
            AutowireCapableBeanFactory beans,
            SaveDebitContract save,
            CollectOnSchedule schedule,
            DebitsToHandOver toHandOver,
            ApproveCycle approveCycle,
            DirectDebits directDebits,
            Tasks tasks,
            TestClock clock,
            MockMvcTester mvc,
            Corrupt corrupt) {
        this.debits = beans.createBean(DebitDesk.class);
        this.save = save;
        this.schedule = schedule;
        this.toHandOver = toHandOver;
        this.approveCycle = approveCycle;
        this.directDebits = directDebits;
        this.tasks = tasks;
        this.clock = clock;
        this.mvc = mvc;
        this.corrupt = corrupt;
    }

    @AfterEach
    void nothingBeginsByItselfAnyMore() {
        contract(false);
        clock.set("2026-11-26T10:00:00+09:00");
    }

    @Test
    void aCycleIsApprovedOnItsPageByWhoIsFirst() {
        long cycle = begun();
        assertThat(page(cycle))
                .contains("/direct-debits/" + cycle + "/approval", "2026/12/21", "2026/12/28", "2027/01/05")
                .doesNotContain("due-late", "??");

        assertThat(approved("/direct-debits/" + cycle + "/approval", "MONEY_VIEW"))
                .hasStatus(403);
        assertThat(approved("/direct-debits/" + cycle + "/approval", "MONEY_EDIT"))
                .hasStatus3xxRedirection();

        assertThat(taskTypes(cycle)).isEmpty();
        assertThat(page(cycle)).doesNotContain("/approval");
        assertThat(approved("/direct-debits/" + cycle + "/approval", "MONEY_EDIT"))
                .hasStatus(409);
        assertThat(approved("/api/v1/direct-debits/" + cycle + "/approval", "MONEY_EDIT"))
                .hasStatus(409);
        assertThat(toHandOver.take()).contains(cycle);
        end(cycle, "0");
    }

    @Test
    void whatAColleagueHasTakenIsNotApprovedOnThePage() {
        long cycle = begun();
        corrupt.assigned(DebitCycleTask.key(cycle), "colleague");

        assertThatThrownBy(() -> approveCycle.approve(cycle, "tester")).isInstanceOf(Refusal.class);

        assertThat(directDebits.find(cycle).orElseThrow().awaitsApproval()).isTrue();
        end(cycle, "0");
    }

    @Test
    void missedDeadlinesAreMarkedUntilTheFileOrTheResultIsHere() {
        long cycle = begun();

        clock.set("2026-12-21T18:00:00+09:00");
        assertThat(page(cycle)).doesNotContain("due-late");
        clock.set("2026-12-22T09:00:00+09:00");
        assertThat(page(cycle)).contains("due-late");
        debits.send(cycle);
        assertThat(page(cycle)).doesNotContain("due-late");
        clock.set("2027-01-06T09:00:00+09:00");
        assertThat(page(cycle)).contains("due-late");
        debits.result(cycle, "0");

        assertThat(page(cycle)).doesNotContain("due-late");
    }

    @Test
    void aCycleOfWhichNothingWasLeftDoesNotSayThatItsResultIsBooked() {
        long cycle = begun();
        debits.claimed(cycle)
                .forEach(claim -> debits.desk.given.deposit(PaymentMother.transferBy(
                        claim + " カイヒ", debits.item(claim).open().amount(), LocalDate.of(2026, 12, 17))));

        assertThatThrownBy(() -> debits.send(cycle)).isInstanceOf(Refusal.class);

        assertThat(page(cycle)).contains("対象なし").doesNotContain("結果取込済");
        assertThat(get("/direct-debits")).contains("対象なし");
    }

    /** A cycle of 17 December, collected for the 28th by a contract that needs an approval. */
    private long begun() {
        debits.due(debits.mandated(), 3_300);
        contract(true);
        clock.set("2026-12-17T09:00:00+09:00");
        schedule.collect();
        return directDebits.list(null, 0, 1).stream()
                .map(DirectDebit::id)
                .findFirst()
                .orElseThrow();
    }

    private void contract(boolean active) {
        save.save(new SaveDebitContract.Typed(name, 27, 5, 2, 4, null, false, active), "tester");
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

    private String page(long cycle) {
        return get("/direct-debits/" + cycle);
    }

    private String get(String path) {
        return body(mvc.get()
                .uri(path)
                .with(user("tester").authorities(authorities("MONEY_EDIT")))
                .exchange());
    }

    private static List<GrantedAuthority> authorities(String permission) {
        return AuthorityUtils.createAuthorityList("VIEW", "PERSONAL_VIEW", "WORK_TASKS", "MONEY_VIEW", permission);
    }

    private static String body(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private MvcTestResult approved(String path, String permission) {
        return mvc.post()
                .uri(path)
                .with(csrf())
                .with(user("tester").authorities(authorities(permission)))
                .exchange();
    }
}
