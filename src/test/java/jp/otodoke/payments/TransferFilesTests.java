package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.RefundEntry.Status;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 総合振込: refunds that the bank transfers, from the file to what it sends back. Today is Thursday, 26 November 2026. */
@ModuleTest
class TransferFilesTests {
    private static final Charset KANA = Charset.forName("windows-31j");

    private final RefundDesk accounting;
    private final PaymentDesk desk;
    private final Ledger ledger;
    private final CompleteTransferFiles complete;
    private final JdbcClient jdbc;

    @Autowired
    TransferFilesTests(
            AutowireCapableBeanFactory beans, Ledger ledger, CompleteTransferFiles complete, JdbcClient jdbc) {
        this.accounting = beans.createBean(RefundDesk.class);
        this.desk = accounting.desk;
        this.ledger = ledger;
        this.complete = complete;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void nothingWaits() {
        accounting.nothingWaits();
    }

    @AfterEach
    void booksBalance() {
        desk.booksBalance();
    }

    @Test
    void approvedTransfersBecomeAFileOnABusinessDayOfBanks() {
        toTransfer(2, "1000001");
        toTransfer(2, "1000002");

        var made = collect("{}");

        assertThat(made).hasStatus(201);
        assertThat(made.getResponse().getHeader("Location")).endsWith("/transfer-files/" + RefundDesk.id(made));
        assertThat(RefundDesk.<String>read(made, "$.state")).isEqualTo("COLLECTED");
        assertThat(RefundDesk.<Integer>read(made, "$.count")).isEqualTo(2);
        assertThat(RefundDesk.<Integer>read(made, "$.total")).isEqualTo(13100);
        assertThat(RefundDesk.<String>read(made, "$.transferDate")).isEqualTo("2026-11-30");
        assertThat(RefundDesk.<List<Object>>read(made, "$.warnings")).isEmpty();
        assertThat(accounting.get("/transfer-files/" + RefundDesk.id(made)))
                .hasStatusOk()
                .bodyText()
                .contains("\"COLLECTED\"");
        assertThat(collect("{}")).as("each is collected once").hasStatus(409);
    }

    @Test
    void fetchingTheFileHandsItOverAndBooksItOnce() {
        var order = toTransfer(2, "1000003");
        var file = RefundDesk.id(collect("{}"));
        assertThat(accounting.refunds(order)).containsExactly("APPROVED 6550 TRANSFER");
        assertThat(ledger.received(Account.BANK, order)).isEqualTo(Yen.ZERO);

        var lines = bytes(file, "");
        var again = bytes(file, "?framing=CRLF");
        var block = bytes(file, "?framing=NONE");

        assertThat(again).isEqualTo(lines);
        assertThat(lines).hasSize(4 * 122);
        assertThat(new String(lines, KANA).replace("\r\n", "")).isEqualTo(new String(block, KANA));
        assertThat(new String(lines, KANA)).startsWith("1210").contains("11000003ﾔﾏﾀﾞ ﾊﾅｺ", "0000006550");
        assertThat(accounting.refunds(order)).containsExactly("SENT 6550 TRANSFER");
        assertThat(ledger.received(Account.BANK, order)).isEqualTo(Yen.of(-6550));
        assertThat(desk.payment(order).excess()).isEqualTo(Yen.ZERO);
        assertThat(desk.status(order)).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(accounting.get("/transfer-files/" + file + "/file?framing=LF"))
                .hasStatus(400);
    }

    @Test
    void aFileIsDoneWhenItsDayIsOver() {
        var order = toTransfer(2, "1000004");
        var file = RefundDesk.id(collect("{\"transferDate\": \"2026-12-01\"}"));
        bytes(file, "");

        desk.clock.set("2026-12-01T23:00:00+09:00");
        complete.repeat();
        assertThat(accounting.refunds(order)).containsExactly("SENT 6550 TRANSFER");
        assertThat(complete.nextDue().orElseThrow()).isEqualTo("2026-12-01T15:00:00Z");

        desk.clock.set("2026-12-02T00:00:01+09:00");
        complete.repeat();
        assertThat(accounting.refunds(order)).containsExactly("DONE 6550 TRANSFER");
        assertThat(accounting.get("/transfer-files/" + file)).bodyText().contains("\"DONE\"");
    }

    @Test
    void whatTheBankConfirmsIsDoneBefore() {
        var order = toTransfer(2, "1000005");
        var file = RefundDesk.id(collect("{}"));
        assertThat(post("/transfer-files/" + file + "/confirm"))
                .as("nobody has it")
                .hasStatus(409);
        bytes(file, "");

        assertThat(post("/transfer-files/" + file + "/confirm")).hasStatusOk();
        assertThat(post("/transfer-files/" + file + "/confirm")).hasStatusOk();

        assertThat(accounting.refunds(order)).containsExactly("DONE 6550 TRANSFER");
    }

    @Test
    void whatTheBankSendsBackIsOwedAgainAndItsAccountNotUsedAgain() {
        var order = toTransfer(2, "1000006");
        var refund = accounting.onlyRefund(order, Status.APPROVED);
        assertThat(post("/refunds/" + refund + "/returned"))
                .as("the bank does not know of it")
                .hasStatus(409);
        bytes(RefundDesk.id(collect("{}")), "");

        assertThat(accounting.post(RefundDesk.RYOKO, "/refunds/" + refund + "/returned", "{\"note\": \"名義相違\"}"))
                .hasStatusOk()
                .bodyText()
                .contains("FAILED", "RETURNED", "名義相違");

        assertThat(accounting.refunds(order)).containsExactly("FAILED 6550 TRANSFER", "PROPOSED 6550 TRANSFER");
        assertThat(desk.tasks(order)).containsExactly("refund-due");
        assertThat(ledger.received(Account.BANK, order)).isEqualTo(Yen.ZERO);
        assertThat(post("/refunds/" + refund + "/returned")).as("once").hasStatus(409);
        accounting.ask(order, 6550, "TRANSFER");
        assertThat(desk.tasks(order)).containsExactly("refund-account");
    }

    @Test
    void twoTransfersToOneAccountAreAWarning() {
        toTransfer(2, "1000007");
        toTransfer(2, "1000007");

        var made = collect("{}");

        assertThat(RefundDesk.<List<String>>read(made, "$.warnings[*].code")).containsExactly("same-account");
        assertThat(RefundDesk.<List<Integer>>read(made, "$.warnings[0].refunds"))
                .hasSize(2);
    }

    @Test
    void aFileThatNobodyHasFetchedIsDiscarded() {
        var order = toTransfer(2, "1000008");
        var file = RefundDesk.id(collect("{}"));

        assertThat(post("/transfer-files/" + file + "/discard"))
                .hasStatusOk()
                .bodyText()
                .contains("DISCARDED");

        assertThat(accounting.get("/transfer-files/" + file + "/file")).hasStatus(409);
        assertThat(collect("{}")).hasStatus(201);
        assertThat(accounting.refunds(order)).containsExactly("APPROVED 6550 TRANSFER");
        assertThat(post("/transfer-files/" + file + "/discard")).hasStatus(409);
    }

    @Test
    void whatLiesInAFileIsSentThoughTheOrderIsRaisedMeanwhile() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());
        desk.transfer(order, 6550);
        desk.changeTo(order, 1);
        accounting.ask(order, 3000, "TRANSFER", RefundDesk.ACCOUNT.formatted("1000009"));
        var file = RefundDesk.id(collect("{}"));
        desk.changeTo(order, 2);

