package jp.otodoke.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.otodoke.TestClock;
import jp.otodoke.inbox.ClaimTask;
import jp.otodoke.inbox.CompleteTask;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.Subject;
import jp.otodoke.inbox.TaskHistory;
import jp.otodoke.shared.BilingualText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A clerk works through the inbox without a mouse while colleagues do the same. */
@BrowserTest
class ClerksDayTests {
    private static final int WIDTH = 1440;

    @Autowired
    Inbox inbox;

    @Autowired
    CompleteTask complete;

    @Autowired
    ClaimTask claim;

    @Autowired
    TaskHistory history;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private final String type = "clerk-" + UUID.randomUUID().toString().substring(0, 8);

    private final Desk desk;

    ClerksDayTests(Desk desk) {
        this.desk = desk;
    }

    @BeforeEach
    void morning() {
        clock.set("2026-11-26T09:00:00+09:00");
    }

    @Test
    void aClerkClearsThePileByKeysAlone() {
        var first = open("一番目");
        var second = open("二番目");
        var third = open("三番目");
        var page = signedIn("operator");
        page.navigate(desk.at("/inbox?type=" + type));

        keys(page, "j", "c");
        assertThat(page.locator("#task-" + first + " .who")).containsText(nameOf("operator"));
        keys(page, "Enter");
        assertThat(page).hasURL(Pattern.compile(".*/inbox/" + first + "\\?.*"));
        keys(page, "m");
        page.keyboard().type("確認しました");
        keys(page, "Escape", "1", "Enter");

        assertThat(page).hasURL(Pattern.compile(".*/inbox/" + second + "\\?.*"));
        keys(page, "s");
        page.keyboard().type("折り返し待ち");
        keys(page, "Enter");

        assertThat(page).hasURL(Pattern.compile(".*/inbox/" + third + "\\?.*"));
        keys(page, "h", "ArrowDown", "Tab");
        page.keyboard().type("お願いします");
        keys(page, "Enter");
        assertThat(page.locator(".page-head")).containsText("対応中");
        keys(page, "u");
        assertThat(page).hasURL(Pattern.compile(".*/inbox\\?type=" + type));

        assertThat(history.of(first)).extracting(TaskHistory.Entry::kind).contains(TaskHistory.Kind.DECIDED);
        assertThat(history.of(first))
                .first()
                .extracting(TaskHistory.Entry::note)
                .isEqualTo("確認しました");
        assertThat(history.of(second)).extracting(TaskHistory.Entry::kind).contains(TaskHistory.Kind.SNOOZED);
        assertThat(history.of(third)).extracting(TaskHistory.Entry::kind).contains(TaskHistory.Kind.ASSIGNED);
    }

    @Test
    void aRowChangesWhereItStandsWhenAColleagueDecides() {
        var one = open("同僚が先に");
        var other = open("残る");
        var page = signedIn("operator");
        page.navigate(desk.at("/inbox?type=" + type));
        listens(page, "#inbox-live");

        complete.complete(one, "DONE", null, Map.of(), "manager");

        assertThat(page.locator("#task-" + one)).hasClass(Pattern.compile(".*gone.*"));
        assertThat(page.locator("#task-" + other)).not().hasClass(Pattern.compile(".*gone.*"));
        assertThat(page.locator("#inbox-changed")).isVisible();
    }

    @Test
    void twoPeopleAtOneTaskSeeEachOther() {
        var task = open("二人で");
        var page = signedIn("operator");
        page.navigate(desk.at("/inbox/" + task));
        listens(page, "#task-live");

        signedIn("manager").navigate(desk.at("/inbox/" + task));

        assertThat(page.locator("#viewing")).containsText(nameOf("manager"));
        complete.complete(task, "DONE", null, Map.of(), "manager");
        assertThat(page.locator("#moved")).isVisible();
        keys(page, "1", "Enter");
        assertThat(page.locator("main")).containsText("決定しました");
        assertThat(page.locator("main")).containsText(nameOf("manager"));
    }

    @Test
    void manyAreDecidedTogetherAndEachOutcomeIsShown() {
        var ids = List.of(open("まとめて 10001"), open("まとめて 10002"), open("まとめて 10003"));
        var page = signedIn("operator");
        page.navigate(desk.at("/inbox?type=" + type));
        keys(page, "j", "x", "j", "x", "j", "x", "b");
        assertThat(page.locator("h1")).containsText("3件をまとめて決める");
        complete.complete(ids.get(1), "DONE", null, Map.of(), "manager");

        keys(page, "1", "Enter");

        assertThat(page.locator("#bulk-rows tr")).hasCount(3);
        assertThat(page.locator("#bulk-rows tr[data-result=DECIDED]")).hasCount(2);
        assertThat(page.locator("#bulk-rows tr[data-result=SOMEONE_WAS_FIRST]"))
                .containsText("ひと足先に、" + nameOf("manager"));
        assertThat(page.locator("#bulk-rows tr[data-result=SOMEONE_WAS_FIRST]")).containsText("まとめて 10002");
        assertThat(page.locator("#bulk-count")).containsText("3 / 3");
    }

