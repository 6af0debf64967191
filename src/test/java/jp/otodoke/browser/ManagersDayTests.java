package jp.otodoke.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jp.otodoke.EngineJobs;
import jp.otodoke.TestClock;
import jp.otodoke.mothers.Corrupt;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.shared.OrderNumber;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The operations manager looks whether the business flows, and mends what does not. */
@BrowserTest
class ManagersDayTests {
    private static final Pattern SHOWN = Pattern.compile(".*shown.*");

    @Autowired
    Given given;

    @Autowired
    EngineJobs jobs;

    @Autowired
    ManagementService management;

    @Autowired
    TestClock clock;

    @Autowired
    Corrupt corrupt;

    @Autowired
    JdbcClient jdbc;

    private final Desk desk;

    ManagersDayTests(Desk desk) {
        this.desk = desk;
    }

    @BeforeEach
    void morning() {
        clock.set("2026-11-26T09:00:00+09:00");
    }

    @AfterEach
    void healAll() {
        corrupt.allPaymentsCorrected();
    }

    @Test
    void fromAHotStepToOneOrderAreTwoClicks() {
        var order = order();
        jobs.run(order);
        var page = desk.signedIn("manager", 1440);
        page.locator(".side-link[href='/processes']").click();
        assertThat(page.locator("[data-bpmn] svg").first()).isVisible();

        page.locator("#steps-order a[href*='step=await-stock']").click();
        page.locator("#cases a[href^='/orders/A']").first().click();

        assertThat(page).hasURL(Pattern.compile(".*/orders/A\\d+$"));
        assertThat(page.locator(".page-head")).containsText("入荷待ち");
    }

    @Test
    void anOrderShowsItsWholePathAndTheMapOpensReadableAtItsCurrentStep() {
        var order = order();
        jobs.run(order);
        var page = desk.signedIn("manager", 1440);
        page.navigate(desk.at("/orders/" + order));

        assertThat(page.locator(".trail li").first()).containsText("受注チェック");
        assertThat(page.locator(".trail .is-here")).containsText("入荷待ち");
        var label = page.locator("[data-element-id=await-stock] text").first();
        assertThat(label).isVisible();
        Assertions.assertThat(Double.parseDouble(String.valueOf(
                        label.evaluate("t => parseFloat(getComputedStyle(t).fontSize) * t.getScreenCTM().a"))))
                .isGreaterThanOrEqualTo(12);

        page.locator("[data-map-act=fit]").click();
        assertThat(page.locator("[data-element-id=order-received]")).isVisible();
        page.locator(".trail li button").first().click();
        assertThat(page.locator("[data-element-id=check-order]")).hasClass(SHOWN);
    }

    @Test
    void aStepThatCallsAProcessOpensItsDiagram() {
        var order = order();
        jobs.run(order);
        var page = desk.signedIn("manager", 1440);
        page.navigate(desk.at("/orders/" + order));
        var map = page.locator("#map-order");
        assertThat(map.locator("[data-element-id=await-stock]")).isVisible();

        // By the keyboard: while the page follows its order, what lies under the mouse may move away.
        var call = page.locator("[data-container-id=await-stock] .map-call");
        assertThat(call).isVisible();
        call.press("Enter");
        assertThat(map.locator("[data-element-id=stock-missing]")).isVisible();
        assertThat(map.locator("[data-element-id=await-stock]")).hasClass(Pattern.compile(".*here.*"));
        page.locator("[data-map-act=up]").press("Enter");
        assertThat(map.locator("[data-element-id=order-received]")).hasCount(1);

        page.locator(".trail .is-here button").press("Enter");
        assertThat(map.locator("[data-element-id=await-stock]")).hasClass(SHOWN);
        assertThat(map.locator("[data-element-id=stock-missing]")).isVisible();

        page.navigate(desk.at("/processes/order"));
        assertThat(call).isVisible();
        call.press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/processes/obtain-stock$"));
        assertThat(page.locator(".crumbs")).containsText("受注");
        assertThat(page.locator("[data-element-id=stock-missing]")).isVisible();
    }

