package jp.otodoke.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.otodoke.FlowsTaken;
import jp.otodoke.OtodokeTest;
import jp.otodoke.dunning.DunningCase.Outcome;
import jp.otodoke.dunning.DunningCase.PauseReason;
import jp.otodoke.dunning.DunningCase.State;
import jp.otodoke.mothers.DueRows;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.CardAnswer;
import jp.otodoke.payments.FindPayment;
import jp.otodoke.payments.PaymentStatus;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import jp.otodoke.workflow.StartPoll;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.ClassPathResource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Walks the process of a case on every way that its diagram shows. */
@OtodokeTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DunningFlowTests {
    private final AutowireCapableBeanFactory beans;
    private final FlowsTaken taken;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final FindPayment payments;
    private final FindOrder orders;
    private final AgencyFiles agencyFiles;
    private final DunningLetters letters;
    private final StartPoll starts;
    private DunningDesk desk;

    @Autowired
    DunningFlowTests(
            AutowireCapableBeanFactory beans,
            FlowsTaken taken,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            FindPayment payments,
            FindOrder orders,
            AgencyFiles agencyFiles,
            DunningLetters letters,
            StartPoll starts) {
        this.beans = beans;
        this.taken = taken;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.payments = payments;
        this.orders = orders;
        this.agencyFiles = agencyFiles;
        this.letters = letters;
        this.starts = starts;
    }

    @BeforeEach
    void begin() {
        desk = beans.createBean(DunningDesk.class);
    }

    @AfterEach
    void allHolds() {
        desk.allHolds();
    }

    @Test
    void whatIsOverdueIsRemindedAtTenAndEndsWithItsMoney() {
        var one = desk.overdue(6880);
        assertThat(one.cause()).isEqualTo(DunningCause.UNPAID);
        assertThat(one.nextStep()).isEqualTo(DunningStepKind.MAIL);
        assertThat(desk.done(one)).isEmpty();

        desk.pass(one, 0);
        assertThat(desk.done(one)).containsExactly("MAIL reminded");
        assertThat(desk.mails("dunning-reminder:")).isPositive();
        desk.pay(one);

        assertThat(desk.again(one).outcome()).isEqualTo(Outcome.PAID);
        assertThat(desk.planned(one)).isEmpty();
        assertThat(desk.alive(one)).isFalse();
    }

    @Test
    void whatIsPaidInTimeOrNotYetDueHasNoCase() {
        var customer = desk.customer();
        var fee = desk.fee(customer, 3300);
        desk.at(desk.business.today().plusDays(9), 23);

        assertThat(desk.cases.count(new DunningCases.Filter(null, null, null, customer.value(), null, null)))
                .isZero();
        desk.morning();
        assertThat(desk.of(fee).state()).isEqualTo(State.OPEN);
    }

    @Test
    void aMorningOpensEachCaseOnce() {
        var one = desk.overdue(3300);

        desk.morning();

        assertThat(desk.of(one.receivable()).id()).isEqualTo(one.id());
    }

    @Test
    void whoHasNoAddressGetsALetterWhichAPersonPosts() {
        var one = desk.overdue(desk.customerWithoutMail(), 3300);

        desk.pass(one, 0);

        assertThat(desk.done(one)).containsExactly("MAIL letter-instead");
        var letter = letters.toSend(0, 1_000).stream()
                .filter(due -> due.caseId() == one.id())
                .findFirst()
                .orElseThrow();
        assertThat(letter.address()).contains("千代田");
        assertThat(letters.sent(List.of(letter.id()), "keiri")).isOne();
        assertThat(letters.sent(List.of(letter.id()), "keiri")).isZero();
    }

    @Test
    void afterTheLastStepAPersonDecidesAndItGoesOn() {
        var one = desk.overdue(900);
        desk.untilDecision(one);
        assertThat(desk.done(one)).containsExactly("MAIL reminded", "MAIL reminded", "LETTER letter", "PERSON asked");

        desk.decide(one, "decide-dunning", "CONTINUE", null, "keiri");

        assertThat(desk.tasks(one)).isEmpty();
        assertThat(desk.again(one).nextStep()).isEqualTo(DunningStepKind.MAIL);
    }

    @Test
    void aPromiseWhileAPersonIsAskedTakesTheTaskAway() {
        var one = desk.overdue(900);
        desk.untilDecision(one);

        var until = desk.business.today().plusDays(10);
        beans.getBean(PromisePayment.class).promise(one.id(), until, "keiri");
        desk.run(one);

        assertThat(desk.tasks(one)).isEmpty();
        assertThat(desk.again(one).state()).isEqualTo(State.PAUSED);
        desk.pass(one, 10);
        assertThat(desk.again(one).awaitsDecision()).isFalse();
        desk.pass(one, 1);
        assertThat(desk.tasks(one)).containsExactly("decide-dunning");
    }

    @Test
    void aPromiseMovesAllThatIsPlannedBehindItsDay() {
        var one = desk.overdue(6880);
        var until = desk.business.today().plusDays(5);

        beans.getBean(PromisePayment.class).promise(one.id(), until, "keiri");
        desk.run(one);
        desk.pass(one, 5);
        assertThat(desk.done(one)).isEmpty();
        desk.pass(one, 1);

        assertThat(desk.done(one)).containsExactly("MAIL reminded");
        assertThat(desk.again(one).state()).isEqualTo(State.OPEN);
        assertThat(desk.again(one).promisedUntil()).isEqualTo(until);
    }

    @Test
    void anInquiryPausesAllOfACustomerUntilItIsClosed() {
        var customer = desk.customer();
        var one = desk.overdue(customer, 6880);
        publish(new DunningPaused(customer));
        desk.run(one);

        desk.pass(one, 40);
        assertThat(desk.done(one)).isEmpty();
        assertThat(desk.again(one).pauseReason()).isEqualTo(PauseReason.INQUIRY);
        desk.fee(customer, 500);
        desk.tenDaysLater();
        assertThat(desk.cases.list(
                        new DunningCases.Filter(State.PAUSED, null, null, customer.value(), null, null), null, 0, 9))
                .hasSize(2);

        publish(new DunningResumed(customer));
        desk.run(one);
        desk.pass(one, 1);
        assertThat(desk.done(one)).containsExactly("MAIL reminded");
    }

    @Test
    void whatGoesToTheAgencyStandsInOneFile() {
        var one = desk.overdue(900);
        desk.untilDecision(one);
        desk.decide(one, "decide-dunning", "AGENCY", null, "keiri");
        assertThat(desk.again(one).stage()).isEqualTo("AGENCY");

        var file = agencyFiles.make("keiri");

        assertThat(agencyFiles.rows(file.id())).anySatisfy(row -> {
            assertThat(row.receivable()).isEqualTo(one.receivable().value());
            assertThat(row.amount()).isEqualTo(Yen.of(900));
        });
        assertThatThrownBy(() -> agencyFiles.make("keiri")).isInstanceOf(Refusal.class);
        desk.pay(one);
        assertThat(desk.again(one).outcome()).isEqualTo(Outcome.PAID);
    }

    @Test
    void aSmallSumIsWrittenOffByOnePerson() {
        var one = desk.overdue(900);
        desk.untilDecision(one);

        desk.decide(one, "decide-dunning", "WRITE_OFF", "少額のため", "keiri");

        assertThat(desk.again(one).outcome()).isEqualTo(Outcome.WRITTEN_OFF);
        assertThat(desk.again(one).open()).isEqualTo(Yen.ZERO);
        assertThat(desk.alive(one)).isFalse();
    }

    @Test
    void aLargeSumIsWrittenOffByTwo() {
        var one = desk.overdue(60_000);
        desk.untilDecision(one);
        desk.decide(one, "decide-dunning", "WRITE_OFF", "行方不明", "keiri");
        assertThat(desk.tasks(one)).containsExactly("approve-write-off");

        assertThatThrownBy(() -> desk.decide(one, "approve-write-off", "APPROVE", null, "keiri"))
                .isInstanceOf(Refusal.class);
        desk.decide(one, "approve-write-off", "REJECT", "もう一度電話を", "sekinin");
        assertThat(desk.tasks(one)).containsExactly("decide-dunning");
        desk.decide(one, "decide-dunning", "WRITE_OFF", "行方不明", "keiri");
        desk.decide(one, "approve-write-off", "APPROVE", null, "sekinin");

        assertThat(desk.again(one).outcome()).isEqualTo(Outcome.WRITTEN_OFF);
        assertThat(desk.again(one).open()).isEqualTo(Yen.ZERO);
    }

    @Test
    void aDeclinedCardIsChargedAgainAndThenATransferIsAskedFor() {
        var order = desk.declined();
        desk.morning();
        var one = desk.of(ReceivableNumber.of(order));
        desk.run(one);
        assertThat(one.cause()).isEqualTo(DunningCause.DECLINED_CAPTURE);

        desk.pass(one, 0);
        assertThat(desk.asked(order)).endsWith("CAPTURE", "CAPTURE");
        desk.answer(order, CardAnswer.Outcome.DECLINED);
        desk.pass(one, 2);
        desk.answer(order, CardAnswer.Outcome.DECLINED);
        desk.pass(one, 1);

        assertThat(desk.done(one)).containsExactly("RETRY retried", "RETRY retried", "OTHER_METHOD transfer-offered");
        assertThat(payments.get(order).method()).isEqualTo(PaymentMethod.BANK_TRANSFER);
        assertThat(desk.tasksAbout(order)).doesNotContain("capture-failed");
        assertThat(desk.again(one).pauseReason()).isEqualTo(PauseReason.TERM);
        desk.pay(desk.again(one));
        assertThat(desk.again(one).outcome()).isEqualTo(Outcome.PAID);
        assertThat(payments.get(order).status()).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void aCardThatHasExpiredIsNotChargedAgain() {
        var order = desk.declined("expired_card");
        desk.morning();
        var one = desk.of(ReceivableNumber.of(order));
        desk.run(one);

        desk.pass(one, 3);

        assertThat(desk.done(one)).containsExactly("OTHER_METHOD transfer-offered");
        assertThat(desk.asked(order)).containsOnlyOnce("CAPTURE");
    }

    @Test
    void aCardSuspectedOfFraudGoesToAPersonAtOnce() {
        var order = desk.declined("fraudulent");
        desk.morning();
        var one = desk.of(ReceivableNumber.of(order));
        desk.run(one);

        desk.pass(one, 0);

        assertThat(desk.tasks(one)).containsExactly("decide-dunning");
        assertThat(desk.asked(order)).containsOnlyOnce("CAPTURE");
    }

    @Test
    void nothingIsTriedAfterAllHasComeBack() {
        var order = desk.declined();
        desk.morning();
        var one = desk.of(ReceivableNumber.of(order));
        desk.run(one);
        desk.pass(one, 0);
        desk.answer(order, CardAnswer.Outcome.DECLINED);
        var asked = desk.asked(order);

        desk.comesBack(order);
        desk.run(one);
        desk.pass(one, 30);

        assertThat(desk.again(one).outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(desk.asked(order).stream().filter(kind -> !kind.equals("VOID")))
                .containsExactlyElementsOf(
                        asked.stream().filter(kind -> !kind.equals("VOID")).toList());
        assertThat(desk.done(one)).containsExactly("RETRY retried");
        assertThat(desk.alive(one)).isFalse();
    }

    @Test
    void otherGoodsAreHeldUntilThisIsPaid() {
        var customer = desk.customer();
        var one = desk.overdue(customer, 6880);
        var other =
                desk.given.orderUnderway(OrderMother.twoTeas().paidByTransfer().from(customer));

        for (int day = 0; day < 21; day++) {
            desk.pass(one, 1);
        }
        assertThat(desk.done(one)).contains("HOLD_GOODS held");
        assertThat(orders.get(other).onHold()).isTrue();
        desk.pay(one);

        assertThat(orders.get(other).onHold()).isFalse();
        desk.cancelled(other);
    }

    /** Their processes are queued, and started by the workers of all nodes. */
    @Test
    void hundredsOfCasesOpenTogether() {
        var customer = desk.customer();
        transaction.executeWithoutResult(status ->
                DueRows.write(desk.jdbc, customer, desk.business.today().plusDays(9), 230));

        desk.morning();
        starts.run();

        var filter = new DunningCases.Filter(State.OPEN, null, null, customer.value(), null, null);
        var all = desk.cases.list(filter, "id", 0, 300);
        assertThat(all).hasSize(230).allSatisfy(one -> assertThat(desk.alive(one))
                .isTrue());
        var first = all.get(0);
        desk.pass(first, 0);
        assertThat(desk.done(first)).containsExactly("MAIL reminded");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everySequenceFlowOfTheDiagramWasWalked() throws IOException {
        var model =
                Bpmn.readModelFromStream(new ClassPathResource("bpmn/dunning/payment-exception.bpmn").getInputStream());
        Set<String> left = model.getModelElementsByType(SequenceFlow.class).stream()
                .map(flow -> "payment-exception/" + flow.getId())
                .collect(Collectors.toCollection(TreeSet::new));

        left.removeAll(taken.all());

        assertThat(left).isEmpty();
    }

    private void publish(Object event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }
}
