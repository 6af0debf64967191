package jp.otodoke.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import jp.otodoke.OtodokeTest;
import jp.otodoke.mothers.Elapsed;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.PaymentMother;
import jp.otodoke.mothers.ShipmentMother;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.CardAnswer;
import jp.otodoke.payments.PaymentStatus;
import jp.otodoke.shared.ShipmentNumber;
import jp.otodoke.workflow.DryRun;
import jp.otodoke.workflow.IncidentResolution;
import jp.otodoke.workflow.Incidents;
import jp.otodoke.workflow.ResolveIncident;
import jp.otodoke.workflow.WakeUpPoll;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What partners report is true whatever becomes of the next step, and no process misses it. */
@OtodokeTest
class WakeUpTests {
    private final Walk walk;
    private final Elapsed elapsed;
    private final WakeUpPoll poll;
    private final Incidents incidents;
    private final ResolveIncident resolve;
    private final DryRun dryRun;
    private final ManagementService management;
    private final RuntimeService runtime;
    private final MockMvcTester mvc;

    @Autowired
    WakeUpTests(
            AutowireCapableBeanFactory beans,
            Elapsed elapsed,
            WakeUpPoll poll,
            Incidents incidents,
            ResolveIncident resolve,
            DryRun dryRun,
            ManagementService management,
            RuntimeService runtime,
            MockMvcTester mvc) {
        this.walk = beans.createBean(Walk.class);
        this.elapsed = elapsed;
        this.poll = poll;
        this.incidents = incidents;
        this.resolve = resolve;
        this.dryRun = dryRun;
        this.management = management;
        this.runtime = runtime;
        this.mvc = mvc;
    }

    @BeforeEach
    void morning() {
        walk.morning();
    }

    /** Nothing spoilt is left to others. */
    @AfterEach
    void healAll() {
        walk.corrupt.allPaymentsCorrected();
        walk.corrupt.allocationsAccepted();
    }

    @Test
    void aStepThatFailsAfterAShipResultLeavesTheResultBookedAndBecomesAnIncident() {
        var order = walk.accepted(OrderMother.of(walk.article(9), 1));
        var parcel = walk.parcel(order).number();
        walk.corrupt.paymentBroken(order.value());

        walk.results.record(List.of(leaving(parcel)));

        assertThat(walk.parcel(order).status()).isEqualTo(ShipmentStatus.SHIPPED);
        assertThat(standsAt(parcel)).containsExactly("await-shipping");
        assertThat(messages(parcel)).as("it is a job of the engine now").isEmpty();
        fail(parcel);
        var incident = incidentOf(parcel);
        assertThat(incident)
                .returns("await-shipping", Incidents.Incident::step)
                .returns("after-shipping", Incidents.Incident::failedStep);
        for (var language : List.of("ja", "en")) {
            assertThat(mvc.get()
                            .uri("/incidents/" + incident.id() + "?lang=" + language)
                            .with(user("first")
                                    .authorities(
                                            AuthorityUtils.createAuthorityList("ROLE_MANAGER", "VIEW", "OPERATIONS")))
                            .exchange())
                    .hasStatusOk()
                    .bodyText()
                    .contains(parcel.value())
                    .doesNotContain("??");
        }
    }

    @Test
    void whatIsReportedAfterAFailedStepWaitsForItsRetryAndThenTakesPlaceInOrder() {
        var order = walk.accepted(OrderMother.of(walk.article(9), 1));
        var parcel = walk.parcel(order).number();
        walk.corrupt.paymentBroken(order.value());
        walk.results.record(List.of(leaving(parcel)));
        fail(parcel);
        var incident = incidentOf(parcel);
        assertThat(dryRun.of(incident, IncidentResolution.Kind.RETRY).succeeds())
                .isFalse();
        walk.corrupt.paymentCorrected(order.value());

        walk.track(parcel, TrackingEvent.Kind.DELIVERED);
        elapsed.messagesWaitingFor(Duration.ofMinutes(10));
        poll.run();

        assertThat(walk.parcel(order).status()).isEqualTo(ShipmentStatus.DELIVERED);
        assertThat(messages(parcel)).as("held up").contains("delivered");
        walk.allHolds();
        var tried = dryRun.of(incident, IncidentResolution.Kind.RETRY);
        assertThat(tried.succeeds()).as(String.valueOf(tried.trace())).isTrue();
        assertThat(tried.passedSteps()).contains("after-shipping");
        assertThat(tried.endsAt()).containsExactly("await-delivery");

        resolve.resolve(incident.id(), IncidentResolution.Kind.RETRY, "", null);
        walk.settle(parcel);
        assertThat(standsAt(parcel)).containsExactly("await-delivery");
        poll.run();

        assertThat(walk.alive(parcel)).isFalse();
        assertThat(walk.status(order)).isEqualTo(OrderStatus.DELIVERED);
        assertThat(messages(parcel)).isEmpty();
    }

