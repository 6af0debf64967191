package jp.otodoke.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import jp.otodoke.TestClock;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A call taken with the keyboard alone, every key counted. */
@BrowserTest
class OperatorOnThePhoneTests {
    private static final Pattern ORDER = Pattern.compile(".*/orders/A\\d+$");
    private static final int GOAL = 20;

    @Autowired
    Given given;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private String sku = "";
    private String customer = "";
    private String phone = "";
    private int keys;

    private final Desk desk;

    OperatorOnThePhoneTests(Desk desk) {
        this.desk = desk;
    }

    @BeforeEach
    void aCustomerWhoHasOrderedBefore() {
        clock.set("2026-11-26T10:00:00+09:00");
        sku = desk.goods("緑茶");
        var mark = mark();
        phone = "090" + String.format("%08d", Math.abs(mark.hashCode()) % 100_000_000);
        var caller = given.customer(CustomerMother.called("鍵盤 花子" + mark, "ケンバン ハナコ", phone));
        customer = caller.value();
        given.order(OrderMother.of(sku, 2).byPhone().from(caller));
        keys = 0;
    }

    @Test
    void aRepeatOrderTakesFewerThanTwentyKeys() {
        var page = repeated();
        press(page, "F9");
        assertThat(page.locator(".entry-text")).containsText("2点 6,000円");
        agree(page);

        assertThat(keys).as("keys pressed").isLessThan(GOAL);
        assertThat(ordersOf(customer)).isEqualTo(2);
    }

    @Test
    void anOrderOfOtherGoodsNeedsNoMouseEither() {
        var page = entry();
        take(page, phone);

        goods(page, 0, "緑茶 " + mark(), "3");
        assertThat(page.locator("#totals .sums-total")).containsText("¥9,880");
        press(page, "F8");
        press(page, "ArrowDown");
        assertThat(page.locator("[name='to[0].date']:checked")).hasValue("2026-11-27");
        assertThat(page.locator("#draft-state")).containsText("自動保存");
        press(page, "Control+Enter");
        assertThat(page.locator(".entry-text")).containsText("11月27日");
        agree(page);

        assertThat(ordersOf(customer)).isEqualTo(2);
    }

