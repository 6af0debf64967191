package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.payments.CardAnswer.Outcome;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.RefundEntry.Route;
import jp.otodoke.payments.RefundEntry.Status;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refunds by every route, by one person or by two. */
@ModuleTest
class RefundsApiTests {
    private final RefundDesk accounting;
    private final PaymentDesk desk;
    private final Ledger ledger;
    private final CustomerBalances balances;
    private final AskForRefund askForRefund;
    private final FindPaymentEntries entries;
    private final JdbcClient jdbc;

    @Autowired
    RegisterMandate registerMandate;

    @Autowired
    RefundsApiTests(
            AutowireCapableBeanFactory beans,
            Ledger ledger,
            CustomerBalances balances,
            AskForRefund askForRefund,
            FindPaymentEntries entries,
            JdbcClient jdbc) {
        this.accounting = beans.createBean(RefundDesk.class);
        this.desk = accounting.desk;
        this.ledger = ledger;
        this.balances = balances;
        this.askForRefund = askForRefund;
        this.entries = entries;
        this.jdbc = jdbc;
    }

    @AfterEach
    void booksBalance() {
        desk.booksBalance();
    }

    @Test
    void aSmallRefundToTheBalanceIsDoneAtOnce() {
        var order = accounting.overpaid(2);

        var answer = accounting.ask(order, 6550, "BALANCE");

        assertThat(answer).hasStatus(201);
        assertThat(answer.getResponse().getHeader("Location")).endsWith("/refunds/" + RefundDesk.id(answer));
        assertThat(RefundDesk.<String>read(answer, "$.status")).isEqualTo("DONE");
        assertThat(RefundDesk.<String>read(answer, "$.reason")).isEqualTo("二重入金");
        assertThat(accounting.refunds(order)).containsExactly("DONE 6550 BALANCE");
        assertThat(desk.tasks(order)).isEmpty();
        assertThat(ledger.received(Account.BALANCE, order)).isEqualTo(Yen.of(-6550));
        var customer = CustomerNumber.of(RefundDesk.<String>read(answer, "$.customer"));
        assertThat(balances.of(List.of(customer))).containsEntry(customer, Yen.of(6550));
    }

    @Test
    void whatIsNotAskedForStaysProposed() {
        var order = accounting.overpaid(2);

        accounting.ask(order, 1000, "BALANCE");

        assertThat(accounting.refunds(order)).containsExactly("DONE 1000 BALANCE", "PROPOSED 5550 TRANSFER");
        assertThat(desk.open(OrderSubject.of(order), "refund-due").reason().japanese())
                .contains("5,550円");
    }

    @Test
    void moreThanIsOverpaidIsRefusedAndSaysWhatMayBeGiven() {
        var order = accounting.overpaid(2);
        accounting.ask(order, 3000, "TRANSFER");

        assertThat(accounting.ask(order, 3551, "BALANCE"))
                .hasStatus(409)
                .bodyText()
                .contains("3,550");

        assertThat(accounting.ask(order, 3550, "BALANCE")).hasStatus(201);
        assertThat(accounting.ask(order, 1, "BALANCE")).hasStatus(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"orderNumber\": \"A99999999\", \"amount\": 1, \"route\": \"BALANCE\", \"reason\": \"x\"}|orderNumber",
                "{\"amount\": 1, \"route\": \"BALANCE\", \"reason\": \"x\"}|orderNumber",
                "{\"orderNumber\": \"A99999999\", \"route\": \"BALANCE\", \"reason\": \"x\"}|amount",
                "{\"orderNumber\": \"A99999999\", \"amount\": 0, \"route\": \"BALANCE\", \"reason\": \"x\"}|amount",
                "{\"orderNumber\": \"A99999999\", \"amount\": -5, \"route\": \"BALANCE\", \"reason\": \"x\"}|amount",
                "{\"orderNumber\": \"A99999999\", \"amount\": 1, \"reason\": \"x\"}|route",
                "{\"orderNumber\": \"A99999999\", \"amount\": 1, \"route\": \"BALANCE\"}|reason",
                "{\"orderNumber\": \"A99999999\", \"amount\": 1, \"route\": \"CARD\", \"reason\": \"x\", \"account\": {}}|account",
                "{\"orderNumber\": \"A9\", \"amount\": 1, \"route\": \"TRANSFER\", \"reason\": \"x\", \"account\": {}}|account.bankCode"
            })
    void whatIsWrongIsNamed(String body, String field) {
        assertThat(accounting.post(RefundDesk.RYOKO, "/refunds", body))
                .hasStatus(422)
                .bodyText()
                .contains("\"" + field + "\"");
    }

