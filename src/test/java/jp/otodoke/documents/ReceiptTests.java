package jp.otodoke.documents;

import static jp.otodoke.orders.PaymentMethod.BANK_TRANSFER;
import static jp.otodoke.orders.PaymentMethod.CASH_ON_DELIVERY;
import static jp.otodoke.orders.PaymentMethod.CONVENIENCE_STORE;
import static jp.otodoke.orders.PaymentMethod.CREDIT_CARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.PaymentMother;
import jp.otodoke.payments.CardAnswer;
import jp.otodoke.payments.Deposits;
import jp.otodoke.payments.FindPaymentEntries;
import jp.otodoke.payments.MatchDeposits;
import jp.otodoke.payments.WriteOffReceivable;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Receipts, slips, reminders and statements: what is about money. */
@ModuleTest
class ReceiptTests {
    private final DocumentDesk desk;

    @Autowired
    IssueStatement issueStatement;

    @Autowired
    IssueReminder issueReminder;

    @Autowired
    WriteOffReceivable writeOff;

    @Autowired
    FindPaymentEntries entries;

    @Autowired
    Deposits deposits;

    @Autowired
    MatchDeposits matching;

    @Autowired
    ReceiptTests(AutowireCapableBeanFactory beans) {
        this.desk = beans.createBean(DocumentDesk.class);
    }

    @BeforeEach
    void font() {
        JapaneseFont.required();
    }

    @Test
    void aReceiptSaysHowItWasPaidAndItsTax() {
        var order = desk.shipped(desk.food(2990, 2).by(BANK_TRANSFER));

        var receipt = desk.issue(order, DocumentKind.RECEIPT);

        assertThat(receipt.amount()).isEqualTo(Yen.of(6530));
        assertThat(receipt.reissue()).isFalse();
        assertThat(desk.text(receipt))
                .contains("領収書", "銀行振込6,530円", "但しお品代として", "5,980円442円", "550円50円", "T7123456789012")
                .doesNotContain("再発行", "収入印紙", "クレジットカード利用");
    }

    @Test
    void fromTheSecondOnItSaysThatItWasIssuedAgain() {
        var order = desk.shipped(desk.food(2990, 2).by(BANK_TRANSFER));
        var first = desk.issue(order, DocumentKind.RECEIPT);

        var second = desk.issue
                .issue(order, DocumentKind.RECEIPT, new ReceiptWording("山田商事株式会社", "お茶代として"))
                .get(0);

        assertThat(second.number()).isNotEqualTo(first.number());
        assertThat(second.reissue()).isTrue();
        assertThat(second.partner()).isEqualTo("山田商事株式会社");
        assertThat(desk.text(second)).contains("再発行", "初回の番号" + first.number(), "山田商事株式会社様", "但しお茶代として");
        assertThat(desk.text(first)).doesNotContain("再発行");
    }

    @Test
    void theCarriersReceiptIsTheReceiptOfCashOnDelivery() {
        refused(desk.shipped(desk.food(2990, 2).by(CASH_ON_DELIVERY)), "receipt-by-others.CASH_ON_DELIVERY");
    }

    @Test
    void theStoresReceiptIsTheReceiptOfASlip() {
        refused(
                desk.given.orderUnderway(desk.food(2990, 2).by(CONVENIENCE_STORE)),
                "receipt-by-others.CONVENIENCE_STORE");
    }

    @Test
    void whatWasNotReceivedHasNoReceipt() {
        refused(desk.given.orderUnderway(desk.food(2990, 2).by(BANK_TRANSFER)), "nothing-received");
    }

    @Test
    void whatWasGivenUpHasNoReceiptAndIsNoPayment() {
        var order = desk.given.orderUnderway(desk.food(2990, 2).by(BANK_TRANSFER));
        writeOff.writeOff(ReceivableNumber.of(order), Yen.of(100_000), "行方不明", "keiri");

        refused(order, "nothing-received");
        assertThat(entries.payments(order)).isEmpty();
    }

    @Test
    void aReceiptIsForWhatCameInBeforeTheRestWasGivenUp() {
        var order = desk.given.orderUnderway(desk.food(2990, 2).by(BANK_TRANSFER));
        confirm(order, 1_000, 0);
        writeOff.writeOff(ReceivableNumber.of(order), Yen.of(100_000), "行方不明", "keiri");

        assertThat(desk.issue(order, DocumentKind.RECEIPT).amount()).isEqualTo(Yen.of(1_000));
    }

    @Test
    void whatTheBankHasKeptTheCustomerHasPaid() {
        var order = desk.given.orderUnderway(desk.food(2990, 2).by(BANK_TRANSFER));
        confirm(order, 6_090, 440);

        assertThat(desk.issue(order, DocumentKind.RECEIPT).amount()).isEqualTo(Yen.of(6_530));
    }

    private void confirm(OrderNumber order, long amount, long fee) {
        desk.given.deposit(PaymentMother.transferBy("ダレカ サン", amount, desk.clock.today()));
        var deposit = deposits.list(null, "-id", 0, 1).get(0).id();
        matching.confirm(
                deposit,
                List.of(new MatchDeposits.Allocation(ReceivableNumber.of(order), Yen.of(amount), Yen.of(fee))),
                "keiri");
    }

