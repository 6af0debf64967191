package jp.otodoke.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import jp.otodoke.EngineJobs;
import jp.otodoke.TestClock;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.Given;
import jp.otodoke.shared.OrderNumber;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What goes wrong between the keys and the server: a slow line, a conversion, a session that ends, a mistyped code. */
@BrowserTest
class TypingAtTheDeskTests {

    @Autowired
    Given given;

    @Autowired
    EngineJobs jobs;

    @Autowired
    TestClock clock;

    private String sku = "";
    private String customer = "";

    private final Desk desk;

    TypingAtTheDeskTests(Desk desk) {
        this.desk = desk;
    }

    @BeforeEach
    void aCustomerAndGoods() {
        clock.set("2026-11-26T10:00:00+09:00");
        sku = desk.goods("煎茶");
        var mark = sku.substring(2);
        var phone = "080" + String.format("%08d", Math.abs(mark.hashCode()) % 100_000_000);
        customer = given.customer(CustomerMother.called("入力 花子" + mark, "ニュウリョク ハナコ", phone))
                .value();
    }

    @Test
    void theReadOutStaysWhateverFieldItWasAskedFrom() {
        var page = orderOf("2");
        page.keyboard().press("F9");
        readOutSays(page, "2点");

        for (var field : List.of("lines[0].quantity", "cardToken", "note", "lines[1].sku")) {
            var input = page.locator("[id='f-" + field + "'], [name='" + field + "']")
                    .first();
            if (!input.isVisible()) {
                continue;
            }
            page.keyboard().press("Escape");
            assertThat(page.locator("#read-out")).hasCount(0);
            input.focus();
            input.press("End");
            page.keyboard().type(field.endsWith("quantity") ? "3" : field.endsWith("sku") ? sku : "あ");
            page.keyboard().press("F9");
            readOutSays(page, "点");
        }
        assertThat(page.locator(".entry-text")).containsText("23点");
        assertThat(page.locator(".entry-text")).containsText(" 1点");
    }

    @Test
    void onASlowLineNothingTypedIsLostAndNoKeyActsTwice() {
        var page = orderOf("2");
        new Line(page, "**/orders/new").takes(route -> {
            page.waitForTimeout(400);
            route.resume();
        });
        page.keyboard().press("F9");
        page.keyboard().press("F9");
        page.keyboard().type("5");
        readOutSays(page, "25点");
        assertThat(page).hasURL(Pattern.compile(".*/orders/new.*"));

        page.keyboard().press("Escape");
        page.keyboard().press("F7");
        page.keyboard().press("F6");
        assertThat(page.locator("[id='f-lines[1].sku']")).isFocused();
        assertThat(page.locator("[id='f-to[1].name']")).isVisible();
    }

    @Test
    void onASlowLineWhatIsTypedBehindACodeIsItsQuantity() {
        var page = desk.open("/orders/new?customer=" + customer);
        page.evaluate(
                """
                const ask = window.fetch;
                window.fetch = (...what) => new Promise(later => setTimeout(later, 900)).then(() => ask(...what));
                """);
        page.locator("[id='f-lines[0].sku']").focus();
        page.keyboard().type(sku);
        page.keyboard().press("Enter");
        page.keyboard().type("25");
        page.keyboard().press("F9");
        readOutSays(page, "25点");
        assertThat(page.locator("[id='f-lines[0].sku']")).hasValue(sku);
    }

    @Test
    void whatIsTypedBeforeThePageListensIsLookedUpAsWell() {
        var page = desk.signedIn("operator", 1440);
        page.route("**/htmx.min.js", route -> {
            page.locator("#find").fill(customer);
            route.resume();
        });
        page.navigate(desk.at("/"));
        assertThat(page.locator("#found a").first()).containsText(customer);
    }

