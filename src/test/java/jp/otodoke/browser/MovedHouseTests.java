package jp.otodoke.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.otodoke.TestClock;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.PlaceOrder;
import jp.otodoke.orders.Preparation;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Postal codes that change or were mistyped: what came from the code goes with it, and nothing wrong is saved silently. */
@BrowserTest
class MovedHouseTests {

    @Autowired
    Given given;

    @Autowired
    PlaceOrder placeOrder;

    @Autowired
    FindOrder orders;

    @Autowired
    TestClock clock;

    private final Desk desk;

    MovedHouseTests(Desk desk) {
        this.desk = desk;
    }

    @BeforeEach
    void morning() {
        clock.set("2026-11-26T10:00:00+09:00");
    }

    @Test
    void aMistypedCodeTakesItsTownWithItAndTabKeepsItsPlace() {
        var page = desk.open("/customers/new");
        page.locator("[name=postalCode]").focus();
        page.keyboard().type("１００-０００１");
        saysPlace(page, "東京都", "千代田区", "千代田");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.waitForTimeout(700);
        assertThat(page.locator("[name=prefecture]")).isFocused();

        page.locator("[name=line1]").press("End");
        page.keyboard().type("1-1");
        page.locator("[name=postalCode]").fill("060-0001");
        saysPlace(page, "北海道", "札幌市中央区", "北一条西1-1");
    }

    @Test
    void whatWasTypedIsAskedForAndTheCheckOnSavingToo() {
        var page = desk.open("/customers/new");
        page.locator("[name=name]").fill("手入力 花子" + UUID.randomUUID());
        page.locator("[name=prefecture]").selectOption("北海道");
        page.locator("[name=city]").fill("札幌市中央区");
        page.locator("[name=line1]").fill("北一条西1-1");
        page.locator("[name=postalCode]").fill("1000001");
        assertThat(page.locator("#areas")).containsText("替えますか");
        saysPlace(page, "北海道", "札幌市中央区", "北一条西1-1");

        page.locator("main form button[type=submit]").click();
        assertThat(page.locator(".problems")).containsText("この郵便番号は「東京都千代田区千代田」です");
        page.locator("[name=asTyped]").check();
        page.locator("main form button[type=submit]").click();
        assertThat(page).hasURL(Pattern.compile(".*/customers/C\\d+"));
    }

    @Test
    void orderEntryAsksTooAndTakesTheAreaThatIsChosen() {
        var sku = desk.goods("お茶");
        var page = desk.open("/orders/new?customer=" + given.customer(CustomerMother.somebody()));
        page.locator("[id='f-lines[0].sku']").fill(sku);
        page.locator("[data-elsewhere]").check();
        page.locator("[id='f-to[0].name']").fill("贈り 先子");
        page.locator("[id='f-to[0].prefecture']").selectOption("北海道");
        page.locator("[id='f-to[0].city']").fill("札幌市中央区");
        page.locator("[id='f-to[0].line1']").fill("1-1");
        page.locator("[id='f-to[0].postalCode']").fill("1000001");
        page.keyboard().press("F9");
        assertThat(page.locator(".problems")).containsText("郵便番号と合いません");

        page.locator("[id='f-to[0].postalCode']").fill("0600001");
        page.locator("#areas-0 [data-area]").click();
        assertThat(page.locator("[id='f-to[0].line1']")).hasValue("北一条西1-1");
        page.keyboard().press("F9");
        assertThat(page.locator(".entry-text")).containsText("北海道札幌市中央区北一条西1-1");
    }

    @Test
    void whoeverHasMovedIsOfferedToHaveOpenOrdersSentToTheNewAddress() {
        var customer = given.customer(CustomerMother.somebody());
        var number = orderOf(customer);
        var page = desk.open("/customers/" + customer + "/edit");
        page.locator("[name=postalCode]").fill("060-0001");
        assertThat(page.locator("[name=city]")).hasValue("札幌市中央区");
        assertThat(page.locator("#areas")).containsText("番地と建物名は前の住所のままです");
        page.locator("[data-clear-number]").click();
        assertThat(page.locator("[name=line1]")).isFocused();
        page.keyboard().type("5-5");
        page.locator("main form button[type=submit]").click();

        assertThat(page.locator("#moved")).containsText(number.value());
        page.locator("#moved button").click();
        assertThat(page.locator(".flash-good")).containsText("1件の受注");
        assertThat(page.locator("#moved")).hasCount(0);
        assertThat(orders.firstDestination(number).address().oneLine()).isEqualTo("北海道札幌市中央区北一条西5-5");
    }

    private OrderNumber orderOf(CustomerNumber customer) {
        return placeOrder
                .place(OrderMother.of(desk.goods("お茶"), 1).from(customer).build(), Preparation.LATER)
                .orderNumber();
    }

    private static void saysPlace(Page page, String prefecture, String city, String line1) {
        assertThat(page.locator("[name=prefecture]")).hasValue(prefecture);
        assertThat(page.locator("[name=city]")).hasValue(city);
        assertThat(page.locator("[name=line1]")).hasValue(line1);
    }
}
