package jp.otodoke.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.inbox.Subject;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.shared.BilingualText;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** WCAG 2.2, levels A and AA, as far as a program (axe-core) can tell, on the main pages, wide and on a phone. */
@BrowserTest
class AccessibilityTests {
    private static final List<Integer> WIDTHS = List.of(1440, 390);
    private static final int HEIGHT = 844;
    private static final String RULES =
            """
            () => axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'], preload: false}).then(found =>
                found.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target.join(' ') + ' ' + n.failureSummary)))
            """;

    private static final String TASK = "without-barrier";

    private static String axe = "";

    @Autowired
    Given given;

    @Autowired
    Inbox inbox;

    @Autowired
    JdbcClient jdbc;

    private final Desk desk;

    AccessibilityTests(Desk desk) {
        this.desk = desk;
    }

    @BeforeAll
    static void readAxe() throws IOException {
        axe = new ClassPathResource("axe.min.js").getContentAsString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "operator, /",
        "manager, /",
        "operator, /inbox",
        "operator, /orders",
        "operator, /orders/new",
        "operator, /customers",
        "operator, /customers/new",
        "shipping, /shipments",
        "shipping, /stock/differences",
        "accounting, /deposits",
        "accounting, /direct-debits",
        "accounting, /mandates",
        "accounting, /bank-codes",
        "accounting, /debit-contracts",
        "accounting, /mandate-forms",
        "accounting, /refunds",
        "accounting, /transfer-files",
        "operator, /products",
        "manager, /processes",
        "manager, /processes/order",
        "manager, /incidents",
        "manager, /partners",
        "operator, /imports",
        "manager, /invariants",
        "manager, /audit",
        "manager, /settings"
    })
    void aPageHasNoBarrier(String user, String path) {
        var page = page(user);
        page.navigate(desk.at(path));
        assertNoBarrier(page, path + " as " + user);
    }

    @Test
    void theOrderFormAtWorkHasNoBarrier() {
        for (int width : WIDTHS) {
            var page = page("operator");
            page.setViewportSize(width, HEIGHT);
            page.navigate(desk.at("/orders/new"));
            page.locator("[id='f-customer.number']").fill("sorry");
            assertThat(page.locator("#who-found")).isVisible();
            page.locator("#newcomer summary").click();
            page.locator("[name=name]").fill("画面 見子");
            page.locator("[name=prefecture]").selectOption("北海道");
            page.locator(".entry-special-requests summary").click();
            page.locator("#add-destination").click();
            assertThat(page.locator("[id='f-to[1].name']")).isFocused();
            assertThat(page.locator("#days-0 .entry-why").first()).isVisible();
            page.locator("#go").click();
            assertThat(page.locator(".problems")).isVisible();
            assertNoBarrier(page, width, "order form");
        }
    }

    /** With all that stands beside it: care to take, orders, a task, goods and their sums. */
    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void theOrderFormWithAKnownCustomerHasNoBarrier(String language) {
        var sku = "WCAG-" + language;
        var customer = customerWithAnOrder(sku);
        var page = page("operator");
        page.navigate(desk.at("/orders/new?customer=" + customer + "&lang=" + language));
        assertThat(page.locator(".entry-customer")).containsText(customer);
        page.locator("[id='f-lines[0].sku']").fill(sku);
        page.locator("[id='f-lines[0].quantity']").fill("2");
        assertThat(page.locator("#totals .sums-total")).containsText("¥6,880");
        page.evaluate("document.querySelectorAll('main details').forEach(panel => panel.open = true)");
        assertNoBarrier(page, "order form of a known customer in " + language);
        page.navigate(desk.at("/?lang=ja"));
    }

    private String customerWithAnOrder(String sku) {
        given.product(ProductMother.tea().coded(sku).called("緑茶"));
        var customer = given.customer(CustomerMother.called("画面 見子" + sku, "ガメン ミコ", "0312340000"));
        var order = given.order(OrderMother.of(sku, 2).byPhone().from(customer));
        inbox.open(NewTask.of("review-order", TASK + sku, OrderSubject.of(order), BilingualText.asWritten("備考があります")));
        given.attention(customer, "着払い不可");
        return customer.value();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/inbox?q={task}", "/inbox/{task}", "/inbox/bulk?ids={task}"})
    void aTaskHasNoBarrierWithAllItsPanelsOpen(String path) {
        var task = task();
        var page = page("operator");
        page.navigate(desk.at(path.replace("{task}", task)));
        page.evaluate("document.querySelectorAll('main details').forEach(panel => panel.open = true)");
        assertNoBarrier(page, path);
    }

    private String task() {
        inbox.open(NewTask.of(
                "review-order", TASK, new Subject("TEST", TASK), BilingualText.asWritten("備考があります " + TASK)));
        return jdbc.sql("select id from task where key = ?")
                .param(TASK)
                .query(String.class)
                .single();
    }

    @ParameterizedTest
    @CsvSource({"/login", "/login?error"})
    void aPageBeforeTheSignInHasNoBarrier(String path) {
        var page = desk.anonymous(WIDTHS.get(0));
        page.navigate(desk.at(path));
        assertNoBarrier(page, path);
    }

    /** Everybody signs in once; the same browser is then as wide as it is wanted. */
    private Page page(String user) {
        return desk.staying(user, WIDTHS.get(0));
    }

    /** At each width in turn, as when a window is drawn smaller: what is laid out anew is the same page. */
    private static void assertNoBarrier(Page page, String what) {
        for (int width : WIDTHS) {
            page.setViewportSize(width, HEIGHT);
            assertNoBarrier(page, width, what);
        }
    }

    private static void assertNoBarrier(Page page, int width, String what) {
        if (!(boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(axe);
        }
        page.evaluate("scrollTo(0, 0)");
        assertThat((List<?>) page.evaluate(RULES))
                .as("%s at %d px", what, width)
                .isEmpty();
    }
}
