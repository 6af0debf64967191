package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import jp.otodoke.ModuleTest;
import jp.otodoke.customers.RegisterCustomer;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.PaymentMother;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 会費・請求書・手数料: what a customer owes without an order, and the deposits that pay it. */
@ModuleTest
class ReceivablesTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    private final PaymentDesk desk;
    private final RegisterCustomer register;
    private final OpenItems items;
    private final Deposits deposits;
    private final UnmatchDeposits unmatchDeposits;
    private final MockMvcTester mvc;

    @Autowired
    ReceivablesTests(
            AutowireCapableBeanFactory beans,
            RegisterCustomer register,
            OpenItems items,
            Deposits deposits,
            UnmatchDeposits unmatchDeposits,
            MockMvcTester mvc) {
        this.desk = beans.createBean(PaymentDesk.class);
        this.register = register;
        this.items = items;
        this.deposits = deposits;
        this.unmatchDeposits = unmatchDeposits;
        this.mvc = mvc;
    }

    @AfterEach
    void booksBalance() {
        desk.booksBalance();
    }

    @Test
    void aFeeIsChargedAndListedWithWhoOwesIt() {
        var customer = customer();

        var answer = charge(customer, "FEE", "1100", "10", "2026-12-27");

        assertThat(answer).hasStatus(201);
        assertThat(answer.getResponse().getHeader("Location")).endsWith("/receivables/" + id(answer));
        assertThat(get("?customer=" + customer))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.items[0].id", id -> assertThat(id).isEqualTo(id(answer)))
                .hasPathSatisfying("$.items[0].kind", kind -> assertThat(kind).isEqualTo("FEE"))
                .hasPathSatisfying("$.items[0].open", open -> assertThat(open).isEqualTo(1100))
                .hasPathSatisfying(
                        "$.items[0].taxRate", rate -> assertThat(rate).isEqualTo(10))
                .hasPathSatisfying("$.items[0].dueDate", due -> assertThat(due).isEqualTo("2026-12-27"))
                .hasPathSatisfying(
                        "$.items[0].status", status -> assertThat(status).isEqualTo("PENDING"));
    }

    @Test
    void whatAnOrderOwesIsListedWithItsNumber() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());

        assertThat(get("/" + order))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.kind", kind -> assertThat(kind).isEqualTo("ORDER"))
                .hasPathSatisfying("$.orderNumber", number -> assertThat(number).isEqualTo(order.value()))
                .hasPathSatisfying(
                        "$.customer", customer -> assertThat(customer).isNotNull())
                .hasPathSatisfying("$.open", open -> assertThat(open).isEqualTo(6550));
    }

    @ParameterizedTest
    @CsvSource({
        "C99999999, FEE, 1100, 10, 2026-12-27, customer",
        ", ORDER, 1100, 10, 2026-12-27, kind",
        ", FEE, 0, 10, 2026-12-27, amount",
        ", FEE, -1, 10, 2026-12-27, amount",
        ", FEE, 1100, 5, 2026-12-27, taxRate",
        ", FEE, 1100, 10, 9999-12-27, dueDate",
        ", FEE, null, 10, 2026-12-27, amount"
    })
    void whatIsWrongIsNamed(String customer, String kind, String amount, String rate, String day, String field) {
        assertThat(charge(customer == null ? customer() : customer, kind, amount, rate, day))
                .hasStatus(422)
                .bodyText()
                .contains("\"" + field + "\"");
    }

    @Test
    void whatIsUnknownIsNotFound() {
        assertThat(get("/F99999999")).hasStatus(404);
    }

    @Test
    void aTransferWithItsNumberPaysItByItself() {
        var fee = id(charge(customer(), "DUE", "3300", "10", "2026-12-27"));

        desk.given.deposit(PaymentMother.transferBy(fee + " カイヒ", 3300, DAY));

        assertThat(status(fee)).isEqualTo(PaymentStatus.PAID);
        assertThat(newest().state()).isEqualTo(Deposit.State.MATCHED);
    }

    @Test
    void aTransferWithThePayersKanaAndTheExactAmountPaysItByItself() {
        var payer = CustomerMother.unmistakable("会員", CustomerMother.TOKYO, false);
        var fee = id(charge(register.register(payer).value(), "DUE", "3300", "10", "2026-12-27"));

        desk.given.deposit(PaymentMother.transferBy(String.valueOf(payer.kana()), 3300, DAY));

        assertThat(status(fee)).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void aDueAndAnOrderOfTheSamePersonAndAmountAreForAPerson() {
        var payer = CustomerMother.unmistakable("会員", CustomerMother.TOKYO, false);
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer().from(payer));
        var customer = JsonPath.<String>read(body(get("/" + order)), "$.customer");
        var due = id(charge(customer, "DUE", "6550", "10", "2026-12-27"));

        desk.given.deposit(PaymentMother.transferBy(String.valueOf(payer.kana()), 6550, DAY));

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PENDING);
        assertThat(status(due)).isEqualTo(PaymentStatus.PENDING);
    }

    @Test
    void aPersonMatchesAPartAndUndoesIt() {
        var fee = id(charge(customer(), "INVOICE", "5000", "8", "2026-12-27"));
        var deposit = deposit(7000);

        assertThat(confirm(deposit, fee, 2000))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.remaining", left -> assertThat(left).isEqualTo(5000))
                .hasPathSatisfying(
                        "$.allocations[0].receivable", to -> assertThat(to).isEqualTo(fee));
        assertThat(status(fee)).isEqualTo(PaymentStatus.PARTLY_PAID);
        confirm(deposit, fee, 3000);
        assertThat(status(fee)).isEqualTo(PaymentStatus.PAID);

        unmatchDeposits.unmatch(deposit, "keiri");

        assertThat(item(fee).open()).isEqualTo(Yen.of(5000));
        assertThat(newest().remaining()).isEqualTo(Yen.of(7000));
    }

    @Test
    void moreThanIsOpenStaysOnTheDeposit() {
        var fee = id(charge(customer(), "FEE", "1100", "10", "2026-12-27"));
        var deposit = deposit(7000);

        assertThat(confirm(deposit, fee, 1101)).hasStatus(422).bodyText().contains("receivable", "too-much");
        assertThat(confirm(deposit, "F99999999", 1)).hasStatus(422).bodyText().contains("receivable", "unknown");

        assertThat(newest().remaining()).isEqualTo(Yen.of(7000));
    }

    @Test
    void whatTheBankTakesBackIsOwedAgain() {
        var fee = id(charge(customer(), "FEE", "1100", "10", "2026-12-27"));
        var reported = PaymentMother.transferBy(fee + " テスウリョウ", 1100, DAY);
        desk.given.deposit(reported);
        assertThat(status(fee)).isEqualTo(PaymentStatus.PAID);

        desk.given.deposit(PaymentMother.reversalOf(reported));

        assertThat(item(fee).open()).isEqualTo(Yen.of(1100));
        assertThat(desk.tasksAboutDeposit(newest().id())).containsExactly("deposit-reversed");
    }

    private String customer() {
        return register.register(CustomerMother.somebody()).value();
    }

    private long deposit(long amount) {
        desk.given.deposit(PaymentMother.transferBy("ナゾ ノ フリコミ", amount, DAY));
        return newest().id();
    }

    private Deposit newest() {
        return deposits.list(null, "id,desc", 0, 1).get(0);
    }

    private OpenItem item(String number) {
        return items.find(ReceivableNumber.of(number)).orElseThrow();
    }

    private PaymentStatus status(String number) {
        return item(number).status();
    }

    private MvcTestResult charge(String customer, String kind, String amount, String rate, String day) {
        return exchange(
                HttpMethod.POST,
                "/receivables",
                "{\"customer\": \"%s\", \"kind\": \"%s\", \"amount\": %s, \"taxRate\": %s, \"dueDate\": \"%s\"}"
                        .formatted(customer, kind, amount, rate, day));
    }

    private MvcTestResult confirm(long deposit, String receivable, long amount) {
        return exchange(
                HttpMethod.POST,
                "/deposits/" + deposit + "/confirm",
                "{\"allocations\": [{\"receivable\": \"%s\", \"amount\": %d}]}".formatted(receivable, amount));
    }

    private MvcTestResult get(String path) {
        return exchange(HttpMethod.GET, "/receivables" + path, "");
    }

    private static String id(MvcTestResult answer) {
        return JsonPath.read(body(answer), "$.id");
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult exchange(HttpMethod method, String path, String body) {
        return mvc.method(method)
                .uri("/api/v1" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(user("program")
                        .authorities(AuthorityUtils.createAuthorityList(
                                "VIEW", "PERSONAL_VIEW", "MONEY_VIEW", "MONEY_EDIT")))
                .exchange();
    }
}