    /** The diagram of the called process comes late: the way there is gone to its end, and then back. */
    @Test
    void aStepThatIsChosenWhileADiagramLoadsIsShownAfterIt() {
        var order = order();
        jobs.run(order);
        var page = desk.signedIn("manager", 1440);
        page.navigate(desk.at("/orders/" + order));
        var held = new ArrayList<Route>();
        new Line(page, "**/obtain-stock/map.bpmn").takes(held::add);

        var call = page.locator("[data-container-id=await-stock] .map-call");
        assertThat(call).isVisible();
        call.press("Enter");
        page.waitForCondition(() -> !held.isEmpty());
        page.locator(".trail li button").first().press("Enter");
        assertThat(page.locator("[data-element-id=check-order]")).not().hasClass(SHOWN);
        held.get(0).resume();

        assertThat(page.locator("[data-element-id=check-order]")).hasClass(SHOWN);
        assertThat(page.locator("[data-element-id=stock-missing]")).hasCount(0);
    }

    @Test
    void aStuckOrderIsExplainedTestedResolvedAndChecked() {
        var order = order();
        corrupt.paymentBroken(order.value());
        fail(order);
        var page = desk.signedIn("manager", 1440);
        assertThat(page.locator(".figure[href='/incidents']")).hasClass(Pattern.compile(".*is-late.*"));
        page.locator(".figure[href='/incidents']").click();
        page.locator(".filters [name=q]").fill(order.value());
        page.locator(".filters [name=q]").press("Enter");
        page.locator("td a")
                .filter(new Locator.FilterOptions().setHasText(order.value()))
                .click();
        assertThat(page.locator("main")).containsText("どうすればよいか");

        page.locator(".resolution-actions .btn-primary").click();
        assertThat(page.locator("#tried .chip-bad")).isVisible();

        corrupt.paymentCorrected(order.value());
        page.locator(".resolution-actions .btn-primary").click();
        assertThat(page.locator("#tried .chip-good")).isVisible();
        page.locator("#reason").fill("支払いの記録を直しました");
        page.locator("#tried form .btn-primary").click();
        jobs.run(order);

        page.navigate(desk.at("/orders/" + order));
        assertThat(page.locator(".page-head")).containsText("入荷待ち");
        page.navigate(desk.at("/incidents?q=" + order));
        assertThat(page.locator(".table-wrap")).hasCount(0);
    }

    @Test
    void aTargetIsChangedAndTheChangeIsRecorded() {
        var page = desk.signedIn("manager", 1440);
        page.navigate(desk.at("/processes/targets"));
        var row = page.locator("tr")
                .filter(new Locator.FilterOptions().setHasText("入荷待ち"))
                .first();
        var before = row.locator("[name=target]").inputValue();

        row.locator("[name=target]").fill("6");
        row.locator("button[type=submit]").click();

        assertThat(page.locator(".flash")).isVisible();
        assertThat(page.locator("section.box table tbody tr").first()).containsText("入荷待ち");
        row.locator("[name=target]").fill(before);
        row.locator("button[type=submit]").click();
    }

    @Test
    void everyPageOfTheDayFitsAPhone() {
        var page = desk.signedIn("manager", 390);
        for (var path : List.of(
                "/",
                "/processes",
                "/processes/order",
                "/processes/order?step=await-stock",
                "/processes/targets",
                "/incidents",
                "/watchdog",
                "/watchdog/recipients",
                "/partners",
                "/partners/messages",
                "/partners/expectations",
                "/audit",
                "/invariants")) {
            page.navigate(desk.at(path));
            assertThat(width(page)).as(path).isLessThanOrEqualTo(390);
        }
    }

    private static int width(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
    }

    /** One that waits for goods nobody has, once its process has run. */
    private OrderNumber order() {
        return given.order(
                OrderMother.of(ProductMother.tea().called("青汁 30包"), 1).family("運用"));
    }

    /** Runs its next step until all attempts are used up. */
    private void fail(OrderNumber order) {
        for (int i = 0; i < 10; i++) {
            jdbc.sql(
                            """
                            select j.id_ from act_ru_job j join act_ru_execution p on p.id_ = j.process_instance_id_
                             where p.business_key_ = ? and j.retries_ > 0 and j.handler_type_ = 'async-continuation'
                            """)
                    .param(order.value())
                    .query(String.class)
                    .list()
                    .forEach(job ->
                            assertThatThrownBy(() -> management.executeJob(job)).isNotNull());
        }
    }
}
