package jp.otodoke.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import jp.otodoke.OtodokeTest;
import jp.otodoke.inbox.CompleteTask;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.mothers.Corrupt;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.Preparation;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import jp.otodoke.workflow.Cases;
import jp.otodoke.workflow.DryRun;
import jp.otodoke.workflow.FaultKind;
import jp.otodoke.workflow.IncidentResolution;
import jp.otodoke.workflow.IncidentResolutions;
import jp.otodoke.workflow.Incidents;
import jp.otodoke.workflow.ProcessMonitor;
import jp.otodoke.workflow.RecheckResolvedIncidents;
import jp.otodoke.workflow.ResolveIncident;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Orders whose step fails for good, and what people do about them. */
@OtodokeTest
class IncidentResolutionTests {
    private static final int PRICE = 2_870;

    private final Walk walk;
    private final Incidents incidents;
    private final ResolveIncident resolve;
    private final IncidentResolutions incidentResolutions;
    private final DryRun dryRun;
    private final RecheckResolvedIncidents recheck;
    private final Tasks tasks;
    private final CompleteTask complete;
    private final Cases cases;
    private final ProcessMonitor monitor;
    private final ManagementService management;
    private final MockMvcTester mvc;

    @Autowired
    IncidentResolutionTests(
            AutowireCapableBeanFactory beans,
            Incidents incidents,
            ResolveIncident resolve,
            IncidentResolutions incidentResolutions,
            DryRun dryRun,
            RecheckResolvedIncidents recheck,
            Tasks tasks,
            CompleteTask complete,
            Cases cases,
            ProcessMonitor monitor,
            ManagementService management,
            MockMvcTester mvc) {
        this.walk = beans.createBean(Walk.class);
        this.incidents = incidents;
        this.resolve = resolve;
        this.incidentResolutions = incidentResolutions;
        this.dryRun = dryRun;
        this.recheck = recheck;
        this.tasks = tasks;
        this.complete = complete;
        this.cases = cases;
        this.monitor = monitor;
        this.management = management;
        this.mvc = mvc;
    }

    @BeforeEach
    void asManager() {
        walk.morning();
        as("first");
    }

    /** Nothing spoilt is left to others. */
    @AfterEach
    void healAll() {
        SecurityContextHolder.clearContext();
        walk.corrupt.allPaymentsCorrected();
    }

    @Test
    void aFailingStepIsSaidInWordsWithItsRecord() {
        var order = stuck(1);
        var incident = incidentOf(order);

        assertThat(incident.step()).isEqualTo("check-order");
        assertThat(FaultKind.of(incidents.trace(incident))).isEqualTo(FaultKind.DATA_WRONG);
        for (var language : List.of("ja", "en")) {
            assertThat(page("/incidents/" + incident.id() + "?lang=" + language))
                    .hasStatusOk()
                    .bodyText()
                    .contains(order.value(), "/orders/" + order + "/edit")
                    .doesNotContain("??");
            assertThat(page("/incidents?lang=" + language))
                    .bodyText()
                    .contains(order.value())
                    .doesNotContain("??");
        }
    }

    @Test
    void theMapCountsWhatIsStuckAndListsItsCases() {
        var order = stuck(1);

        var step = monitor.all().stream()
                .filter(p -> p.id().equals("order"))
                .flatMap(p -> p.steps().stream())
                .filter(s -> s.id().equals("check-order"))
                .findFirst()
                .orElseThrow();

        assertThat(step.incidents()).isPositive();
        assertThat(step.yen()).as("what is stuck is worth what it is worth").isGreaterThanOrEqualTo(Yen.of(PRICE));
        assertThat(cases.at("order", "check-order", new Cases.Filter(order.value(), false, true, false), 0, 10))
                .singleElement()
                .returns(true, Cases.Case::stuck);
        assertThat(page("/processes/order?step=check-order&age=stuck&q=" + order))
                .hasStatusOk()
                .bodyText()
                .contains("/orders/" + order)
                .doesNotContain("??");
    }