    @Test
    void theKeysAreExplainedAndLeaveAnInputMethodAlone() {
        open("説明");
        var page = signedIn("operator");
        page.navigate(desk.at("/inbox?type=" + type));

        keys(page, "?");
        assertThat(page.locator("#keys")).isVisible();
        keys(page, "Escape");
        assertThat(page.locator("#keys")).not().isVisible();
        page.evaluate("document.dispatchEvent(new KeyboardEvent('keydown', {key: '?', isComposing: true}))");
        assertThat(page.locator("#keys")).not().isVisible();
        keys(page, "f");
        page.keyboard().type("c?x");
        assertThat(page.locator("#inbox-q")).hasValue("c?x");
    }

    @Test
    void aFilterIsNamedAndFoundAgainByKeys() {
        open("急がない");
        var urgent = open("至急のご連絡 " + type);
        var page = signedIn("operator");
        page.navigate(desk.at("/inbox"));
        keys(page, "f");
        page.keyboard().type("至急のご連絡 " + type);
        keys(page, "Enter");
        assertThat(page.locator("#inbox-list tbody tr")).hasCount(1);

        keys(page, "v");
        page.keyboard().type("至急 " + type);
        keys(page, "Enter");
        assertThat(page.locator(".view a.on")).containsText("至急 " + type);

        page.navigate(desk.at("/inbox"));
        var view = page.locator(".view a").filter(new Locator.FilterOptions().setHasText("至急 " + type));
        view.focus();
        keys(page, "Enter");
        assertThat(page.locator("#inbox-list tbody tr")).hasCount(1);
        assertThat(page.locator("#task-" + urgent)).isVisible();
    }

    @Test
    void aPageHearsWhatChangedWhileItWasBeingBuilt() {
        var task = open("作成中に決定");
        var page = signedIn("operator");
        page.route("**/inbox/live?*", route -> {
            complete.complete(task, "DONE", null, Map.of(), "manager");
            route.resume();
        });

        page.navigate(desk.at("/inbox?type=" + type));

        assertThat(page.locator("#task-" + task)).hasClass(Pattern.compile(".*gone.*"));
        page.unroute("**/inbox/live?*");
    }

    @Test
    void whatIsChosenStaysChosenWhenItsRowChanges() {
        var one = open("選んだまま");
        open("別の件");
        var page = signedIn("operator");
        page.navigate(desk.at("/inbox?type=" + type));
        listens(page, "#inbox-live");
        keys(page, "j", "x");

        claim.claim(one, "manager");

        assertThat(page.locator("#task-" + one + " .who")).containsText(nameOf("manager"));
        assertThat(page.locator("#choose-" + one)).isChecked();
        assertThat(page.locator("#inbox-chosen")).isVisible();
        assertThat(page.locator("#task-" + one)).hasClass(Pattern.compile(".*\\bat\\b.*"));
        complete.complete(one, "DONE", null, Map.of(), "manager");
        assertThat(page.locator("#choose-" + one)).isDisabled();
        assertThat(page.locator("#inbox-chosen")).not().isVisible();
    }

    @Test
    void aTabThatSleptHearsWhatItMissed() {
        var task = open("隠れている間に");
        var page = signedIn("operator");
        page.navigate(desk.at("/inbox?type=" + type));
        listens(page, "#inbox-live");
        hidden(page, true);

        complete.complete(task, "DONE", null, Map.of(), "manager");
        assertThat(page.locator("#task-" + task)).not().hasClass(Pattern.compile(".*gone.*"));
        hidden(page, false);

        assertThat(page.locator("#task-" + task)).hasClass(Pattern.compile(".*gone.*"));
    }

    @Test
    void aRejectedRowIsReportedAndCorrected() {
        var task = open("切れている間に");
        var page = signedIn("operator");
        page.route("**/inbox/live?*", Route::abort);
        page.navigate(desk.at("/inbox?type=" + type));
        assertThat(page.locator("#inbox-line")).isVisible();

        page.unroute("**/inbox/live?*");
        listens(page, "#inbox-live");

        assertThat(page.locator("#inbox-line")).not().isVisible();
        complete.complete(task, "DONE", null, Map.of(), "manager");
        assertThat(page.locator("#task-" + task)).hasClass(Pattern.compile(".*gone.*"));
    }

    private static void hidden(Page page, boolean hidden) {
        page.evaluate(
                "hidden => { Object.defineProperty(document, 'hidden', { get: () => hidden, configurable: true });"
                        + " document.dispatchEvent(new Event('visibilitychange')); }",
                hidden);
    }

    /** Waits until the page follows what happens. */
    private static void listens(Page page, String live) {
        assertThat(page.locator(live)).hasAttribute("data-state", "on");
    }

    private static void keys(Page page, String... keys) {
        page.waitForLoadState();
        for (var key : keys) {
            page.keyboard().press(key);
        }
    }

    private long open(String reason) {
        var key = UUID.randomUUID().toString();
        inbox.open(NewTask.of(type, key, new Subject("TEST", key), BilingualText.asWritten(reason))
                .inGroup(StaffGroup.ORDERS));
        return jdbc.sql("select id from task where key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    private String nameOf(String username) {
        return jdbc.sql("select display_name from staff_user where username = ?")
                .param(username)
                .query(String.class)
                .single();
    }

    private Page signedIn(String user) {
        return desk.staying(user, WIDTH);
    }
}
