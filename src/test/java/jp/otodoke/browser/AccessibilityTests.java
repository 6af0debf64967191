package jp.otodoke.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.otodoke.OtodokeWebTest;
import jp.otodoke.workflow.Inbox;
import jp.otodoke.workflow.NewTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** WCAG 2.2, levels A and AA, as far as a program (axe-core) can tell, on the main pages, wide and on a phone. */
@OtodokeWebTest
@EnabledIf("jp.otodoke.browser.Chromium#wanted")
class AccessibilityTests {
    private static final List<Integer> WIDTHS = List.of(1440, 390);
    private static final String RULES =
            """
            () => axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}).then(found =>
                found.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target.join(' ') + ' ' + n.failureSummary)))
            """;

    private static final Map<String, Page> PAGES = new HashMap<>();

    private static final String TASK = "without-barrier";

    private static Chromium chromium;
    private static String axe = "";

    @Autowired
    Inbox inbox;

    @Autowired
    JdbcClient jdbc;

    private String home = "";

    @BeforeAll
    static void openBrowser() throws IOException {
        chromium = new Chromium();
        axe = new ClassPathResource("axe.min.js").getContentAsString(StandardCharsets.UTF_8);
    }

    @AfterAll
    static void closeBrowser() {
        PAGES.clear();
        chromium.close();
    }

    @BeforeEach
    void address(@Value("${local.server.port}") int port) {
        home = "http://127.0.0.1:" + port;
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
        "accounting, /deposits",
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
        for (int width : WIDTHS) {
            var page = PAGES.computeIfAbsent(user + width, key -> chromium.signedIn(home, user, width));
            page.navigate(home + path);
            assertThat(barriers(page))
                    .as("%s as %s at %d px", path, user, width)
                    .isEmpty();
        }
    }

    @Test
    void theOrderFormAtWorkHasNoBarrier() {
        for (int width : WIDTHS) {
            var page = PAGES.computeIfAbsent("operator" + width, key -> chromium.signedIn(home, "operator", width));
            page.navigate(home + "/orders/new");
            page.locator("[id='f-customer.number']").fill("sorry");
            assertThat(page.locator("#who-found")).isVisible();
            page.locator("#newcomer summary").click();
            page.locator("[name=name]").fill("画面 見子");
            page.locator("[name=prefecture]").selectOption("北海道");
            page.locator(".entry-wishes summary").click();
            page.locator("#door").click();
            assertThat(page.locator("[id='f-to[1].name']")).isFocused();
            assertThat(page.locator("#days-0 .entry-why").first()).isVisible();
            page.locator("#go").click();
            assertThat(page.locator(".problems")).isVisible();
            page.evaluate("scrollTo(0, 0)");
            assertThat(barriers(page)).as("order form at %d px", width).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/inbox?q={task}", "/inbox/{task}", "/inbox/bulk?ids={task}"})
    void aTaskHasNoBarrierWithAllItsPanelsOpen(String path) {
        var task = task();
        for (int width : WIDTHS) {
            var page = PAGES.computeIfAbsent("operator" + width, key -> chromium.signedIn(home, "operator", width));
            page.navigate(home + path.replace("{task}", task));
            page.evaluate("document.querySelectorAll('main details').forEach(panel => panel.open = true)");
            assertThat(barriers(page)).as("%s at %d px", path, width).isEmpty();
        }
    }

    private String task() {
        inbox.open(new NewTask(TASK, "review-order", "orders", "備考があります " + TASK, List.of(), null, 0, null));
        return jdbc.sql("select id from task where key = ?")
                .param(TASK)
                .query(String.class)
                .single();
    }

    @ParameterizedTest
    @CsvSource({"/login", "/login?error"})
    void aPageBeforeTheSignInHasNoBarrier(String path) {
        for (int width : WIDTHS) {
            var page = chromium.anonymous(width);
            page.navigate(home + path);
            assertThat(barriers(page)).as("%s at %d px", path, width).isEmpty();
        }
    }

    private static List<?> barriers(Page page) {
        page.evaluate(axe);
        return (List<?>) page.evaluate(RULES);
    }
}
