package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jp.otodoke.ModuleTest;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.CardAnswer.Outcome;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** A card company takes captured money back: each yen has its row, and each chargeback its end. */
@ModuleTest
class ChargebackTests {
    private static final String TASK = "card-chargeback";
    private static final Yen ALL = Yen.of(6550);

    private final PaymentDesk desk;
    private final String id = "cb:" + UUID.randomUUID();

    @Autowired
    RecordChargeback record;

    @Autowired
    Chargebacks chargebacks;

    @Autowired
    FindPaymentEntries entries;

    @Autowired
    AdvanceOrder advance;

    @Autowired
    ChargebackTask kind;

    @Autowired
    Tasks tasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ChargebackTests(AutowireCapableBeanFactory beans) {
        this.desk = beans.createBean(PaymentDesk.class);
    }

    @AfterEach
    void booksBalance() {
        desk.booksBalance();
    }

    @Test
    void whatIsTakenBackIsOwedAgainAndAPersonDecides(AssertablePublishedEvents events) {
        var order = delivered();

        record.opened(id, transaction(order), ALL, "unknown charge");

        assertThat(desk.payment(order).open()).isEqualTo(ALL);
        assertThat(desk.tasks(order)).containsExactly(TASK);
        assertThat(statuses(order)).containsExactly(PaymentEntry.Status.REVERSED);
        assertThat(events).contains(PaymentReversed.class).matching(new PaymentReversed(order)::equals);
    }

    @Test
    void theSameChargebackCountsOnce() {
        var order = delivered();

        record.opened(id, transaction(order), ALL, null);
        record.opened(id, transaction(order), ALL, null);

        assertThat(desk.payment(order).paid()).isEqualTo(Yen.ZERO);
        assertThat(chargebacks.of(order)).hasSize(1);
    }

    @Test
    void aPartOfACaptureMayBeTakenBackAndNoMoreThanIsLeft() {
        var order = delivered();
        record.opened(id, transaction(order), Yen.of(550), null);

        assertThatThrownBy(() -> record.opened(id + "2", transaction(order), Yen.of(6001), null))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> record.opened(id + "2", transaction(order), Yen.ZERO, null))
                .isInstanceOf(InvalidInput.class);