    @Test
    void aCardAnswerAfterWhichAStepFailsIsBookedAndTheCardNotChargedAgain() {
        var order = walk.place(OrderMother.of(walk.article(500), 2).by(PaymentMethod.CREDIT_CARD));
        var call = walk.lastCall(order);
        walk.corrupt.allocationRefused(order.value());

        walk.cardAnswers.record(PaymentMother.answer(call, CardAnswer.Outcome.AUTHORISED));

        assertThat(walk.payment(order).status()).isEqualTo(PaymentStatus.AUTHORIZED);
        assertThat(walk.everAsked(order)).containsExactly("AUTHORISE");
        assertThat(walk.asked(order)).isEmpty();
        assertThat(walk.status(order)).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        fail(order);
        assertThat(incidentOf(order).step()).isEqualTo("await-card");

        walk.corrupt.allocationsAccepted();
        resolve.resolve(incidentOf(order).id(), IncidentResolution.Kind.RETRY, "", null);
        walk.jobs.run(order);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
        assertThat(walk.everAsked(order)).containsExactly("AUTHORISE");
    }

    @Test
    void aFailingAllocationLeavesTheReceiptBookedAndBecomesAnIncident() {
        var sku = walk.article(0);
        var order = walk.place(OrderMother.of(sku, 2));
        assertThat(walk.status(order)).isEqualTo(OrderStatus.AWAITING_STOCK);
        walk.corrupt.orderBroken(order.value());

        walk.given.stock(sku, 5);
        fail(order);

        assertThat(walk.onHand(sku)).isEqualTo(5);
        assertThat(incidentOf(order))
                .returns("await-stock", Incidents.Incident::step)
                .returns("allocate-stock", Incidents.Incident::failedStep);

        walk.corrupt.orderCorrected(order.value());
        resolve.resolve(incidentOf(order).id(), IncidentResolution.Kind.RETRY, "", null);
        walk.jobs.run(order);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
    }

    @Test
    void ofManyOnlyTheBadOneFails() {
        var orders = Stream.generate(() -> walk.accepted(OrderMother.of(walk.article(9), 1)))
                .limit(3)
                .toList();
        var parcels = orders.stream().map(o -> walk.parcel(o).number()).toList();
        walk.corrupt.paymentBroken(orders.get(1).value());

        walk.results.record(parcels.stream().map(this::leaving).toList());

        assertThat(standsAt(parcels.get(0))).containsExactly("await-delivery");
        assertThat(standsAt(parcels.get(1))).containsExactly("await-shipping");
        assertThat(standsAt(parcels.get(2))).containsExactly("await-delivery");
        assertThat(jobs(parcels.get(1))).hasSize(1);
    }

    @Test
    void aCancelledShipmentThatCanNotBeClosedBecomesAnIncidentAtTheEventThatWaitsForIt() {
        var order = walk.accepted(OrderMother.of(walk.article(9), 1));
        var parcel = walk.parcel(order).number();
        walk.cancel(order);
        walk.corrupt.paymentBroken(order.value());

        walk.answerCancelOnly(parcel, CancelResult.CANCELLED);
        fail(parcel);

        assertThat(walk.parcel(order).status()).isEqualTo(ShipmentStatus.CANCELLED);
        assertThat(incidentOf(parcel))
                .returns("cancel-confirmed", Incidents.Incident::step)
                .returns("close-parcel", Incidents.Incident::failedStep);

        walk.corrupt.paymentCorrected(order.value());
        resolve.resolve(incidentOf(parcel).id(), IncidentResolution.Kind.RETRY, "", null);
        walk.settle(parcel);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(walk.alive(parcel)).isFalse();
    }