        bytes(file, "");

        assertThat(accounting.refunds(order)).containsExactly("SENT 3000 TRANSFER");
        assertThat(desk.payment(order).open()).isEqualTo(Yen.of(3000));
    }

    @Test
    void aFileThatIsDiscardedLetsGoOfWhatIsNoLongerDue() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());
        desk.transfer(order, 6550);
        desk.changeTo(order, 1);
        accounting.ask(order, 3000, "TRANSFER", RefundDesk.ACCOUNT.formatted("1000010"));
        var file = RefundDesk.id(collect("{}"));
        desk.changeTo(order, 2);

        post("/transfer-files/" + file + "/discard");

        assertThat(accounting.refunds(order)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-28, Saturday",
        "2026-11-29, Sunday",
        "2026-12-31, the last of the year",
        "2027-01-01, New Year",
        "2027-01-03, its third day",
        "2027-01-11, 成人の日",
        "2027-03-22, the day instead of the equinox",
        "2026-11-26, today",
        "2026-11-25, yesterday",
        "2028-01-05, a year that the file cannot name"
    })
    void noFileIsMadeForAnotherDay(String day, String why) {
        toTransfer(2, "1000011");

        assertThat(collect("{\"transferDate\": \"" + day + "\"}"))
                .as(why)
                .hasStatus(422)
                .bodyText()
                .contains("transferDate");
    }

    @Test
    void whatIsUnknownIsNotFoundAndWhatIsNoDayIsNotRead() {
        assertThat(accounting.get("/transfer-files/999999")).hasStatus(404);
        assertThat(accounting.get("/transfer-files/999999/file")).hasStatus(404);
        assertThat(post("/transfer-files/999999/confirm")).hasStatus(404);
        assertThat(collect("{\"transferDate\": \"someday\"}")).hasStatus(400);
        assertThat(collect("{}")).as("nothing waits").hasStatus(409);
    }

    @Test
    void whoseAccountIsMissingIsToldWhenThereIsNothingToTransfer() {
        var order = accounting.overpaid(2);
        var refund = RefundDesk.id(accounting.ask(order, 3000, "TRANSFER"));

        assertThat(collect("{}")).hasStatus(409).bodyText().contains(String.valueOf(refund), order.value());
    }

    @Test
    void theAccountIsReadBesideTheRefundAsInAMandate() {
        var order = accounting.overpaid(2);
        var account = RefundDesk.ACCOUNT.formatted("1000019");
        var fields = account.substring(account.indexOf('{') + 1, account.lastIndexOf('}'));

        var answer = accounting.post(
                "ryoko",
                "/refunds",
                "{\"orderNumber\": \"%s\", \"amount\": 3000, \"route\": \"TRANSFER\", \"reason\": \"二重入金\", %s}"
                        .formatted(order, fields));

        assertThat(answer).hasStatus(201);
        assertThat(collect("{}")).as("its account is known").hasStatus(201);
    }

    @Test
    void neitherAccountNorFileIsReadableInTheDatabase() {
        toTransfer(2, "7770001");
        var file = RefundDesk.id(collect("{}"));

        assertThat(jdbc.sql("select content from transfer_file where id = ?")
                        .param(file)
                        .query(String.class)
                        .single())
                .startsWith("v1:")
                .doesNotContain("7770001");
        assertThat(RefundDesk.body(accounting.get("/transfer-files/" + file))).doesNotContain("7770001");
    }

    private OrderNumber toTransfer(int teas, String account) {
        var order = accounting.overpaid(teas);
        assertThat(accounting.ask(order, accounting.overpaid(order), "TRANSFER", RefundDesk.ACCOUNT.formatted(account)))
                .hasStatus(201);
        return order;
    }

    private MvcTestResult collect(String body) {
        return post("/transfer-files", body);
    }

    private MvcTestResult post(String path) {
        return post(path, "");
    }

    private MvcTestResult post(String path, String body) {
        return accounting.post(RefundDesk.RYOKO, path, body);
    }

    private byte[] bytes(long file, String query) {
        var answer = accounting.get("/transfer-files/" + file + "/file" + query);
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }
}