        assertThat(desk.payment(order).open()).isEqualTo(Yen.of(550));
        assertThat(statuses(order)).containsExactly(PaymentEntry.Status.PAID, PaymentEntry.Status.REVERSED);
        record.opened(id + "2", transaction(order), Yen.of(6000), null);
        assertThat(desk.payment(order).open()).isEqualTo(ALL);
    }

    @Test
    void nothingIsKnownOfAPaymentThatWasNeverCaptured() {
        var order = desk.authorised();

        for (var unknown : List.of("A99999999-1", transaction(order))) {
            assertThatThrownBy(() -> record.opened(id, unknown, ALL, null))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
        }
        assertThatThrownBy(() -> record.won(id)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> record.lost(id)).isInstanceOf(Refusal.class);
    }

    @Test
    void whatIsContestedAndWonIsPaidAgain() {
        var order = delivered();
        record.opened(id, transaction(order), ALL, null);

        decide(order, "CONTEST");
        assertThat(state(order)).isEqualTo(Chargeback.State.CONTESTED);
        assertThat(desk.tasks(order)).isEmpty();
        assertThat(trouble(order)).as("nothing is demanded meanwhile").isEmpty();
        record.won(id);
        record.won(id);

        assertThat(desk.payment(order).settled()).isTrue();
        assertThat(desk.payment(order).paid()).isEqualTo(ALL);
        assertThat(state(order)).isEqualTo(Chargeback.State.WON);
        assertThat(statuses(order)).containsExactly(PaymentEntry.Status.PAID);
    }

    @Test
    void whatIsContestedForFourMonthsWithoutAResultIsInTroubleAgain() {
        var order = delivered();
        record.opened(id, transaction(order), ALL, null);
        decide(order, "CONTEST");

        assertThat(troubleInDays(order, 119)).isFalse();
        assertThat(troubleInDays(order, 121)).isTrue();
    }

    @Test
    void whatIsLostIsDecidedOnceMore() {
        var order = delivered();
        record.opened(id, transaction(order), ALL, null);
        decide(order, "CONTEST");

        record.lost(id);
        record.lost(id);

        assertThat(desk.open(OrderSubject.of(order), TASK).decisions()).containsExactly("BANK_TRANSFER", "WRITE_OFF");
        decide(order, "WRITE_OFF");
        assertThat(desk.status(order)).isEqualTo(PaymentStatus.WRITTEN_OFF);
        record.won(id);
        assertThat(desk.payment(order).paid()).as("it came after all").isEqualTo(ALL);
    }

    @Test
    void theCustomerIsAskedToTransferAndPays() {
        var order = delivered();
        record.opened(id, transaction(order), ALL, null);

        decide(order, "BANK_TRANSFER");

        assertThat(desk.payment(order).method()).isEqualTo(PaymentMethod.BANK_TRANSFER);
        assertThat(desk.payment(order).dueBy()).isNotNull();
        desk.transfer(order, 6550);
        assertThat(desk.payment(order).settled()).isTrue();
    }

    @Test
    void moneyThatComesBackAfterTheCustomerHasPaidOtherwiseIsRefunded() {
        var order = delivered();
        record.opened(id, transaction(order), ALL, null);
        decide(order, "BANK_TRANSFER");
        desk.transfer(order, 6550);

        record.won(id);

        assertThat(desk.payment(order).excess()).isEqualTo(ALL);
    }

    @Test
    void whatNobodyDecidesForAWeekIsInTrouble() {
        var order = delivered();

        record.opened(id, transaction(order), ALL, null);

        assertThat(troubleInDays(order, 6)).isFalse();
        assertThat(troubleInDays(order, 8)).isTrue();
    }

    @Test
    void moreThanOnePersonMayGiveUpIsLeftToDunning() {
        var order = deliveredFiveTeas();
        var paid = desk.payment(order).paid();
        record.opened(id, transaction(order), paid, null);

        decide(order, "WRITE_OFF");

        assertThat(desk.payment(order).open()).isEqualTo(paid);
        assertThat(trouble(order)).containsExactly("CHARGEBACK");
    }

    @Test
    void nobodyGivesUpAloneInPartsWhatTwoHaveToDecideAbout() {
        var order = deliveredFiveTeas();
        record.opened(id, transaction(order), Yen.of(6000), null);
        decide(order, "WRITE_OFF");
        assertThat(desk.payment(order).settled()).isTrue();
        record.opened(id + "2", transaction(order), Yen.of(6000), null);

        decide(order, "WRITE_OFF");

        assertThat(desk.payment(order).open()).isEqualTo(Yen.of(6000));
        assertThat(givenUp(order)).isEqualTo(6000);
        assertThat(trouble(order)).containsExactly("CHARGEBACK");
    }

    @Test
    void whatIsLeftOfTwoChargebacksComesToDunningWhenOneIsWon() {
        var order = delivered();
        record.opened(id, transaction(order), Yen.of(2000), null);
        record.opened(id + "2", transaction(order), Yen.of(3000), null);

        record.won(id);

        assertThat(desk.payment(order).open()).isEqualTo(Yen.of(3000));
        assertThat(troubleInDays(order, 8)).isTrue();
    }

    @Test
    void whatIsContestedComesToDunningWhenAnotherChargebackIsGivenUp() {
        var order = delivered();
        record.opened(id, transaction(order), Yen.of(3000), null);
        decide(order, "CONTEST");
        record.opened(id + "2", transaction(order), Yen.of(2000), null);

        decide(order, "WRITE_OFF");

        assertThat(desk.payment(order).open()).isEqualTo(Yen.of(3000));
        assertThat(troubleInDays(order, 121)).isTrue();
    }

    /** A person sees, and moves, what this chargeback is about. */
    @Test
    void aTaskTellsWhatItMoves() {
        var order = delivered();
        record.opened(id, transaction(order), Yen.of(550), null);
        record.opened(id + "2", transaction(order), Yen.of(6000), null);
        var first = desk.open(OrderSubject.of(order), TASK);

        var own = chargebacks.find(own(first)).orElseThrow().amount();
        assertThat(then(first, "CONTEST")).startsWith(own.toString());
        assertThat(then(first, "WRITE_OFF")).startsWith(own.toString());
        assertThat(then(first, "BANK_TRANSFER"))
                .as("nobody has decided about the other")
                .startsWith(own.toString());
        decide(order, "WRITE_OFF");

        assertThat(givenUp(order)).isEqualTo(own.amount());
        assertThat(then(desk.open(OrderSubject.of(order), TASK), "BANK_TRANSFER"))
                .startsWith(ALL.minus(own).toString());
    }

    @Test
    void whatIsContestedIsNotDemandedAndDelaysNoOther(AssertablePublishedEvents events) {
        var order = delivered();
        record.opened(id, transaction(order), Yen.of(3000), null);
        decide(order, "CONTEST");
        record.opened(id + "2", transaction(order), Yen.of(2000), null);

        assertThat(then(desk.open(OrderSubject.of(order), TASK), "BANK_TRANSFER"))
                .startsWith(Yen.of(2000).toString());
        decide(order, "BANK_TRANSFER");

        assertThat(events)
                .contains(PaymentRequested.class)
                .matching(asked ->
                        asked.orderNumber().equals(order) && asked.amount().equals(Yen.of(2000)));
        var due = Objects.requireNonNull(desk.payment(order).dueBy());
        assertThat(troubleFrom(order)).isEqualTo(due.plusDays(1));
    }

    @Test
    void whatWasRefundedAndDisputedBeforeAnythingLeftComesToDunning() {
        var order = desk.captured();
        var transaction = transaction(order);
        desk.cancel(order);
        desk.answerCall(desk.askedAboutRefunds(order).get(0).callId(), Outcome.REFUNDED);

        record.opened(id, transaction, ALL, null);

        assertThat(troubleInDays(order, 8)).isTrue();
    }

    @Test
    void anOrderThatWaitsToLeaveIsNoneOfDunning() {
        var order = desk.captured();

        record.opened(id, transaction(order), ALL, null);

        assertThat(trouble(order)).isEmpty();
    }

    /** Both leave the same sum paid. */
    @Test
    void eachOfTwoChargebacksOfTheSameAmountIsGivenUp() {
        var order = delivered();
        record.opened(id, transaction(order), Yen.of(2000), null);
        decide(order, "WRITE_OFF");
        record.opened(id + "2", transaction(order), Yen.of(2000), null);

        decide(order, "WRITE_OFF");

        assertThat(desk.payment(order).open()).isEqualTo(Yen.ZERO);
        assertThat(desk.status(order)).isEqualTo(PaymentStatus.WRITTEN_OFF);
        assertThat(givenUp(order)).isEqualTo(4000);
    }

    @Test
    void anOrderThatHasNotLeftIsNotChargedAgainByItself() {
        var order = desk.captured();

        record.opened(id, transaction(order), ALL, null);
        desk.secure.secure(order);

        assertThat(desk.tasks(order)).as("its process asks").doesNotContain(TASK);
        assertThat(desk.payment(order).secured()).isFalse();
        assertThat(desk.payment(order).authorised()).isEqualTo(Yen.ZERO);
        desk.changeTo(order, 2, "tok_other");
        desk.secure.secure(order);
        desk.answer(order, Outcome.AUTHORISED);
        assertThat(desk.payment(order).secured()).as("by another card").isTrue();
    }

    @Test
    void whatTheCardCompanyHasTakenIsNotRefundedBesides() {
        var order = desk.captured();
        record.opened(id, transaction(order), ALL, null);

        desk.cancel(order);

        assertThat(desk.payment(order).excess()).isEqualTo(Yen.ZERO);
        assertThat(desk.askedAboutRefunds(order)).isEmpty();
        assertThat(state(order)).isEqualTo(Chargeback.State.ACCEPTED);
    }

    @Test
    void aRefundedCustomerWhoDisputesTheChargeTooOwesIt() {
        var order = desk.captured();
        var transaction = transaction(order);
        desk.cancel(order);
        var refund = desk.askedAboutRefunds(order).get(0);
        desk.answerCall(refund.callId(), Outcome.REFUNDED);

        record.opened(id, transaction, ALL, null);

        assertThat(desk.payment(order).open()).isEqualTo(ALL);
        assertThat(desk.open(OrderSubject.of(order), TASK).decisions()).containsExactly("CONTEST", "WRITE_OFF");
        decide(order, "WRITE_OFF");
        assertThat(desk.payment(order).open()).isEqualTo(Yen.ZERO);
    }

    private OrderNumber delivered() {
        var order = desk.captured();
        advance.ship(order, List.of(new AdvanceOrder.Pieces(1, 2)));
        return order;
    }

    private OrderNumber deliveredFiveTeas() {
        var order = desk.secured(OrderMother.of(ProductMother.tea(), 5).paidByCard());
        desk.answer(order, Outcome.AUTHORISED);
        desk.capture.shipped(List.of(order));
        desk.answer(order, Outcome.CAPTURED);
        advance.ship(order, List.of(new AdvanceOrder.Pieces(1, 5)));
        return order;
    }

    private String transaction(OrderNumber order) {
        return String.valueOf(desk.payment(order).transactionNo());
    }

    private Chargeback.State state(OrderNumber order) {
        return chargebacks.of(order).get(0).state();
    }

    private void decide(OrderNumber order, String decision) {
        desk.decide(OrderSubject.of(order), TASK, decision, "配達の記録を送付", Map.of());
    }

    private long givenUp(OrderNumber order) {
        return jdbc.sql("select sum(amount) from ledger_entry where receivable = ? and account = 'WRITE_OFF'")
                .param(order.value())
                .query(Long.class)
                .single();
    }

    private List<PaymentEntry.Status> statuses(OrderNumber order) {
        return entries.payments(order).stream().map(PaymentEntry::status).toList();
    }

    private List<String> trouble(OrderNumber order) {
        return jdbc.sql("select cause from payments_trouble_view where receivable = ? and trouble_from <= ?")
                .params(order.value(), desk.business.today())
                .query(String.class)
                .list();
    }

    private LocalDate troubleFrom(OrderNumber order) {
        return jdbc.sql("select trouble_from from payments_trouble_view where receivable = ?")
                .param(order.value())
                .query(LocalDate.class)
                .single();
    }

    private String then(OpenTask task, String decision) {
        return kind.consequences(List.of(task), decision).japanese();
    }

    private String own(OpenTask task) {
        return tasks.key(task.id()).split(":", 3)[2];
    }

    private boolean troubleInDays(OrderNumber order, int days) {
        return jdbc.sql(
                        "select trouble_from <= ? and cause = 'CHARGEBACK' from payments_trouble_view where receivable = ?")
                .params(desk.business.today().plusDays(days), order.value())
                .query(Boolean.class)
                .single();
    }
}