    @Test
    void aDryRunReportsWhetherItWouldFailAndChangesNothing() {
        var order = stuck(1);
        var incident = incidentOf(order);
        var before = rows(order);

        var still = dryRun.of(incident, IncidentResolution.Kind.RETRY);

        assertThat(still.succeeds()).isFalse();
        assertThat(FaultKind.of(String.valueOf(still.trace()))).isEqualTo(FaultKind.DATA_WRONG);
        assertThat(rows(order)).isEqualTo(before);

        heal(order);
        var now = dryRun.of(incident, IncidentResolution.Kind.RETRY);

        assertThat(now.succeeds()).isTrue();
        assertThat(now.passedSteps()).contains("check-order", "allocate-stock");
        assertThat(now.endsAt()).containsExactly("await-ship-day");
        assertThat(rows(order)).isEqualTo(before);
        assertThat(incidents.find(incident.id())).isPresent();
        assertThat(walk.status(order)).isEqualTo(OrderStatus.RECEIVED);
    }

    @Test
    void aDryRunReachesWhatTheRealOneDoesAtTheCommit() {
        var order = stuck(1, 500);
        heal(order);
        walk.corrupt.allocationRefused(order.value());
        var incident = incidentOf(order);

        var tried = dryRun.of(incident, IncidentResolution.Kind.RETRY);

        walk.corrupt.allocationsAccepted();

        assertThat(tried.succeeds()).isFalse();
        assertThat(tried.trace()).contains(Corrupt.REFUSED_ALLOCATION);
        assertThat(dryRun.of(incident, IncidentResolution.Kind.RETRY).succeeds())
                .isTrue();
    }

    @Test
    void whatFailsAtTheCommitIsListedUnderTheStepThatLeftItThere() {
        var order = walk.placeOrder
                .place(
                        OrderMother.of(walk.given.product(ProductMother.tea().costing(PRICE), 500), 1)
                                .build(),
                        Preparation.LATER)
                .orderNumber();
        walk.corrupt.allocationRefused(order.value());
        fail(order);
        walk.corrupt.allocationsAccepted();

        var incident = incidentOf(order);
        assertThat(incident.failedStep()).isEqualTo("allocate-stock");
        assertThat(incident.step()).as("where the case goes on from").isNotEqualTo("allocate-stock");
        var cause = incidents.causes().stream()
                .filter(one -> one.step().equals("allocate-stock"))
                .findFirst()
                .orElseThrow();
        assertThat(incidents.list(new Incidents.Filter(cause.id(), null, order.value()), null, 0, 10))
                .hasSize(1);
    }

    @Test
    void aCorrectedOrderGoesOnAndTheOutcomeIsReported() {
        var order = stuck(1);
        var incident = incidentOf(order);
        heal(order);

        var done = resolve.resolve(incident.id(), IncidentResolution.Kind.RETRY, "お支払いを直した", null);
        walk.jobs.run(order);

        assertThat(done.state()).isEqualTo(IncidentResolution.State.ACTED);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);

        recheck.run();
        assertThat(state(done)).as("too early to judge").isEqualTo(IncidentResolution.State.ACTED);

