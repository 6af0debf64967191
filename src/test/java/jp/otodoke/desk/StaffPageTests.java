package jp.otodoke.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.otodoke.OtodokeTest;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.payments.NewDeposit;
import jp.otodoke.payments.RecordDeposits;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@OtodokeTest
class StaffPageTests {
    private final Given given;
    private final MockMvcTester mvc;
    private final RecordDeposits recordDeposits;
    private final Inbox inbox;
    private final Tasks tasks;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    @Autowired
    StaffPageTests(
            Given given,
            MockMvcTester mvc,
            RecordDeposits recordDeposits,
            Inbox inbox,
            Tasks tasks,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.given = given;
        this.mvc = mvc;
        this.recordDeposits = recordDeposits;
        this.inbox = inbox;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @BeforeEach
    void goods() {
        given.product(ProductMother.tea().coded("DESK-1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/inbox",
                "/inbox?group=all&q=x&sort=dueAt,desc",
                "/orders",
                "/orders/new",
                "/orders/new/customers?who=x",
                "/orders/new/products?q=DESK",
                "/media",
                "/coupons",
                "/point-rates",
                "/orders?status=READY&q=山田&from=2026-01-01&sort=total,asc",
                "/shipments",
                "/stock/differences",
                "/stock/differences?state=ALL&q=DESK&sort=difference,desc",
                "/shipments?q=S1&status=SHIPPED",
                "/deposits",
                "/refunds",
                "/transfer-files",
                "/slips",
                "/statements",
                "/dunning",
                "/dunning/letters",
                "/dunning/agency",
                "/dunning/policy",
                "/slips?state=TO_PRINT",
                "/deposits?state=ALL",
                "/direct-debits",
                "/mandates",
                "/bank-codes",
                "/debit-contracts",
                "/mandate-forms",
                "/processes",
                "/processes/order",
                "/processes/live",
                "/processes/targets",
                "/processes/order/versions",
                "/processes/order?step=await-stock",
                "/processes/secure-payment",
                "/processes/secure-payment?step=await-deposit",
                "/incidents",
                "/search?q=山",
                "/search/quick?q=A0000"
            })
    void everyPageSpeaksBothLanguages(String path) {
        for (var language : List.of("ja", "en")) {
            var page = get(path, "manager", language);

            assertThat(page).hasStatusOk();
            assertThat(page).bodyText().doesNotContain("??");
        }
    }

    @Test
    void theDrawnMapsSpeakTheReadersLanguage() {
        assertThat(get("/processes/order/map.bpmn", "manager", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("name=\"Await stock\"", "name=\"Allocated?\"")
                .doesNotContainPattern("<(bpmn:)?(userTask|sequenceFlow|endEvent)[^>]*name=\"[^\"]*\\p{IsHan}");
        assertThat(get("/processes/order/map.bpmn", "manager", "ja")).bodyText().contains("name=\"入荷待ち\"");
        assertThat(get("/processes/no-such/map.bpmn", "manager", "ja")).hasStatus(404);
    }

    @Test
    void anOrderShowsWhatItIsAndWhatMayBeDone() {
        var number = order();

        assertThat(get("/orders/" + number, "operator", "ja"))
                .hasStatusOk()
                .bodyText()
                .contains(number.value(), "お茶", "キャンセルする")
                .doesNotContain("??");
        assertThat(get("/orders?q=" + number, "operator", "ja")).bodyText().contains(number.value());
        assertThat(get("/search?q=" + number, "operator", "ja")).hasStatus3xxRedirection();
    }

    /** Behind the button the same permission is asked for; who lacks it would only meet a refusal. */
    @Test
    void showsOrderButtonsJustToThoseWhoMayEditOrders() {
        var number = order();

        for (var path : List.of("/", "/orders", "/orders/" + number)) {
            assertThat(only(path, "ADMIN", "VIEW", "SYSTEM"))
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("href=\"/orders/new", "/cancel\"", "/hold\"");
        }
        assertThat(get("/", "operator", "ja")).bodyText().contains("href=\"/orders/new\"");
        assertThat(get("/orders/" + number, "operator", "ja")).bodyText().contains("/cancel\"");
    }

    /** Who has ordered stays known: dormant, not deleted. Who may only look is offered neither. */
    @Test
    void aCustomerWithOrdersIsMadeDormantInsteadOfDeleted() {
        var customer = jdbc.sql("select customer_number from orders where order_number = :n")
                .param("n", order().value())
                .query(String.class)
                .single();
        var page = "/customers/" + customer;

        assertThat(only(page, "SHIPPING", "VIEW")).bodyText().doesNotContain("/rest\"", "/deletion\"");
        assertThat(only(page, "OPERATOR", "VIEW", "PERSONAL_VIEW", "CUSTOMERS_EDIT", "ORDERS_EDIT"))
                .bodyText()
                .contains("/rest\"", "/orders/new?customer=" + customer)
                .doesNotContain("/deletion\"");

        assertThat(mvc.post()
                        .uri(page + "/rest")
                        .with(user("only")
                                .authorities(
                                        AuthorityUtils.createAuthorityList("ROLE_OPERATOR", "VIEW", "CUSTOMERS_EDIT")))
                        .with(csrf()))
                .hasRedirectedUrl(page);
        assertThat(jdbc.sql("select state from customer where number = :n")
                        .param("n", customer)
                        .query(String.class)
                        .single())
                .isEqualTo("DORMANT");
    }

    private MvcTestResult only(String path, String role, String... permissions) {
        var held = new ArrayList<>(List.of(permissions));
        held.add("ROLE_" + role);
        return mvc.get()
                .uri(path)
                .with(user("only").authorities(AuthorityUtils.createAuthorityList(held)))
                .exchange();
    }

    /** On a narrow screen the bar has no room for it. */
    @Test
    void theLanguageStandsInTheAccountMenuToo() {
        assertThat(get("/", "operator", "ja"))
                .bodyText()
                .containsPattern("(?s)menu-body.*?menu-lang.*?lang=en.*?menu-item");
    }

    @Test
    void exportsJustTheFilteredOrders() {
        var number = order();

        assertThat(get("/orders/export.csv?q=" + number, "operator", "ja")).hasStatusOk();
        assertThat(get("/orders/export.xlsx?q=" + number, "operator", "ja")).hasStatusOk();
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'orders-exported'")
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void theSecondToDecideSeesWhoWasFirst() {
        inbox.open(NewTask.of(
                "order-changed-at-shop", "desk-test", OrderSubject.of(order()), BilingualText.asWritten("試しの件です")));
        var task = tasks.list(new Tasks.Filter(null, "order-changed-at-shop", null, "試しの件"), "priority", 0, 1)
                .get(0);
        var path = "/inbox/" + task.id();

        assertThat(get(path, "operator", "ja"))
                .hasStatusOk()
                .bodyText()
                .contains("試しの件です")
                .doesNotContain("??");
        assertThat(post(path + "/decision?decision=KEEP&comment=ok", "operator"))
                .hasStatus3xxRedirection();
        assertThat(get(path, "operator", "ja")).hasStatusOk().bodyText().contains("operator");
        assertThat(post(path + "/decision?decision=KEEP&comment=ok", "manager"))
                .flash()
                .containsKey("refused");
    }

    @Test
    void aDepositOffersOrdersOfItsAmount() {
        recordDeposits.record(
                "bank",
                List.of(new NewDeposit("desk-1", LocalDate.of(2026, 11, 20), Yen.of(777), "デスク", "", 1, false)));
        var id = jdbc.sql("select id from deposit where bank_reference = 'desk-1'")
                .query(Long.class)
                .single();

        assertThat(get("/deposits/" + id, "accounting", "ja"))
                .hasStatusOk()
                .bodyText()
                .contains("デスク", "¥777")
                .doesNotContain("??");
    }

    private OrderNumber order() {
        return given.order(OrderMother.of("DESK-1", 2).from(CustomerMother.called("机 正子", "ツクエ マサコ", "03-1234-9876")));
    }

    private MvcTestResult get(String path, String role, String language) {
        return mvc.get()
                .uri(path)
                .param("lang", language)
                .header("Accept-Language", language)
                .with(user(role).authorities(authorities(role)))
                .exchange();
    }

    private MvcTestResult post(String path, String role) {
        return mvc.post()
                .uri(path)
                .with(user(role).authorities(authorities(role)))
                .with(csrf())
                .exchange();
    }

    private static List<GrantedAuthority> authorities(String role) {
        return AuthorityUtils.createAuthorityList(
                "ROLE_" + role.toUpperCase(Locale.ROOT),
                "VIEW",
                "PERSONAL_VIEW",
                "PARCEL_VIEW",
                "WORK_TASKS",
                "ORDERS_EDIT",
                "MONEY_VIEW",
                "MONEY_EDIT",
                "OPERATIONS");
    }
}