    @Test
    void aCardNeedsNoRevenueStampHoweverMuchItPays() {
        var order = desk.shipped(desk.food(30_000, 2).by(CREDIT_CARD));
        desk.answer(order, CardAnswer.Outcome.CAPTURED);

        assertThat(desk.text(desk.issue(order, DocumentKind.RECEIPT))).contains("クレジットカード利用");
        assertThat(stamp(order)).isFalse();
    }

    @Test
    void aTransferNeedsOneFromFiftyThousandYenWithoutTaxOn() {
        var order = desk.shipped(desk.food(30_000, 2).by(BANK_TRANSFER));

        assertThat(stamp(order)).isTrue();
        assertThat(ComposeReceipt.needsStamp(Yen.of(54_000), Yen.of(54_000), Yen.of(4_000)))
                .isTrue();
        assertThat(ComposeReceipt.needsStamp(Yen.of(53_999), Yen.of(53_999), Yen.of(4_000)))
                .isFalse();
        assertThat(ComposeReceipt.needsStamp(Yen.of(40_000), Yen.of(80_000), Yen.of(5_925)))
                .as("the rest by card")
                .isFalse();
    }

    @Test
    void whatIsTooLongForItsLineIsRefused() {
        assertThatThrownBy(() -> new ReceiptWording("あ".repeat(61), "い".repeat(61)))
                .isInstanceOfSatisfying(InvalidInput.class, wrong -> assertThat(wrong.problems())
                        .extracting(problem -> problem.field() + " " + problem.code())
                        .containsExactly("addressee too-long", "proviso too-long"));
    }

    @Test
    void aSlipIsPrintedWithItsBars() {
        var order = desk.given.orderUnderway(desk.food(2990, 2).by(CONVENIENCE_STORE));

        var slip = desk.issue(order, DocumentKind.PAYMENT_SLIP);

        assertThat(slip.amount()).isEqualTo(desk.payment(order).charged());
        assertThat(desk.text(slip)).contains("コンビニ払込票", "(91)929023-25207", "払込金受領証");
        assertThat(desk.open.html(slip.id())).contains("border-left-width");
        assertThatThrownBy(() -> desk.issue(
                        desk.given.orderUnderway(desk.food(1, 1).by(BANK_TRANSFER)), DocumentKind.PAYMENT_SLIP))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whatIsOverdueIsRemindedOfAndAgain() {
        var order = desk.given.orderUnderway(desk.food(2990, 2).by(BANK_TRANSFER));
        assertThatThrownBy(() -> desk.issue(order, DocumentKind.REMINDER))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.messageKey()).isEqualTo("document.refused.not-overdue"));
        desk.testClock.advance(Duration.ofDays(30));

        var first = issueReminder.issue(ReceivableNumber.of(order));
        var second = desk.issue(order, DocumentKind.REMINDER);

        assertThat(desk.text(first)).contains("督促状", "6,530円", "みずほ銀行").doesNotContain("回目");
        assertThat(desk.text(second)).contains("2回目です");
        desk.transfer(order);
        assertThatThrownBy(() -> desk.issue(order, DocumentKind.REMINDER)).isInstanceOf(Refusal.class);
    }

    @Test
    void aStatementTellsPurchasesAndPaymentsWithTheirBalance() {
        var order =
                desk.given.orderUnderway(desk.food(2990, 2).by(BANK_TRANSFER).family("明細"));
        var customer = desk.order(order).customerNumber();
        var month = LocalDate.of(2026, 11, 1);
        assertThatThrownBy(() -> issueStatement.issue(customer, month, month.plusDays(29)))
                .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.messageKey())
                        .isEqualTo("document.refused.nothing-to-state"));
        desk.transfer(order);

        var inAdvance = issueStatement.issue(customer, month, month.plusDays(29));

        assertThat(inAdvance.amount()).isEqualTo(Yen.of(-6530));
        assertThat(desk.text(inAdvance)).contains("取引明細書", "ご入金" + order + "6,530円-6,530円");
        assertThat(issueStatement.issue(customer, month, month.plusDays(29)).id())
                .isEqualTo(inAdvance.id());
        assertThatThrownBy(() -> issueStatement.issue(customer, month, month.minusDays(1)))
                .isInstanceOf(InvalidInput.class);
    }

    private void refused(OrderNumber order, String why) {
        assertThatThrownBy(() -> desk.issue(order, DocumentKind.RECEIPT)).isInstanceOfSatisfying(Refusal.class, no -> {
            assertThat(no.kind()).isEqualTo(Refusal.Kind.CONFLICT);
            assertThat(no.messageKey()).isEqualTo("document.refused." + why);
            assertThat(no.words().japanese()).contains(order.value());
        });
    }

    private boolean stamp(OrderNumber order) {
        return desk.open.html(desk.issue(order, DocumentKind.RECEIPT).id()).contains("class=\"stamp\"");
    }
}