    @Test
    void whatIsUnknownIsNotFound() {
        assertThat(accounting.get("/refunds/999999")).hasStatus(404);
        assertThat(accounting.approve(RefundDesk.TADASHI, 999999)).hasStatus(404);
        assertThat(accounting.post(RefundDesk.RYOKO, "/refunds/999999/returned", "{}"))
                .hasStatus(404);
    }

    @Test
    void aboveTheLimitSomebodyElseApproves() {
        var order = accounting.overpaid(4);
        var sum = accounting.overpaid(order);
        var asked = accounting.ask(order, sum, "BALANCE");
        assertThat(asked).hasStatus(201).bodyText().contains("PROPOSED");
        assertThat(desk.tasks(order)).containsExactly("refund-to-approve");
        assertThat(ledger.received(Account.BALANCE, order)).isEqualTo(Yen.ZERO);

        assertThat(accounting.approve(RefundDesk.RYOKO, RefundDesk.id(asked))).hasStatus(403);
        assertThat(accounting.approve(RefundDesk.TADASHI, RefundDesk.id(asked)))
                .hasStatusOk()
                .bodyText()
                .contains("DONE", RefundDesk.TADASHI);

        assertThat(accounting.refunds(order)).containsExactly("DONE " + sum + " BALANCE");
        assertThat(desk.tasks(order)).isEmpty();
        assertThat(accounting.approve(RefundDesk.RYOKO, RefundDesk.id(asked))).hasStatus(403);
        assertThat(accounting.approve(RefundDesk.TADASHI, RefundDesk.id(asked))).hasStatusOk();
        assertThat(ledger.received(Account.BALANCE, order)).isEqualTo(Yen.of(-sum));
    }

    @Test
    void theApprovalIsATaskToo() {
        var order = accounting.overpaid(4);
        accounting.ask(order, accounting.overpaid(order), "BALANCE");

        desk.decide(order, "refund-to-approve", "APPROVE");

        assertThat(desk.tasks(order)).isEmpty();
        assertThat(desk.status(order)).isEqualTo(PaymentStatus.REFUNDED);
    }

    @Test
    void whatIsRejectedIsDueStill() {
        var order = accounting.overpaid(4);
        var sum = accounting.overpaid(order);
        var asked = RefundDesk.id(accounting.ask(order, sum, "BALANCE"));
        assertThatThrownBy(() -> desk.decide(order, "refund-to-approve", "REJECT"))
                .isInstanceOf(InvalidInput.class);

        desk.decide(OrderSubject.of(order), "refund-to-approve", "REJECT", "金額の確認が先", Map.of());

        assertThat(accounting.refunds(order))
                .containsExactly("FAILED " + sum + " BALANCE", "PROPOSED " + sum + " TRANSFER");
        assertThat(desk.tasks(order)).containsExactly("refund-due");
        assertThat(accounting.approve(RefundDesk.TADASHI, asked)).hasStatus(409);
        assertThat(accounting.post(RefundDesk.TADASHI, "/refunds/" + asked + "/reject", "{\"reason\": \"x\"}"))
                .hasStatus(409);
    }