    @Test
    void aNewCallerIsTypedInlineAndTheAddressFillsItself() {
        var page = entry();
        var name = "新規 太郎" + mark();
        press(page, "F3");
        type(page, name);
        press(page, "Enter");
        type(page, "シンキ タロウ");
        press(page, "Enter");
        type(page, "+81 80-" + phone.substring(3, 7) + "-" + phone.substring(7));
        press(page, "Enter");
        press(page, "Enter");
        type(page, "1000001");
        assertThat(page.locator("[id='f-customer.address.city']")).hasValue("千代田区");
        assertThat(page.locator("[id='f-customer.address.line1']")).hasValue("千代田");
        page.locator("[id='f-customer.address.line1']").press("End");
        type(page, "2-2");
        press(page, "F6");
        goods(page, 0, sku, "1");
        press(page, "F9");
        assertThat(page.locator(".entry-text")).containsText(name);
        agree(page);

        assertThat(jdbc.sql("select count(*) from orders join customer on number = customer_number where name = ?")
                        .param(name)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aPresentForAnotherDestinationNeedsNoMouse() {
        var page = entry();
        take(page, phone);
        goods(page, 0, sku, "1");
        press(page, "F7");
        assertThat(page.locator("[id='f-to[1].name']")).isFocused();
        type(page, "贈り 先子");
        for (var next : List.of("オクリ サキコ", "", "0600001")) {
            press(page, "Enter");
            type(page, next);
        }
        assertThat(page.locator("[id='f-to[1].city']")).hasValue("札幌市中央区");
        page.locator("[id='f-to[1].line1']").press("End");
        type(page, "1-1");
        press(page, "F10");
        press(page, "Space");
        press(page, "Enter");
        press(page, "ArrowDown");
        press(page, "Enter");
        type(page, "御歳暮");
        press(page, "F6");
        goods(page, 1, sku, "2");
        page.locator("[id='f-lines[1].to']").press("2");
        press(page, "F9");
        assertThat(page.locator(".entry-text")).containsText("お届け先2 贈り 先子 様");
        assertThat(page.locator(".entry-text")).containsText("御歳暮");
        assertThat(page.locator(".entry-text")).containsText("贈り 先子様から配達員へお支払い");
        agree(page);

        assertThat(page.locator("#content")).containsText("【のし】紅白蝶結び 表書き「御歳暮」");
    }

    @Test
    void impatientKeysMakeOneOrder() {
        var page = repeated();
        press(page, "F9");
        assertThat(page.locator("#agree")).isFocused();

        press(page, "Enter");
        press(page, "Enter");
        press(page, "F9");
        assertThat(page).hasURL(ORDER);
        page.goBack();

        assertThat(page).hasURL(ORDER);
        assertThat(page.locator(".flash-good")).containsText("登録済み");
        assertThat(ordersOf(customer)).isEqualTo(2);
    }

    @Test
    void aSecondWindowOfTheSameFormMakesNoSecondOrder() {
        var page = repeated();
        assertThat(page).hasURL(Pattern.compile(".*\\?draft=.*"));
        var second = page.context().newPage();
        second.navigate(page.url());
        assertThat(second.locator("[name='lines[0].sku']")).hasValue(sku);
        press(page, "F9");
        agree(page);

        press(second, "F9");

        assertThat(second).hasURL(ORDER);
        assertThat(second.locator(".flash-good")).containsText("登録済み");
        assertThat(ordersOf(customer)).isEqualTo(2);
    }

    @Test
    void aCrashOfTheBrowserLosesNothing() {
        var page = entry();
        take(page, phone);
        goods(page, 0, sku, "4");
        var note = "昼休みに電話";
        var sent = URLEncoder.encode(note, StandardCharsets.UTF_8);
        page.waitForResponse(
                answer -> answer.url().endsWith("/check")
                        && String.valueOf(answer.request().postData()).contains(sent),
                () -> page.locator("#f-note").fill(note));
        assertThatThrownBy(() -> page.navigate("chrome://crash")).hasMessageContaining("crash");
        desk.signAllOut();

        var later = entry();
        later.locator(".entry-drafts summary").click();
        later.locator(".entry-draft a", new Page.LocatorOptions().setHasText(customer))
                .click();

        assertThat(later.locator(".entry-customer")).containsText(customer);
        assertThat(later.locator("[id='f-lines[0].sku']")).hasValue(sku);
        assertThat(later.locator("[id='f-lines[0].quantity']")).hasValue("4");
        assertThat(later.locator("#f-note")).hasValue(note);
    }

    @Test
    void theEnterThatEndsAConversionDoesNothing() {
        var page = entry();
        page.evaluate(
                """
                document.getElementById('f-customer.number').dispatchEvent(
                    new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true, bubbles: true, cancelable: true }))
                """);

        assertThat(page.locator("[id='f-customer.number']")).isFocused();
    }

    @Test
    void theKanaFillsItselfFromTheConversionOfTheName() {
        var page = entry();
        press(page, "F3");
        page.evaluate(
                """
                const name = document.getElementById('f-customer.name');
                for (const data of ['や', 'やまだ', '山田']) name.dispatchEvent(new CompositionEvent('compositionupdate', { data, bubbles: true }));
                name.value = '山田';
                name.dispatchEvent(new CompositionEvent('compositionend', { data: '山田', bubbles: true }));
                """);

        assertThat(page.locator("[id='f-customer.kana']")).hasValue("ヤマダ");
    }

    @Test
    void fitsANarrowScreen() {
        var page = entry();
        page.setViewportSize(390, 844);
        page.navigate(desk.at("/orders/new?customer=" + customer));

        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
    }

    private String mark() {
        return sku.substring(2);
    }

    private void type(Page page, String text) {
        keys += text.length();
        page.keyboard().type(text);
    }

    private void press(Page page, String key) {
        keys++;
        page.keyboard().press(key);
    }

    private Page entry() {
        var page = desk.staying("operator", Desk.WIDE);
        page.setViewportSize(1440, 900);
        page.navigate(desk.at("/orders/new"));
        return page;
    }

    /** The form with the caller's last order in it. */
    private Page repeated() {
        var page = entry();
        take(page, phone.substring(phone.length() - 6));
        press(page, "F4");
        assertThat(page.locator("[name='lines[0].sku']")).hasValue(sku);
        assertThat(page.locator("#go")).isFocused();
        return page;
    }

    private void take(Page page, String dialled) {
        type(page, dialled);
        assertThat(page.locator("#who-found [data-hit]").first()).containsText(customer);
        press(page, "Enter");
        assertThat(page.locator(".entry-customer")).containsText(customer);
        assertThat(page.locator("[id='f-lines[0].sku']")).isFocused();
    }

    private void goods(Page page, int row, String text, String quantity) {
        assertThat(page.locator("[id='f-lines[" + row + "].sku']")).isFocused();
        type(page, text);
        assertThat(page.locator("#hits-" + row + " [data-hit]")).hasCount(1);
        press(page, "Enter");
        assertThat(page.locator("[id='f-lines[" + row + "].quantity']")).isFocused();
        type(page, quantity);
        press(page, "Enter");
    }

    private void agree(Page page) {
        assertThat(page.locator("#agree")).isFocused();
        press(page, "Enter");
        assertThat(page).hasURL(ORDER);
    }

    private int ordersOf(String number) {
        return jdbc.sql("select count(*) from orders where customer_number = ?")
                .param(number)
                .query(Integer.class)
                .single();
    }
}
