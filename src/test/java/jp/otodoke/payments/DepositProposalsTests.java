package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.otodoke.ModuleTest;
import jp.otodoke.customers.NewCustomer;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.PaymentMother;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.DepositProposals.Reason;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** 消込の候補: what a deposit probably pays, for a person to confirm. */
@ModuleTest
class DepositProposalsTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
    private static final long TOTAL = 6550;

    private final PaymentDesk desk;
    private final DepositProposals proposals;
    private final ConfirmProposals confirmProposals;
    private final MatchDeposits matching;
    private final UnmatchDeposits unmatchDeposits;
    private final Deposits deposits;

    @Autowired
    DepositProposalsTests(
            AutowireCapableBeanFactory beans,
            DepositProposals proposals,
            ConfirmProposals confirmProposals,
            MatchDeposits matching,
            UnmatchDeposits unmatchDeposits,
            Deposits deposits) {
        this.desk = beans.createBean(PaymentDesk.class);
        this.proposals = proposals;
        this.confirmProposals = confirmProposals;
        this.matching = matching;
        this.unmatchDeposits = unmatchDeposits;
        this.deposits = deposits;
    }

    @AfterEach
    void booksBalance() {
        desk.booksBalance();
    }

    @Test
    void theExactAmountAndAnAlmostEqualNameAreProposed() {
        var buyer = CustomerMother.unmistakable("候補", CustomerMother.TOKYO, false);
        var order = orderOf(buyer);

        transfer(mistyped(buyer), TOTAL);

        assertThat(newest().state()).isEqualTo(Deposit.State.PROPOSED);
        assertThat(proposals.of(newest().id()).orElseThrow().receivable()).isEqualTo(ReceivableNumber.of(order));
        assertThat(proposals.of(newest().id()).orElseThrow().reason()).isEqualTo(Reason.SIMILAR_NAME);
        assertThat(desk.status(order)).as("only a person confirms it").isEqualTo(PaymentStatus.PENDING);
        assertThat(desk.tasksAboutDeposit(newest().id())).containsExactly("deposit-unmatched");
    }

    @Test
    void aNumberWithAnotherAmountIsProposedWithWhatIsThere() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());

        transfer(order.value(), TOTAL - 440);

        var proposal = proposals.of(newest().id()).orElseThrow();
        assertThat(proposal.receivable()).isEqualTo(ReceivableNumber.of(order));
        assertThat(proposal.amount()).isEqualTo(Yen.of(TOTAL - 440));
        assertThat(proposal.reason()).isEqualTo(Reason.OTHER_AMOUNT);
    }

    @Test
    void noMoreIsProposedThanIsOwed() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());

        transfer(order.value(), TOTAL + 1000);

        assertThat(proposals.of(newest().id()).orElseThrow().amount()).isEqualTo(Yen.of(TOTAL));
    }

    @Test
    void aNumberBesideAStrangersNameIsNotProposed() {
        var order = orderOf(CustomerMother.unmistakable("候補", CustomerMother.TOKYO, false));

        transfer(order + " マツタク ベツノヒト", TOTAL - 440);

        assertThat(proposals.of(newest().id())).isEmpty();
        assertThat(newest().state()).isEqualTo(Deposit.State.UNMATCHED);
    }

    @Test
    void ofTwoLikelyOnesNoneIsProposed() {
        var buyer = CustomerMother.unmistakable("候補", CustomerMother.TOKYO, false);
        orderOf(buyer);
        orderOf(buyer);

        transfer(mistyped(buyer), TOTAL);

        assertThat(proposals.of(newest().id())).isEmpty();
    }

    @Test
    void whatIsConfirmedPaysAndIsProposedNoMore() {
        var buyer = CustomerMother.unmistakable("候補", CustomerMother.TOKYO, false);
        var order = orderOf(buyer);
        transfer(mistyped(buyer), TOTAL);
        var deposit = newest().id();

        assertThat(confirmProposals.confirm(85, "keiri").matched()).isPositive();

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PAID);
        assertThat(newest().state()).isEqualTo(Deposit.State.MATCHED);
        assertThat(proposals.of(deposit)).isEmpty();
        assertThat(desk.tasksAboutDeposit(deposit)).isEmpty();
    }

    @Test
    void aProposalBelowTheAskedConfidenceWaits() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());
        transfer(order.value(), TOTAL - 440);

        confirmProposals.confirm(81, "keiri");

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PENDING);
        assertThat(newest().state()).isEqualTo(Deposit.State.PROPOSED);
    }

    @Test
    void whatWasPaidInAnotherWayMeanwhileIsNotConfirmed() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());
        transfer(order.value(), TOTAL - 440);
        var proposed = newest().id();
        desk.transfer(order, TOTAL);
        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PAID);

        confirmProposals.confirm(1, "keiri");

        assertThat(desk.payment(order).excess()).isEqualTo(Yen.ZERO);
        assertThat(deposits.matchedTo(proposed)).isEmpty();
    }

    @Test
    void whatIsPaidByCardFromNowOnIsNotConfirmedAndKeepsNoOtherFromIt() {
        var byCard = desk.secured(OrderMother.twoTeas().paidByTransfer());
        transfer(byCard.value(), TOTAL - 440);
        desk.changeTo(byCard, 2, "tok_new");
        var other = desk.secured(OrderMother.twoTeas().paidByTransfer());
        transfer(other.value(), TOTAL - 440);

        confirmProposals.confirm(1, "keiri");

        assertThat(desk.payment(byCard).paid()).isEqualTo(Yen.ZERO);
        assertThat(desk.payment(other).paid()).isEqualTo(Yen.of(TOTAL - 440));
    }

    @Test
    void aFeeThatIsNoLongerAllThatIsMissingIsNotConfirmedAndKeepsNoOtherFromIt() {
        var buyer = CustomerMother.unmistakable("候補", CustomerMother.TOKYO, false);
        var changed = orderOf(buyer);
        transfer(String.valueOf(buyer.kana()), TOTAL - 440);
        assertThat(proposals.of(newest().id()).orElseThrow().reason()).isEqualTo(Reason.FEE_DIFFERENCE);
        desk.changeTo(changed, 3);
        var other = desk.secured(OrderMother.twoTeas().paidByTransfer());
        transfer(other.value(), TOTAL - 440);

        confirmProposals.confirm(1, "keiri");

        assertThat(desk.payment(changed).paid()).isEqualTo(Yen.ZERO);
        assertThat(desk.payment(other).paid()).isEqualTo(Yen.of(TOTAL - 440));
    }

    @Test
    void whatTheDeferredProviderBillsByNowIsNotConfirmedAndKeepsNoOtherFromIt() {
        var buyer = CustomerMother.unmistakable("候補", CustomerMother.TOKYO, false);
        var whole = orderOf(buyer);
        transfer(mistyped(buyer), TOTAL);
        var part = desk.secured(OrderMother.twoTeas().paidByTransfer());
        transfer(part.value(), TOTAL - 440);
        List.of(whole, part).forEach(order -> {
            desk.payBy(order, PaymentMethod.DEFERRED);
            desk.secure.secure(order);
        });
        var other = desk.secured(OrderMother.twoTeas().paidByTransfer());
        transfer(other.value(), TOTAL - 440);

        confirmProposals.confirm(1, "keiri");

        assertThat(desk.payment(whole).paid()).isEqualTo(Yen.ZERO);
        assertThat(desk.payment(part).paid()).isEqualTo(Yen.ZERO);
        assertThat(desk.payment(other).paid()).isEqualTo(Yen.of(TOTAL - 440));
    }

    @Test
    void aRunOverAllTakesBackWhatIsNoLongerLikely() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());
        transfer(order.value(), TOTAL - 440);
        var proposed = newest().id();
        desk.cancel(order);

        matching.matchAll("keiri");

        assertThat(proposals.of(proposed)).isEmpty();
        assertThat(newest().state()).isEqualTo(Deposit.State.UNMATCHED);
    }

    @Test
    void whatAPersonHasUndoneIsNotProposedAgain() {
        var buyer = CustomerMother.unmistakable("候補", CustomerMother.TOKYO, false);
        orderOf(buyer);
        transfer(mistyped(buyer), TOTAL);
        var deposit = newest().id();
        confirmProposals.confirm(85, "keiri");
        unmatchDeposits.unmatch(deposit, "keiri");

        matching.matchAll("keiri");

        assertThat(proposals.of(deposit)).isEmpty();
    }

    @Test
    void theLegalFormOfAFirmMakesNoDifference() {
        assertThat(SimilarName.percent("カ)ヤマダシヨウテン", "カブシキガイシャ ヤマダショウテン")).isEqualTo(100);
        assertThat(SimilarName.percent("ヤマダシヨウテン(カ", "ヤマダショウテン")).isEqualTo(100);
        assertThat(SimilarName.percent("", "ヤマダ")).isZero();
        assertThat(SimilarName.percent("ヤマダ ハナコ", "スズキ タロウ")).isLessThan(50);
    }

    private OrderNumber orderOf(NewCustomer buyer) {
        return desk.secured(OrderMother.twoTeas().paidByTransfer().from(buyer));
    }

    /** One kana of eight is another one. */
    private static String mistyped(NewCustomer buyer) {
        return String.valueOf(buyer.kana()).substring(0, 7) + "ン";
    }

    private void transfer(String remitter, long amount) {
        desk.given.deposit(PaymentMother.transferBy(remitter, amount, DAY));
    }

    private Deposit newest() {
        return deposits.list(null, "id,desc", 0, 1).get(0);
    }
}