    @Test
    void moneyGoesBackToTheAccountFromWhichTheCustomerLetsUsCollect() {
        var order = accounting.overpaid(2);
        var customer = jdbc.sql("select customer_number from receivable where number = ?")
                .param(order.value())
                .query(String.class)
                .single();
        registerMandate.register(new NewMandate(customer, "9999", "002", "1", "7654321", "ヤマダ ハナコ"), "tester");

        assertThat(accounting.ask(order, 6550, "TRANSFER"))
                .hasStatus(201)
                .bodyText()
                .contains("APPROVED", "321")
                .doesNotContain("7654321");

        assertThat(desk.tasks(order)).isEmpty();
    }

    @Test
    void whatTheRulesProposeAnybodyApproves() {
        var order = accounting.overpaid(4);
        var sum = accounting.overpaid(order);
        var proposed = accounting.onlyRefund(order, Status.PROPOSED);

        assertThat(accounting.approve(RefundDesk.RYOKO, proposed))
                .hasStatusOk()
                .bodyText()
                .contains("APPROVED");

        assertThat(accounting.refunds(order)).containsExactly("APPROVED " + sum + " TRANSFER");
        assertThat(desk.tasks(order)).containsExactly("refund-account");
        var account = RefundDesk.ACCOUNT.formatted("1234567");
        assertThat(accounting.post(RefundDesk.RYOKO, "/refunds/" + proposed + "/account", account))
                .as("two people above the limit")
                .hasStatus(403);
        assertThat(accounting.post(RefundDesk.TADASHI, "/refunds/" + proposed + "/account", account))
                .hasStatusOk()
                .bodyText()
                .contains("****567")
                .doesNotContain("1234567");
        assertThat(desk.tasks(order)).isEmpty();
        assertThat(accounting.post(RefundDesk.TADASHI, "/refunds/" + proposed + "/account", account))
                .hasStatus(409);
    }

    @Test
    void whatTheRulesProposeIsNotRejectedButDecided() {
        var order = accounting.overpaid(2);
        var proposed = accounting.onlyRefund(order, Status.PROPOSED);

        assertThat(accounting.post(RefundDesk.RYOKO, "/refunds/" + proposed + "/reject", "{\"reason\": \"x\"}"))
                .hasStatus(409);
        assertThat(desk.tasks(order)).containsExactly("refund-due");
    }