    @Test
    void functionKeysOfAConversionBelongToTheInputMethod() {
        var page = orderOf("2");
        page.locator("#f-note").focus();
        page.evaluate(
                """
                const note = document.getElementById('f-note');
                note.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
                for (const key of ['F6', 'F7', 'F9', 'F10']) note.dispatchEvent(
                    new KeyboardEvent('keydown', { key, keyCode: 229, isComposing: true, bubbles: true, cancelable: true }));
                """);
        assertThat(page.locator("#f-note")).isFocused();
        assertThat(page.locator("[aria-busy]")).hasCount(0);

        page.evaluate(
                """
                const note = document.getElementById('f-note');
                note.value = '至急';
                note.dispatchEvent(new InputEvent('input', { bubbles: true }));
                note.dispatchEvent(new CompositionEvent('compositionend', { data: '至急', bubbles: true }));
                """);
        page.keyboard().press("F9");
        readOutSays(page, "2点");
        assertThat(page.locator("#f-note")).hasValue("至急");
    }

    @Test
    void whoeverIsNotFoundKeepsTheTypedNumberAndManyAreNotCutSilently() {
        var page = desk.open("/orders/new");
        page.keyboard().type("03-9999-0" + sku.codePointAt(3));
        assertThat(page.locator("#who-found")).containsText("見つかりません");
        page.keyboard().press("F3");
        assertThat(page.locator("[id='f-customer.name']")).isFocused();
        assertThat(page.locator("[id='f-customer.phone']")).hasValue("03-9999-0" + sku.codePointAt(3));

        var family = "九人" + sku.substring(2);
        for (int n = 0; n < 10; n++) {
            given.customer(CustomerMother.called(family + " " + n, "クニン", "0312340" + (500 + n)));
        }
        page.locator("[id='f-customer.number']").fill(family);
        assertThat(page.locator("#who-found [data-hit]")).hasCount(9);
        assertThat(page.locator("#who-found")).containsText("ほかにも");
    }

    @Test
    void theReadOutNamesADayOrSaysThatNoneIsFixed() {
        var page = orderOf("2");
        page.keyboard().press("F9");
        readOutSays(page, "最短で11月27日(金)ごろ");
        assertThat(page.locator(".entry-text")).not().containsText("お届け日に間に合う");

        page.keyboard().press("Escape");
        page.locator("[id='f-payment.method']").selectOption("BANK_TRANSFER");
        page.keyboard().press("F9");
        readOutSays(page, "お届け日はまだ決まっていません(ご入金を確認してから発送します)");
        assertThat(page.locator(".entry-text")).not().containsText("最短");

        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/orders/A\\d+"));
        jobs.run(OrderNumber.of(page.url().replaceFirst(".*/", "")));
        page.reload();
        assertThat(page.locator("#map-order .here").first()).isVisible();
        var emptyPaper = page.evaluate(
                """
                () => {
                  const map = document.getElementById('map-order');
                  const shapes = [...map.querySelectorAll('.djs-shape')].map(shape => shape.getBoundingClientRect().left);
                  return Math.min(...shapes) - map.getBoundingClientRect().left;
                }
                """);
        Assertions.assertThat(((Number) emptyPaper).doubleValue())
                .as("the map of a young order begins where the drawing does")
                .isLessThan(60);
    }

    /** The cursor stands behind the quantity that was just typed. */
    private Page orderOf(String quantity) {
        var page = desk.open("/orders/new?customer=" + customer);
        page.locator("[id='f-lines[0].sku']").focus();
        page.keyboard().type(sku);
        assertThat(page.locator("#hits-0 [data-hit]")).hasCount(1);
        page.keyboard().press("Enter");
        assertThat(page.locator("[id='f-lines[0].quantity']")).isFocused();
        page.keyboard().type(quantity);
        return page;
    }

    private static void readOutSays(Page page, String text) {
        assertThat(page.locator(".entry-text")).containsText(text);
        assertThat(page.locator("#agree")).isFocused();
        page.waitForTimeout(1000);
        assertThat(page.locator("#read-out")).isVisible();
    }
}