        walk.testClock.advance(Duration.ofMinutes(4));
        recheck.run();
        assertThat(state(done)).isEqualTo(IncidentResolution.State.MOVED_ON);
        assertThat(incidentResolutions.unseen("first"))
                .extracting(IncidentResolution::id)
                .contains(done.id());
        assertThat(page("/incidents/" + incident.id())).hasStatusOk().bodyText().contains(order.value());
        assertThat(audit("incident-retry", order)).isOne();
    }

    @Test
    void whatGetsStuckAgainComesBackAsATaskToWhoeverActed() {
        var order = stuck(1);

        var done = resolve.resolve(incidentOf(order).id(), IncidentResolution.Kind.RETRY, "", null);
        fail(order);
        walk.testClock.advance(Duration.ofMinutes(4));
        recheck.run();

        assertThat(state(done)).isEqualTo(IncidentResolution.State.STUCK_AGAIN);
        assertThat(stuckAgain(order)).hasSize(1);

        heal(order);
        var again = resolve.resolve(incidentOf(order).id(), IncidentResolution.Kind.RETRY, "", null);
        walk.jobs.run(order);
        recheck.run();
        assertThat(stuckAgain(order)).as("cured").isEmpty();

        walk.testClock.advance(Duration.ofMinutes(4));
        recheck.run();
        assertThat(incidentResolutions.unseen("first").stream()
                        .filter(r -> r.businessKey().equals(order.value())))
                .as("only the last outcome is news")
                .singleElement()
                .returns(again.id(), IncidentResolution::id);
    }

    @Test
    void aStepThatGotStuckAgainIsRetriedFromItsTaskOnce() {
        var order = stuckAgainAfterRetry();
        var task = stuckAgain(order).get(0);
        heal(order);

        complete.complete(task.id(), "RETRY", null, Map.of(), "first");
        walk.jobs.run(order);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
        assertThat(stuckAgain(order)).isEmpty();
        assertThatThrownBy(() -> complete.complete(task.id(), "RETRY", null, Map.of(), "first"))
                .isInstanceOf(Refusal.class);
        assertThat(audit("incident-retry", order))
                .as("before and from the task")
                .isEqualTo(2);
    }

    @Test
    void aStepThatGetsStuckOnceMoreAfterItsTaskAsksAgain() {
        var order = stuckAgainAfterRetry();
        var task = stuckAgain(order).get(0);

        complete.complete(task.id(), "RETRY", null, Map.of(), "first");
        fail(order);
        walk.testClock.advance(Duration.ofMinutes(4));
        recheck.run();

        assertThat(stuckAgain(order)).singleElement().satisfies(again -> assertThat(again.id())
                .isNotEqualTo(task.id()));
    }

    @Test
    void aStepThatIsNoLongerStuckIsNotRetriedFromItsTask() {
        var order = stuckAgainAfterRetry();
        var task = stuckAgain(order).get(0);
        heal(order);
        resolve.resolve(incidentOf(order).id(), IncidentResolution.Kind.RETRY, "", null);
        walk.jobs.run(order);

        assertThatThrownBy(() -> complete.complete(task.id(), "RETRY", null, Map.of(), "first"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.words().japanese()).contains(order.value(), "もう止まっていません"));

        assertThat(audit("incident-retry", order)).isEqualTo(2);
        recheck.run();
        assertThat(stuckAgain(order)).as("it closes by itself").isEmpty();
    }

    @Test
    void aCauseIsTakenInHandOnlyWithAWordAndTheStepStaysStuck() {
        var order = stuckAgainAfterRetry();
        var incident = incidentOf(order);
        var task = stuckAgain(order).get(0);
        assertThatThrownBy(() -> complete.complete(task.id(), "IN_HAND", " ", Map.of(), "first"))
                .isInstanceOfSatisfying(InvalidInput.class, wrong -> assertThat(wrong.problems())
                        .extracting("field", "code")
                        .containsExactly(tuple("comment", "required")));

        complete.complete(task.id(), "IN_HAND", "決済会社へ問い合わせ中", Map.of(), "first");

        assertThat(stuckAgain(order)).isEmpty();
        assertThat(incidents.find(incident.id())).as("still stuck").isPresent();
        recheck.run();
        assertThat(stuckAgain(order)).as("nobody is asked twice").isEmpty();
    }

    @Test
    void aboveTheLimitASecondPersonHasToAgree() {
        var order = stuck(40);
        var incident = incidentOf(order);
        heal(order);

        var asked = resolve.resolve(incident.id(), IncidentResolution.Kind.RETRY, "直した", null);

        assertThat(asked.state()).isEqualTo(IncidentResolution.State.ASKED);
        assertThat(incidents.find(incident.id())).as("nothing done yet").isPresent();
        assertThatThrownBy(() -> resolve.approve(asked.id()))
                .as("nobody agrees to their own request")
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("own-request");
        assertThatThrownBy(() -> resolve.resolve(incident.id(), IncidentResolution.Kind.RETRY, "", null))
                .hasMessageContaining("asked-already");

        as("second");
        resolve.approve(asked.id());
        walk.jobs.run(order);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
        assertThat(incidentResolutions.find(asked.id()).orElseThrow())
                .returns("first", IncidentResolution::askedBy)
                .returns("second", IncidentResolution::decidedBy);
        assertThatThrownBy(() -> resolve.refuse(asked.id())).hasMessageContaining("decided-already");
    }

    @Test
    void aRefusedRequestDoesNothing() {
        var order = stuck(40);
        var incident = incidentOf(order);
        var asked = resolve.resolve(incident.id(), IncidentResolution.Kind.RETRY, "", null);

        as("second");
        resolve.refuse(asked.id());

        assertThat(state(asked)).isEqualTo(IncidentResolution.State.REFUSED);
        assertThat(incidents.find(incident.id())).isPresent();
    }

    @Test
    void onlyAStepThatTheModelAllowsIsSkipped() {
        var order = stuck(1);

        assertThat(incidents.skippable(incidentOf(order))).isFalse();
        assertThatThrownBy(() -> resolve.resolve(incidentOf(order).id(), IncidentResolution.Kind.SKIP, "", null))
                .hasMessageContaining("not-skippable");
    }

    @Test
    void aReminderThatCanNotBeSentIsSkippedAndTheWaitForTheMoneyGoesOn() {
        var order =
                walk.place(OrderMother.of(walk.given.product(ProductMother.tea().costing(PRICE), 9), 1)
                        .by(PaymentMethod.BANK_TRANSFER));
        spoil(order);
        walk.testClock.advance(Duration.ofDays(4));
        fail(order);
        var incident = incidentOf(order);

        assertThat(incident.failedStep()).isEqualTo("remind-payment");
        var tried = dryRun.of(incident, IncidentResolution.Kind.SKIP);
        assertThat(tried.succeeds()).as(String.valueOf(tried.trace())).isTrue();
        assertThat(tried.endsAt()).containsExactly("await-deposit");
        assertThat(incidents.find(incident.id())).as("only tried").isPresent();

        assertThat(incidents.list(new Incidents.Filter(null, "order", order.value()), null, 0, 10))
                .as("it happened in a called process, counts once and belongs to the order")
                .singleElement()
                .returns("secure-payment", Incidents.Incident::process);
        for (var language : List.of("ja", "en")) {
            assertThat(page("/incidents/" + incident.id() + "?lang=" + language))
                    .hasStatusOk()
                    .bodyText()
                    .contains("/orders/" + order + "/edit")
                    .doesNotContain("??");
        }

        resolve.resolve(incident.id(), IncidentResolution.Kind.SKIP, "電話でお願いした", null);

        assertThat(incidents.list(new Incidents.Filter(null, null, order.value()), null, 0, 10))
                .isEmpty();
        assertThat(cases.at(
                        "secure-payment", "await-deposit", new Cases.Filter(order.value(), false, false, false), 0, 10))
                .hasSize(1);
        heal(order);
    }

    @Test
    void incidentsOfTheSameCauseAreTestedAndResolvedTogether() {
        var one = stuck(1);
        var other = stuck(1);
        heal(one);
        var cause = incidents.causes().stream()
                .filter(c -> c.step().equals(incidentOf(one).failedStep()))
                .findFirst()
                .orElseThrow();

        assertThat(cause.cases()).isGreaterThanOrEqualTo(2);
        assertThat(page("/incidents/causes/" + cause.id()))
                .hasStatusOk()
                .bodyText()
                .contains(one.value(), other.value())
                .doesNotContain("??");
        var sent = mvc.post()
                .uri("/incidents/causes/" + cause.id())
                .param("id", incidentOf(one).id(), incidentOf(other).id())
                .with(csrf())
                .with(manager())
                .exchange();
        var outcome = String.valueOf(sent.getResponse().getHeader("Location"));

        assertThat(outcome).contains("/incidents/batches/");
        assertThat(page(outcome))
                .hasStatusOk()
                .bodyText()
                .contains(one.value(), other.value())
                .doesNotContain("??");
    }

    @Test
    void theApiReportsWhetherItIsRetriedOrAwaitsApproval() {
        var small = incidentOf(stuck(1));
        var big = incidentOf(stuck(40));

        assertThat(retryByApi(small.id())).hasStatusOk().bodyText().contains("RETRYING");
        assertThat(retryByApi(big.id())).hasStatusOk().bodyText().contains("AWAITING_APPROVAL");
        assertThat(retryByApi("no-such-incident")).hasStatus(404);
    }

    private MvcTestResult retryByApi(String id) {
        return mvc.post()
                .uri("/api/v1/incidents/" + id + "/retry")
                .header("Authorization", "Bearer demo-token")
                .exchange();
    }

    /** An order of this many pieces whose payment can not be read; forty are above the sum for one person. */
    private OrderNumber stuck(int pieces) {
        return stuck(pieces, 99);
    }

    private OrderNumber stuck(int pieces, int stock) {
        var order = walk.placeOrder
                .place(
                        OrderMother.of(walk.given.product(ProductMother.tea().costing(PRICE), stock), pieces)
                                .build(),
                        Preparation.LATER)
                .orderNumber();
        spoil(order);
        fail(order);
        return order;
    }

    private void spoil(OrderNumber order) {
        walk.corrupt.paymentBroken(order.value());
    }

    private void heal(OrderNumber order) {
        walk.corrupt.paymentCorrected(order.value());
    }

    /** An order whose step got stuck again after somebody had retried it. */
    private OrderNumber stuckAgainAfterRetry() {
        var order = stuck(1);
        resolve.resolve(incidentOf(order).id(), IncidentResolution.Kind.RETRY, "", null);
        fail(order);
        walk.testClock.advance(Duration.ofMinutes(4));
        recheck.run();
        assertThat(stuckAgain(order)).hasSize(1);
        return order;
    }

    /** Runs what is due until its attempts are used up. */
    private void fail(OrderNumber order) {
        for (int i = 0; i < 10; i++) {
            walk.jdbc
                    .sql(
                            """
                            select j.id_ from act_ru_job j join act_ru_execution p on p.id_ = j.process_instance_id_
                             where p.business_key_ = :key and j.retries_ > 0
                               and (j.handler_type_ = 'async-continuation' or j.handler_cfg_ like 'reminder-due%')
                            """)
                    .param("key", order.value())
                    .query(String.class)
                    .list()
                    .forEach(job -> {
                        try {
                            management.executeJob(job);
                        } catch (RuntimeException expected) {
                            assertThat(expected).isNotNull();
                        }
                    });
        }
    }

    private Incidents.Incident incidentOf(OrderNumber order) {
        return incidents
                .list(new Incidents.Filter(null, null, order.value()), null, 0, 1)
                .get(0);
    }

    private List<OpenTask> stuckAgain(OrderNumber order) {
        return tasks.list(new Tasks.Filter(null, "mending-stuck-again", "first", null), "priority", 0, 100).stream()
                .filter(task -> task.keys(OrderSubject.KIND).contains(order.value()))
                .toList();
    }

    private IncidentResolution.State state(IncidentResolution incidentResolution) {
        return incidentResolutions.find(incidentResolution.id()).orElseThrow().state();
    }

    private String rows(OrderNumber order) {
        return walk.jdbc
                .sql(
                        """
                        select (select count(*) from act_hi_actinst) || '/' || (select count(*) from act_ru_job) || '/'
                            || (select count(*) from task) || '/' || (select count(*) from order_event) || '/'
                            || (select version || status from orders where order_number = :o) || '/'
                            || (select coalesce(sum(allocated), 0) from stock_balance)
                        """)
                .param("o", order.value())
                .query(String.class)
                .single();
    }

    private long audit(String action, OrderNumber subject) {
        return walk.jdbc
                .sql("select count(*) from audit_entry where action = :a and subject = :s and who = 'first'")
                .param("a", action)
                .param("s", subject.value())
                .query(Long.class)
                .single();
    }

    private MvcTestResult page(String path) {
        return mvc.get().uri(path).with(manager()).exchange();
    }

    private static RequestPostProcessor manager() {
        return user("first").authorities(AuthorityUtils.createAuthorityList("ROLE_MANAGER", "VIEW", "OPERATIONS"));
    }

    private static void as(String name) {
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(
                        name, "", AuthorityUtils.createAuthorityList("WORK_TASKS", "OPERATIONS")));
    }
}