    @Test
    void aProposalWhoseSumHasChangedIsAnother() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());
        desk.transfer(order, 6550);
        desk.changeTo(order, 1);
        var proposed = accounting.onlyRefund(order, Status.PROPOSED);
        desk.cancel(order);

        assertThat(accounting.approve(RefundDesk.RYOKO, proposed)).hasStatus(409);

        assertThat(accounting.refunds(order)).containsExactly("PROPOSED 6550 TRANSFER");
        assertThat(desk.tasks(order)).containsExactly("refund-due");
    }

    @Test
    void whatIsAskedForAndNoLongerDueIsWithdrawn() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());
        desk.transfer(order, 6550);
        desk.changeTo(order, 1);
        var asked = RefundDesk.id(accounting.ask(order, 3000, "TRANSFER"));
        assertThat(desk.tasks(order)).containsExactly("refund-account");

        desk.changeTo(order, 2);

        assertThat(accounting.refunds(order)).isEmpty();
        assertThat(desk.tasks(order)).isEmpty();
        assertThat(accounting.get("/refunds/" + asked)).bodyText().contains("WITHDRAWN");
    }

    @Test
    void theCustomersAccountIsAskedForOnce() {
        accounting.nothingWaits();
        var order = accounting.overpaid(2);
        accounting.ask(order, 1000, "TRANSFER", RefundDesk.ACCOUNT.formatted("7654321"));
        accounting.nothingWaits();

        accounting.ask(order, 2000, "TRANSFER");

        assertThat(desk.tasks(order)).containsExactly("refund-due");
        assertThat(accounting.refunds(order))
                .containsExactly("SENT 1000 TRANSFER", "APPROVED 2000 TRANSFER", "PROPOSED 3550 TRANSFER");
        accounting.nothingWaits();
    }

    @Test
    void aTaskWithoutAnAccountAsksForOne() {
        var order = accounting.overpaid(2);
        assertThatThrownBy(() -> desk.decide(order, "refund-due", "TRANSFER")).isInstanceOf(InvalidInput.class);

        desk.decide(
                OrderSubject.of(order),
                "refund-due",
                "TRANSFER",
                null,
                Map.of(
                        "bankCode", "0001",
                        "branchCode", "002",
                        "accountType", "1",
                        "accountNumber", "1112223",
                        "holderKana", "ヤマダ ハナコ"));

        assertThat(accounting.refunds(order)).containsExactly("APPROVED 6550 TRANSFER");
        assertThat(desk.tasks(order)).isEmpty();
        assertThat(jdbc.sql("select payee_account_number from refund where order_number = ? and state = 'APPROVED'")
                        .param(order.value())
                        .query(String.class)
                        .single())
                .startsWith("v1:")
                .doesNotContain("1112223");
        accounting.nothingWaits();
    }

    @Test
    void insteadOfAnAccountTheCustomerMayTakeTheBalance() {
        var order = accounting.overpaid(2);
        accounting.ask(order, 6550, "TRANSFER");

        desk.decide(order, "refund-account", "BALANCE");

        assertThat(accounting.refunds(order)).containsExactly("FAILED 6550 TRANSFER", "DONE 6550 BALANCE");
        assertThat(desk.tasks(order)).isEmpty();
    }

    @Test
    void theBalanceIsADecisionOfTheTask() {
        var order = accounting.overpaid(2);

        desk.decide(order, "refund-due", "BALANCE");

        assertThat(accounting.refunds(order)).containsExactly("DONE 6550 BALANCE");
        assertThatThrownBy(() -> desk.decide(order, "refund-due", "BALANCE")).isInstanceOf(RuntimeException.class);
    }

    @Test
    void whatTheShopHasCollectedItGivesBack() {
        var order = desk.secured(OrderMother.twoTeas().atTheShop(ShopPayment.PAID));
        desk.changeTo(order, 1);
        assertThat(accounting.refunds(order)).containsExactly("PROPOSED 3000 SHOP");

        desk.decide(order, "refund-due", "SHOP");

        assertThat(accounting.refunds(order)).containsExactly("DONE 3000 SHOP");
        assertThat(ledger.received(Account.SHOP, order)).isEqualTo(Yen.of(3550));
    }

    @Test
    void aPartThatIsAskedForGoesBackToTheCard() {
        var order = desk.captured();
        assertThat(accounting.ask(order, 1000, "CARD"))
                .as("nothing is overpaid")
                .hasStatus(409);
        desk.changeTo(order, 1);
        desk.answerCall(desk.askedAboutRefunds(order).get(0).callId(), Outcome.DECLINED);
        assertThat(accounting.ask(order, 1000, "CARD")).as("the card declines").hasStatus(409);
        assertThat(accounting.refunds(order)).containsExactly("FAILED 3000 CARD", "PROPOSED 3000 TRANSFER");
    }

    @Test
    void aLargeRefundToTheCardThatNobodyAskedForWaitsForAPerson() {
        var order = desk.secured(OrderMother.of(ProductMother.tea(), 40).paidByCard());
        desk.answer(order, Outcome.AUTHORISED);
        desk.capture.shipped(List.of(order));
        desk.answer(order, Outcome.CAPTURED);
        var sum = desk.payment(order).paid().amount();
        desk.cancel(order);
        assertThat(accounting.refunds(order)).containsExactly("PROPOSED " + sum + " CARD");
        assertThat(desk.tasks(order)).containsExactly("refund-to-approve");

        desk.decide(order, "refund-to-approve", "APPROVE");

        assertThat(accounting.refunds(order)).containsExactly("SENT " + sum + " CARD");
        desk.answerCall(desk.askedAboutRefunds(order).get(0).callId(), Outcome.REFUNDED);
        assertThat(desk.status(order)).isEqualTo(PaymentStatus.REFUNDED);
    }

    @Test
    void listsAreFilteredByStatusAndOrder() {
        var order = accounting.overpaid(2);
        accounting.ask(order, 1000, "BALANCE");

        var done = accounting.get("/refunds?status=DONE&orderNumber=" + order);

        assertThat(RefundDesk.<Integer>read(done, "$.page.total")).isEqualTo(1);
        assertThat(RefundDesk.<String>read(done, "$.items[0].route")).isEqualTo("BALANCE");
        assertThat(accounting.get("/refunds?status=NONE")).hasStatus(400);
        assertThat(accounting.get("/refunds?sort=colour")).hasStatus(422);
    }

    @Test
    void whoAskedForItCanNotDecideItsTask() {
        var order = accounting.overpaid(4);
        askForRefund.ask(
                new NewRefund(order, Yen.of(accounting.overpaid(order)), Route.BALANCE, "二重入金", null), "tester");
        var task = desk.open(OrderSubject.of(order), "refund-to-approve");

        assertThatThrownBy(() -> desk.complete(task, "APPROVE", null)).isInstanceOf(Refusal.class);

        assertThat(desk.tasks(order)).containsExactly("refund-to-approve");
    }

    @Test
    void approvedPartByPartTheTaskIsAboutTheRest() {
        var order = desk.secured(OrderMother.twoTeas().atTheShop(ShopPayment.PAID));
        desk.changeTo(order, 3);
        desk.payBy(order, PaymentMethod.BANK_TRANSFER);
        desk.transfer(order, 3000);
        desk.changeTo(order, 1);
        assertThat(accounting.refunds(order)).containsExactly("PROPOSED 3000 TRANSFER", "PROPOSED 3000 SHOP");
        var shop = entries.refunds(order).get(1).id();

        accounting.approve(RefundDesk.TADASHI, shop);

        assertThat(accounting.refunds(order)).containsExactly("PROPOSED 3000 TRANSFER", "DONE 3000 SHOP");
        assertThat(desk.tasks(order)).containsExactly("refund-due");
        assertThat(desk.open(OrderSubject.of(order), "refund-due").reason().japanese())
                .contains("3,000円");
    }

    @Test
    void aBalancePaysLaterWhatItReaches() {
        var order = accounting.overpaid(2);
        var customer = CustomerNumber.of(RefundDesk.<String>read(accounting.ask(order, 6550, "BALANCE"), "$.customer"));
        var next = desk.secured(
                OrderMother.of(ProductMother.tea(), 3).paidByTransfer().from(customer));
        var open = desk.payment(next).open();
        assertThat(accounting.post(RefundDesk.RYOKO, "/receivables/A99999999/pay-from-balance", ""))
                .hasStatus(404);

        assertThat(accounting.post(RefundDesk.RYOKO, "/receivables/" + next + "/pay-from-balance", ""))
                .hasStatusOk()
                .bodyText()
                .contains("\"paid\":6550");

        assertThat(desk.payment(next).open()).isEqualTo(open.minus(Yen.of(6550)));
        assertThat(desk.status(next)).isEqualTo(PaymentStatus.PARTLY_PAID);
        assertThat(balances.of(List.of(customer)).getOrDefault(customer, Yen.ZERO))
                .isEqualTo(Yen.ZERO);
        assertThat(accounting.post(RefundDesk.RYOKO, "/receivables/" + next + "/pay-from-balance", ""))
                .as("the balance is spent")
                .hasStatus(409);
        desk.cancel(next);
        desk.decide(next, "refund-due", "BALANCE");
        assertThat(balances.of(List.of(customer))).containsEntry(customer, Yen.of(6550));
    }
}