    @Test
    void aFailedMessageIsTriedAgainAfterTheSamePausesAsAnyStep() {
        var order = walk.accepted(OrderMother.of(walk.article(9), 1));
        var parcel = walk.parcel(order).number();
        walk.corrupt.paymentBroken(order.value());
        walk.results.record(List.of(leaving(parcel)));

        var job = jobs(parcel).get(0);
        assertThatThrownBy(() -> management.executeJob(job)).isNotNull();

        var failed = management.createJobQuery().jobId(job).singleResult();
        assertThat(failed.getRetries()).isEqualTo(4);
        assertThat(failed.getDuedate().toInstant())
                .isBetween(
                        walk.clock.instant().plusSeconds(3),
                        walk.clock.instant().plusSeconds(5));
        walk.corrupt.paymentCorrected(order.value());
        walk.pass(Duration.ofSeconds(6), parcel);
        assertThat(standsAt(parcel)).containsExactly("await-delivery");
    }

    @Test
    void aCancelledOrderLeavesNothingOfAFailedMessage() {
        var order = walk.place(OrderMother.of(walk.article(500), 2).by(PaymentMethod.CREDIT_CARD));
        walk.corrupt.allocationRefused(order.value());
        walk.cardAnswers.record(PaymentMother.answer(walk.lastCall(order), CardAnswer.Outcome.AUTHORISED));
        fail(order);

        walk.cancel(order);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(walk.alive(order)).isFalse();
        assertThat(jobs(order)).isEmpty();
        walk.allHolds();
    }

    @Test
    void whatANodeLeftBehindWhenItWasKilledIsDeliveredByAnotherInOrder() {
        var order = walk.dispatched(OrderMother.of(walk.article(9), 1));
        var parcel = walk.parcel(order).number();
        walk.withoutWaking(() -> {
            walk.acknowledgements.record(List.of(ShipmentMother.accepted(parcel)));
            walk.results.record(List.of(leaving(parcel)));
        });
        elapsed.killedBeforeWaking("shipment", parcel.value(), "moved-on", "acknowledged", "moved-on", "shipped");
        assertThat(standsAt(parcel)).containsExactly("await-acknowledgement");

        poll.run();

        assertThat(standsAt(parcel)).containsExactly("await-delivery");
        assertThat(messages(parcel)).isEmpty();
    }

    @Test
    void whatIsBeingDeliveredByItsOwnThreadIsLeftToIt() {
        var order = walk.dispatched(OrderMother.of(walk.article(9), 1));
        var parcel = walk.parcel(order).number();
        elapsed.killedBeforeWaking("shipment", parcel.value(), "moved-on", "acknowledged");
        elapsed.messagesWaitingFor(Duration.ofMinutes(-1));

        poll.run();
        assertThat(standsAt(parcel)).containsExactly("await-acknowledgement");

        elapsed.messagesWaitingFor(Duration.ofMinutes(1));
        poll.run();
        assertThat(standsAt(parcel)).containsExactly("await-shipping");
    }

    @Test
    void whatIsDecidedBeforeTheTaskKnowsThatTheGoodsHaveLeftIsRefused() {
        var order = walk.dispatched(OrderMother.of(walk.article(9), 1));
        var parcel = walk.parcel(order).number();
        walk.acknowledge(parcel, false);
        walk.withoutWaking(() -> walk.results.record(List.of(leaving(parcel))));

        assertThatThrownBy(() -> walk.decide(order, "instruction-rejected", "CANCEL"))
                .hasMessageContaining("shipment.decide.too-late");
        assertThatThrownBy(() -> walk.decide(order, "instruction-rejected", "RESEND"))
                .hasMessageContaining("shipment.instruct.too-late");

        elapsed.killedBeforeWaking("shipment", parcel.value(), "moved-on", "acknowledged", "moved-on", "shipped");
        poll.run();
        assertThat(standsAt(parcel)).containsExactly("await-delivery");
        assertThat(walk.tasks(order)).isEmpty();
    }

