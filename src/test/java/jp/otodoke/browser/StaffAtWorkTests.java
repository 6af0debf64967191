package jp.otodoke.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import jp.otodoke.EngineJobs;
import jp.otodoke.TestClock;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.shared.OrderNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The day's work in a real browser, scripts and all. Skipped where there is no browser, unless {@code
 * OTODOKE_BROWSER_TESTS=required}.
 */
@BrowserTest
class StaffAtWorkTests {
    private static final int PHONE_WIDTH = 390;

    @Autowired
    Given given;

    @Autowired
    EngineJobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private String sku = "";

    private final Desk desk;

    StaffAtWorkTests(Desk desk) {
        this.desk = desk;
    }

    @BeforeEach
    void goods() {
        clock.set("2026-11-26T07:00:00+09:00");
        sku = desk.goods("有機栽培のお茶 ティーバッグ 50包");
    }

    @Test
    void anOperatorSignsInAndChoosesTheLanguage() {
        var page = signedIn("operator", 1280);

        assertThat(page.locator("html")).hasAttribute("lang", "ja");
        assertThat(page.locator(".menu summary")).containsText("operator");
        assertThat(page.locator(".side")).containsText("受信箱");

        page.locator(".bar-lang a[lang=en]").click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator(".side")).containsText("Inbox");

        page.navigate(desk.at("/orders"));
        assertThat(page.locator("html")).hasAttribute("lang", "en");
    }

    @Test
    void anOrderIsTypedPricedAndGoesOnByItself() {
        var page = signedIn("operator", 1280);
        page.navigate(desk.at("/orders/new"));
        page.locator("#newcomer summary").click();
        page.locator("[name=name]").fill("窓 口子");
        page.locator("[name=kana]").fill("マド クチコ");
        page.locator("[name=phone]").fill("０３－１２３４－５６７８");
        page.locator("[name=prefecture]").selectOption("東京都");
        page.locator("[name=city]").fill("千代田区");
        page.locator("[name=line1]").fill("千代田1-1");
        page.locator("[name=postalCode]").fill("100-0001");
        page.locator("[name='lines[0].sku']").fill(sku);
        page.locator("[name='lines[0].quantity']").fill("2");
        page.locator("[name='lines[0].quantity']").press("Tab");
        assertThat(page.locator("#totals .sums-total")).containsText("¥6,880");

        page.locator("#go").click();
        page.locator("#agree").click();
        page.waitForURL(Pattern.compile(".*/orders/A\\d+$"));
        assertThat(page.locator(".page-head")).containsText("出荷日待ち");
    }

    @Test
    void aRemarkWaitsInTheInboxUntilSomebodyDecides() {
        var number = order("門の前に置いてください");
        jobs.run(number);
        var page = signedIn("operator", 1280);
        page.navigate(desk.at("/inbox?q=" + number));
        page.locator("tr[data-href] a").first().click();
        assertThat(page.locator("main")).containsText(number.value());

        page.locator("form[action$='/claim'] button").click();
        assertThat(page.locator(".page-head")).containsText("対応中");
        page.locator("input[name=decision][value=APPROVE]").check();
        page.locator("form[action$='/decision'] button[type=submit]").click();
        assertThat(page.locator(".flash-good")).isVisible();

        jobs.run(number);
        page.navigate(desk.at("/orders/" + number));
        assertThat(page.locator(".page-head")).containsText("出荷日待ち");
    }

    @Test
    void aManagerSeesTheProcessDrawn() {
        order("");
        var page = signedIn("manager", 1280);
        page.navigate(desk.at("/processes"));
        page.locator("main a[href$='/processes/order']").first().click();

        assertThat(page.locator(".diagram svg .djs-shape").first()).isVisible();
    }

    @Test
    void whatIsNeededOnThePhoneFitsIt() {
        var number = order("宅配ボックスに入れてください");
        jobs.run(number);
        var page = signedIn("operator", PHONE_WIDTH);

        for (var path : List.of("/", "/inbox", "/orders", "/orders/" + number)) {
            page.navigate(desk.at(path));
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isLessThanOrEqualTo(PHONE_WIDTH);
        }
    }

    private Page signedIn(String user, int width) {
        return desk.signedIn(user, width);
    }

    private OrderNumber order(String note) {
        return given.order(OrderMother.of(sku, 2).byPhone().family("窓口").remarking(note));
    }
}
