package jp.otodoke.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import jp.otodoke.TestClock;
import jp.otodoke.demo.staff.DemoStaff;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.Subject;
import jp.otodoke.inbox.TaskHistory;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.Elapsed;
import jp.otodoke.mothers.Given;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.staff.AuthenticatorApp;
import jp.otodoke.staff.SecondFactor;
import jp.otodoke.staff.StaffUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The session is over in the middle of work: one signs in where one is and goes on, and nothing typed is lost. */
@BrowserTest
class SignInAgainTests {

    @Autowired
    Given given;

    @Autowired
    Elapsed elapsed;

    @Autowired
    Inbox inbox;

    @Autowired
    TaskHistory history;

    @Autowired
    SecondFactor second;

    @Autowired
    StaffUsers users;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private String sku = "";
    private String customer = "";

    private final Desk desk;

    SignInAgainTests(Desk desk) {
        this.desk = desk;
    }

    @BeforeEach
    void aCustomerAndGoods() {
        clock.set("2026-11-26T10:00:00+09:00");
        elapsed.failuresOfAddressesForgotten();
        sku = desk.goods("煎茶");
        customer = given.customer(CustomerMother.somebody()).value();
    }

    @Test
    void anOrderBeingTypedIsSavedAndReadOutAfterSigningInAgain() {
        var page = orderBeingTyped();
        sessionEnds(page);
        page.locator("#f-note").fill("玄関に置く");

        assertThat(dialog(page)).isVisible();
        assertThat(page.locator("#draft-state")).not().containsText("自動保存");
        page.locator("#again-password").fill("wrong");
        page.keyboard().press("Enter");
        assertThat(page.locator("#sign-in-again .again-wrong")).containsText("パスワードが違います");
        signIn(page);
        assertThat(page.locator("#draft-state")).containsText("自動保存");

        sessionEnds(page);
        page.keyboard().press("F9");
        signIn(page);
        assertThat(page.locator(".entry-text")).containsText("2点");
        assertThat(page.locator("#agree")).isFocused();
        assertThat(page.locator("#f-note")).hasValue("玄関に置く");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/orders/A\\d+"));
    }

    @Test
    void noDropDownShowsTheSignInPage() {
        var page = orderBeingTyped();
        sessionEnds(page);
        page.locator("[id='f-lines[1].sku']").focus();
        page.keyboard().type(sku);
        assertThat(dialog(page)).isVisible();
        assertThat(page.locator("#hits-1")).isEmpty();
        signIn(page);
        assertThat(page.locator("[id='f-lines[1].sku']")).hasValue(sku);

        sessionEnds(page);
        page.locator("#find").fill(customer);
        assertThat(dialog(page)).isVisible();
        assertThat(page.locator("#found")).isEmpty();
        signIn(page);
        assertThat(page.locator("#found")).containsText(customer);
    }

    @Test
    void whoeverSignsInLaterIsAskedAgainByTheNextKey() {
        var page = orderBeingTyped();
        // A page that has just been opened, as a quick hand has it.
        page.evaluate("performance.now = () => 400");
        sessionEnds(page);
        page.keyboard().press("F9");
        assertThat(dialog(page)).isVisible();
        page.keyboard().press("Escape");
        assertThat(dialog(page)).isHidden();
        assertThat(page.locator("#trouble")).containsText("サインインが切れました");
        page.locator("#f-note").fill("あとで");
        page.waitForTimeout(1500);
        assertThat(dialog(page)).isHidden();

        page.keyboard().press("F9");
        signIn(page);
        assertThat(page.locator(".entry-text")).containsText("2点");
        assertThat(page.locator("#f-note")).hasValue("あとで");
        assertThat(page.locator("#trouble")).isHidden();
    }

    @Test
    void aCommentOnATaskIsSentAfterSigningInAgain() {
        inbox.open(NewTask.of("again", sku, new Subject("TEST", sku), BilingualText.asWritten("折り返し"))
                .inGroup(StaffGroup.ORDERS));
        long task = jdbc.sql("select id from task where key = ?")
                .param(sku)
                .query(Long.class)
                .single();
        var page = desk.open("/inbox/" + task);
        page.locator("input[name=decision]").first().check();
        page.locator("#f-comment").fill("電話で <b>確かめた</b> & 了承");
        sessionEnds(page);
        page.keyboard().press("Control+Enter");

        assertThat(dialog(page)).isVisible();
        assertThat(page.locator(".resend-typed")).hasText("電話で <b>確かめた</b> & 了承");
        signIn(page);
        assertThat(page.locator("#side")).isAttached();
        assertThat(history.of(task).get(0).note()).isEqualTo("電話で <b>確かめた</b> & 了承");
    }