    @Test
    void whatIsDecidedBeforeTheTaskKnowsOfTheDeliveryIsRefused() {
        var order = walk.shipped(OrderMother.of(walk.article(9), 1));
        var parcel = walk.parcel(order).number();
        walk.track(parcel, TrackingEvent.Kind.ABSENT);
        walk.withoutWaking(() -> walk.tracking.record(
                List.of(ShipmentMother.tracked(parcel, TrackingEvent.Kind.DELIVERED, walk.clock.instant()))));

        for (var decision : List.of("TRY_AGAIN", "SEND_ANEW", "REFUND")) {
            assertThatThrownBy(() -> walk.decide(order, "delivery-trouble", decision))
                    .as(decision)
                    .hasMessageContaining("shipment.decide.too-late");
        }
        elapsed.killedBeforeWaking("shipment", parcel.value(), "moved-on", "delivered");
        elapsed.killedBeforeWaking("order", order.value(), "shipments-ended");
        poll.run();
        assertThat(walk.parcel(order).status()).isEqualTo(ShipmentStatus.DELIVERED);
        assertThat(walk.alive(parcel)).isFalse();
        assertThat(walk.tasks(order)).isEmpty();
    }

    @Test
    void newsOfARolledBackTransactionWakesNobody() {
        var order = walk.dispatched(OrderMother.of(walk.article(9), 1));
        var parcel = walk.parcel(order).number();

        assertThatThrownBy(() -> walk.inTransaction(() -> {
                    walk.acknowledgements.record(List.of(ShipmentMother.accepted(parcel)));
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");

        assertThat(standsAt(parcel)).containsExactly("await-acknowledgement");
        assertThat(messages(parcel)).isEmpty();
    }

    @Test
    void whoeverBroughtTheNewsFindsTheProcessMovedWhenTheCallReturns() {
        var order = walk.dispatched(OrderMother.of(walk.article(9), 1));
        var parcel = walk.parcel(order).number();

        walk.inTransaction(() -> {
            walk.acknowledgements.record(List.of(ShipmentMother.accepted(parcel)));
            assertThat(standsAt(parcel)).as("not before the commit").containsExactly("await-acknowledgement");
        });

        assertThat(standsAt(parcel)).containsExactly("await-shipping");
    }

    private ShipResult leaving(ShipmentNumber parcel) {
        return walk.result(parcel, "1", walk.left(parcel, Integer.MAX_VALUE), true);
    }

    /** Where the case of this number stands. */
    private List<String> standsAt(ShipmentNumber parcel) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(parcel.value()).list().stream()
                .flatMap(instance -> runtime.getActiveActivityIds(instance.getId()).stream())
                .toList();
    }

    private List<String> messages(ShipmentNumber parcel) {
        return walk.jdbc
                .sql("select message from process_wake_up where business_key = ? order by id")
                .param(parcel.value())
                .query(String.class)
                .list();
    }

    private List<String> jobs(Object key) {
        return walk.jdbc
                .sql(
                        """
                        select j.id_ from act_ru_job j join act_ru_execution p on p.id_ = j.process_instance_id_
                         where p.business_key_ = ? and j.retries_ > 0 and j.type_ = 'message'
                        """)
                .param(String.valueOf(key))
                .query(String.class)
                .list();
    }

    /** Runs the job of this case until its attempts are used up. */
    private void fail(Object key) {
        for (var left = jobs(key); !left.isEmpty(); left = jobs(key)) {
            var job = left.get(0);
            assertThatThrownBy(() -> management.executeJob(job)).isNotNull();
        }
    }

    private Incidents.Incident incidentOf(Object key) {
        return incidents
                .list(new Incidents.Filter(null, null, String.valueOf(key)), null, 0, 1)
                .get(0);
    }
}
