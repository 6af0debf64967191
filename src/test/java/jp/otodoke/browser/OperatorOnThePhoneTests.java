package jp.otodoke.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.otodoke.OtodokeWebTest;
import jp.otodoke.TestClock;
import jp.otodoke.customers.NewCustomer;
import jp.otodoke.customers.RegisterCustomer;
import jp.otodoke.inventory.ReceiveStock;
import jp.otodoke.orders.NewOrder;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.PlaceOrder;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.shared.Address;
import jp.otodoke.staff.DemoStaff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A call taken with the keyboard alone, every key counted. */
@OtodokeWebTest
@EnabledIf("wanted")
class OperatorOnThePhoneTests {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final int GOAL = 20;

    private static Playwright playwright;
    private static Browser browser;

    @Autowired
    PlaceOrder placeOrder;

    @Autowired
    RegisterCustomer registerCustomer;

    @Autowired
    ReceiveStock receiveStock;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private String home = "";
    private String sku = "";
    private String customer = "";
    private String phone = "";
    private int keys;
    private @Nullable BrowserContext context;

    static boolean wanted() {
        return Files.isExecutable(CHROMIUM) || "required".equals(System.getenv("OTODOKE_BROWSER_TESTS"));
    }

    @BeforeAll
    static void openBrowser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--no-first-run")));
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
        playwright.close();
    }

    @BeforeEach
    void aCustomerWhoHasOrderedBefore(@Value("${local.server.port}") int port) {
        home = "http://127.0.0.1:" + port;
        clock.set("2026-11-26T10:00:00+09:00");
        var mark = UUID.randomUUID().toString().substring(0, 8);
        sku = "K-" + mark;
        phone = "090" + String.format("%08d", Math.abs(mark.hashCode()) % 100_000_000);
        new TransactionTemplate(transactions).executeWithoutResult(s -> {
            jdbc.sql(
                            "insert into product (sku, name, kind, stock_keeping, registered_at) values (?, ?, 'GOODS', true, now())")
                    .params(sku, "緑茶 " + mark)
                    .update();
            jdbc.sql("insert into product_price values (?, '2000-01-01', 3000)")
                    .param(sku)
                    .update();
            jdbc.sql("insert into product_tax_class values (?, '2000-01-01', 'REDUCED')")
                    .param(sku)
                    .update();
        });
        receiveStock.receive(sku, 100, "test");
        customer = registerCustomer.register(new NewCustomer(
                "鍵盤 花子" + mark,
                "ケンバン ハナコ",
                phone,
                null,
                null,
                null,
                new Address("1000001", "東京都", "千代田区", "千代田1-1", ""),
                null));
        placeOrder.place(new NewOrder(
                "PHONE",
                null,
                null,
                null,
                new NewOrder.Known(customer),
                List.of(new NewOrder.Destination(null, null, null)),
                List.of(new NewOrder.Line(sku, 2, null, null, 0)),
                new NewOrder.Payment(PaymentMethod.CASH_ON_DELIVERY, null, ShopPayment.NONE),
                null,
                null,
                null,
                null));
        keys = 0;
    }

    @AfterEach
    void closePages() {
        if (context != null) {
            context.close();
        }
    }

    @Test
    void aRepeatOrderTakesFewerThanTwentyKeys() {
        var page = entry();

        type(page, phone.substring(phone.length() - 6));
        assertThat(page.locator("#who-found [data-hit]").first()).containsText(customer);
        press(page, "Enter");
        assertThat(page.locator(".entry-customer")).containsText(customer);
        press(page, "F4");
        assertThat(page.locator("[name='lines[0].sku']")).hasValue(sku);
        assertThat(page.locator("#go")).isFocused();
        press(page, "F9");
        assertThat(page.locator(".entry-text")).containsText("2点 6,000円");
        assertThat(page.locator("#agree")).isFocused();
        press(page, "Enter");
        page.waitForURL(Pattern.compile(".*/orders/A\\d+$"));

        assertThat(keys).as("keys pressed").isLessThan(GOAL);
        assertThat(ordersOfTheCustomer()).isEqualTo(2);
    }

    @Test
    void anOrderOfOtherGoodsNeedsNoMouseEither() {
        var page = entry();
        type(page, phone);
        assertThat(page.locator("#who-found [data-hit]")).hasCount(1);
        press(page, "Enter");
        assertThat(page.locator("[id='f-lines[0].sku']")).isFocused();

        type(page, "緑茶 " + sku.substring(2));
        assertThat(page.locator("#hits-0 [data-hit]")).hasCount(1);
        press(page, "Enter");
        assertThat(page.locator("[id='f-lines[0].quantity']")).isFocused();
        type(page, "3");
        press(page, "Enter");
        assertThat(page.locator("[id='f-lines[1].sku']")).isFocused();
        assertThat(page.locator("#totals .sums-total")).containsText("¥9,880");
        press(page, "F8");
        press(page, "ArrowDown");
        assertThat(page.locator("[name='to[0].date']:checked")).hasValue("2026-11-27");
        assertThat(page.locator("#draft-state")).containsText("自動保存");
        press(page, "Control+Enter");
        assertThat(page.locator(".entry-text")).containsText("11月27日");
        assertThat(page.locator("#agree")).isFocused();
        press(page, "Enter");
        page.waitForURL(Pattern.compile(".*/orders/A\\d+$"));
        page.goBack();
        assertThat(page.locator(".flash-good")).containsText("登録済み");

        assertThat(ordersOfTheCustomer()).isEqualTo(2);
    }

    @Test
    void aClosedBrowserLosesNothing() {
        var page = entry();
        type(page, phone);
        assertThat(page.locator("#who-found [data-hit]")).hasCount(1);
        press(page, "Enter");
        assertThat(page.locator("[id='f-lines[0].sku']")).isFocused();
        page.locator("[id='f-lines[0].sku']").fill(sku);
        page.locator("#f-note").fill("昼に電話");
        assertThat(page.locator("#draft-state")).containsText("自動保存");
        page.waitForTimeout(1200);
        page.close();

        var later = page(true);
        later.locator(".entry-drafts summary").click();
        later.locator(".entry-draft a").first().click();
        assertThat(later.locator("[id='f-lines[0].sku']")).hasValue(sku);
        assertThat(later.locator("#f-note")).hasValue("昼に電話");
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
        page.navigate(home + "/orders/new?customer=" + customer);

        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
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
        return page(false);
    }

    private Page page(boolean again) {
        if (!again) {
            context = browser.newContext(
                    new Browser.NewContextOptions().setLocale("ja-JP").setViewportSize(1440, 900));
        }
        var page = java.util.Objects.requireNonNull(context).newPage();
        if (!again) {
            page.navigate(home + "/login");
            page.locator("#username").fill("operator");
            page.locator("#password").fill(DemoStaff.PASSWORD);
            page.locator("button[type=submit]").click();
            assertThat(page.locator("#side")).isAttached();
        }
        page.navigate(home + "/orders/new");
        return page;
    }

    private int ordersOfTheCustomer() {
        return jdbc.sql("select count(*) from orders where customer_number = ?")
                .param(customer)
                .query(Integer.class)
                .single();
    }
}