    @Test
    void aFormOfASessionThatSomebodyElseTookOverIsNotSent() {
        var page = desk.open("/customers/new");
        page.locator("#f-name").fill("入力 花子");
        signInElsewhere(page, "manager");
        page.locator("main form button[type=submit]").click();

        assertThat(page.locator("main")).containsText("いまは manager さんがサインインしています");
        assertThat(page.locator(".resend-typed")).hasText("入力 花子");
        assertThat(page.locator("form[data-resend]")).hasCount(0);
    }

    @Test
    void nobodyGoesOnWithAnothersDraft() {
        var page = orderBeingTyped();
        var other = signInElsewhere(page, "manager");
        // A draft that was saved in between has already asked to sign in again; the page looks once one is back at it.
        page.evaluate("dispatchEvent(new Event('focus'))");
        page.keyboard().press("F9");

        assertThat(dialog(page)).containsText("いま manager さんがサインインしています");
        assertThat(page.locator("#again-password")).isHidden();
        page.keyboard().press("Escape");
        assertThat(dialog(page)).isVisible();
        assertThat(page.locator("#read-out")).hasCount(0);

        other.navigate(desk.at("/orders/new"));
        assertThat(other.locator(".entry-drafts")).hasCount(0);
    }

    @Test
    void aSecondFactorIsAskedForInPlaceToo() {
        var codes = AuthenticatorApp.setUp(second, users.find("accounting").orElseThrow());
        try {
            var page = desk.anonymous(1440);
            page.navigate(desk.at("/login"));
            page.locator("#username").fill("accounting");
            page.locator("#password").fill(DemoStaff.PASSWORD);
            page.locator("button[type=submit]").click();
            page.locator("#f-code").fill(codes.get(0));
            page.keyboard().press("Enter");
            assertThat(page.locator("#side")).isAttached();

            sessionEnds(page);
            page.locator("#find").fill(customer);
            typePassword(page);
            page.locator("#again-code").fill("000000");
            page.keyboard().press("Enter");
            assertThat(page.locator("#sign-in-again .again-wrong")).containsText("コードが違う");
            page.locator("#again-code").fill(codes.get(1));
            page.keyboard().press("Enter");
            assertThat(dialog(page)).isHidden();
            assertThat(page.locator("#found a").first()).isVisible();
        } finally {
            second.end("accounting");
        }
    }

    @Test
    void aBrokenLineAndAFaultAreToldAndTheKeyWorksOnceItIsOver() {
        var page = orderBeingTyped();
        var line = new Line(page, "**/orders/new");
        line.breaks();
        page.keyboard().press("F9");
        assertThat(page.locator("#trouble")).containsText("つながりません");

        line.answers(500);
        page.keyboard().press("F9");
        assertThat(page.locator("#trouble")).containsText("サーバーで問題");
        line.isWell();

        page.keyboard().press("F9");
        assertThat(page.locator(".entry-text")).containsText("2点");
        assertThat(page.locator("#trouble")).isHidden();

        var list = desk.open("/products");
        new Line(list, "**/products?**").breaks();
        list.locator("form.filters input[name=q]").fill("茶");
        list.keyboard().press("Enter");
        assertThat(list.locator("#trouble")).containsText("つながりません");
    }

    @Test
    void aSignInPageThatWasOpenForLongSaysSoInsteadOfRefusing() {
        var page = desk.anonymous(390);
        page.navigate(desk.at("/login"));
        sessionEnds(page);
        page.locator("#username").fill("operator");
        page.locator("#password").fill(DemoStaff.PASSWORD);
        page.locator("button[type=submit]").click();
        assertThat(page.locator("[role=alert]")).containsText("時間がたちました");
    }

    private static Locator dialog(Page page) {
        return page.locator("#sign-in-again");
    }

    private static void sessionEnds(Page page) {
        page.context().clearCookies();
    }

    private static void signIn(Page page) {
        typePassword(page);
        assertThat(dialog(page)).isHidden();
    }

    private static void typePassword(Page page) {
        assertThat(dialog(page)).isVisible();
        page.locator("#again-password").fill(DemoStaff.PASSWORD);
        page.keyboard().press("Enter");
    }

    /** In another window of the same browser. */
    private Page signInElsewhere(Page page, String user) {
        sessionEnds(page);
        var other = page.context().newPage();
        other.navigate(desk.at("/login"));
        other.locator("#username").fill(user);
        other.locator("#password").fill(DemoStaff.PASSWORD);
        other.locator("button[type=submit]").click();
        assertThat(other.locator("#side")).isAttached();
        return other;
    }

    private Page orderBeingTyped() {
        var page = desk.open("/orders/new?customer=" + customer);
        page.locator("[id='f-lines[0].sku']").focus();
        page.keyboard().type(sku);
        assertThat(page.locator("#hits-0 [data-hit]")).hasCount(1);
        page.keyboard().press("Enter");
        assertThat(page.locator("[id='f-lines[0].quantity']")).isFocused();
        page.keyboard().type("2");
        assertThat(page.locator("#draft-state")).containsText("自動保存");
        return page;
    }
}
