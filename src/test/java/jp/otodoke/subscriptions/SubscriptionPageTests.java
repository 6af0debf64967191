package jp.otodoke.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import jp.otodoke.OtodokeTest;
import jp.otodoke.shared.CustomerNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The pages of subscriptions and their runs. */
@OtodokeTest
class SubscriptionPageTests {
    private final AutowireCapableBeanFactory beans;
    private final MockMvcTester mvc;
    private final ChangeSubscription change;
    private final RunSubscriptions run;
    private final SubscriptionRuns runs;
    private SubscriptionDesk desk;
    private CustomerNumber customer;
    private SubscriptionNumber number;

    @Autowired
    SubscriptionPageTests(
            AutowireCapableBeanFactory beans,
            MockMvcTester mvc,
            ChangeSubscription change,
            RunSubscriptions run,
            SubscriptionRuns runs) {
        this.beans = beans;
        this.mvc = mvc;
        this.change = change;
        this.run = run;
        this.runs = runs;
    }

    @BeforeEach
    void begin() {
        desk = beans.createBean(SubscriptionDesk.class);
        desk.today("2026-11-26");
        customer = desk.customer();
        number = desk.started(customer, new EveryMonths(1, 31), "2026-12-28");
    }

    @AfterEach
    void nothingIsLeftDue() {
        if (desk.one(number).state() != SubscriptionState.STOPPED) {
            desk.change(number, change.stop("終わり", null), null);
        }
        desk.today("2026-11-26");
    }

    @Test
    void theListFindsFiltersAndExports() {
        assertThat(page("/subscriptions?q=" + number))
                .hasStatusOk()
                .bodyText()
                .contains(number.value(), "毎月31日（ない月は末日まで）", "2026/12/28(月)", "継続中", desk.tea() + " × 1")
                .doesNotContain("??");
        assertThat(page("/subscriptions?state=PAUSED&q=" + number)).bodyText().contains("定期がありません");
        assertThat(page("/subscriptions/export.csv?q=" + number)).hasStatusOk();
        assertThat(page("/subscriptions?state=NONSENSE&dueFrom=x&sort=shoe")).hasStatusOk();
    }

    @Test
    void aSubscriptionIsATimeLineWithItsWishesAndItsLog() {
        desk.change(number, change.skip(1), "在庫あり");
        desk.change(
                number,
                change.wishes(List.of(new Wish.Items(List.of(new Item(desk.tea(), 4)))), Scope.FROM_NEXT),
                null);

        assertThat(page("/subscriptions/" + number))
                .hasStatusOk()
                .bodyText()
                .contains("<svg", "turn-SKIPPED", "turn-PLANNED", "お客様の希望", "お客様のご希望", "変更・解約の予約", "3回目から", "在庫あり")
                .doesNotContain("??");
        assertThat(page("/customers/" + customer)).bodyText().contains("/subscriptions/" + number);
    }

    @Test
    void whoMayNotChangeSeesNoForms() {
        assertThat(mvc.get()
                        .uri("/subscriptions/" + number)
                        .with(user("reader").authorities(AuthorityUtils.createAuthorityList("VIEW")))
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .doesNotContain("お客様のご希望", "試験 花子");
    }

    /** Each small form shows what becomes of the turns, and saves nothing before it is confirmed. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind=SKIP&turns=2|2027/02/28(日)",
                "kind=PAUSE&turns=1|休止で飛ばす",
                "kind=PAUSE&turns=&until=2027-02-01|休止で飛ばす",
                "kind=DAY&day=2026-12-22&scope=THIS_TURN|2026/12/22(火)",
                "kind=CYCLE&type=DAYS&gaps=14&months=&dayOfMonth=&nth=&weekday=&scope=FROM_NOW|2027/01/11(月)",
                "kind=CYCLE&type=GAPS&gaps=10,20&scope=FROM_NOW|2027/01/07(木)",
                "kind=CYCLE&type=MONTHS&gaps=&months=2&dayOfMonth=LAST&scope=FROM_NOW|2027/02/28(日)",
                "kind=CYCLE&type=NTH_WEEKDAY&gaps=&months=1&nth=2&weekday=TUESDAY&scope=FROM_NOW|2027/01/12(火)",
                "kind=CYCLE&type=DATES&gaps=2027-03-03,2027-05-06&scope=FROM_NOW|2027/03/03(水)",
                "kind=SLOT&slot=AM&scope=FROM_NOW|2026/12/28(月)",
                "kind=PAYMENT&method=BANK_TRANSFER&scope=FROM_NEXT|2026/12/28(月)",
                "kind=STOP&reason=x&from=2027-02-01|2027/01/31(日)"
            })
    void eachFormShowsItsEffectFirst(String typed, String shown) {
        assertThat(page("/subscriptions/" + number + "/change?" + typed))
                .hasStatusOk()
                .bodyText()
                .contains(shown, "変更前", "この内容で変更する")
                .doesNotContain("??");
        assertThat(desk.one(number).coming(2).get(0).delivery()).isEqualTo(LocalDate.of(2026, 12, 28));
        assertThat(desk.one(number).reserved()).isEmpty();
    }

    @Test
    void whatIsConfirmedIsSaved() {
        assertThat(post(
                        "/subscriptions/" + number + "/change",
                        "kind",
                        "ITEMS",
                        "scope",
                        "FROM_NOW",
                        "reason",
                        "多い",
                        "sku",
                        desk.tea().value(),
                        "quantity",
                        "3"))
                .hasStatus(302);
        assertThat(desk.one(number).terms().items()).containsExactly(new Item(desk.tea(), 3));

        assertThat(post(
                        "/subscriptions/" + number + "/change",
                        "kind",
                        "ADDRESS",
                        "scope",
                        "FROM_NOW",
                        "name",
                        "届先 太郎",
                        "postalCode",
                        "530-0001",
                        "prefecture",
                        "大阪府",
                        "city",
                        "大阪市北区",
                        "line1",
                        "梅田1-2-3"))
                .hasStatus(302);
        assertThat(desk.one(number).terms().recipient()).isNotNull();

        assertThat(post(
                        "/subscriptions/" + number + "/change",
                        "kind",
                        "ADD",
                        "sku",
                        desk.tea().value(),
                        "quantity",
                        "1"))
                .hasStatus(302);
        var reserved = desk.one(number).reserved().get(0);
        assertThat(post("/subscriptions/" + number + "/reserved/" + reserved.id() + "/withdraw"))
                .hasStatus(302);
        assertThat(desk.one(number).reserved()).isEmpty();

        assertThat(post("/subscriptions/" + number + "/change", "kind", "STOP", "reason", "不要"))
                .hasStatus(302);
        assertThat(desk.one(number).state()).isEqualTo(SubscriptionState.STOPPED);
        assertThat(page("/subscriptions/" + number))
                .hasStatusOk()
                .bodyText()
                .contains("不要")
                .doesNotContain("??");
    }

    @Test
    void isStartedByHandOnceItsDatesWereSeen() {
        assertThat(page("/subscriptions/new")).hasStatusOk().bodyText().doesNotContain("??");
        String[] typed = {
            "customer",
            customer.value(),
            "first",
            "2026-12-30",
            "type",
            "DAYS",
            "gaps",
            "14",
            "sku",
            desk.tea().value(),
            "quantity",
            "2",
            "method",
            "CASH_ON_DELIVERY",
            "slot",
            "AM"
        };
        assertThat(post("/subscriptions/new/dates", typed))
                .hasStatusOk()
                .bodyText()
                .contains("2027/01/13(水)")
                .doesNotContain("??");
        assertThat(page("/subscriptions?q=" + customer)).bodyText().contains(number.value());

        var answer = post("/subscriptions/new", typed);
        assertThat(answer).hasStatus(302);
        var started = SubscriptionNumber.of(
                Objects.requireNonNull(answer.getResponse().getRedirectedUrl()).replace("/subscriptions/", ""));
        assertThat(desk.one(started).terms().items()).containsExactly(new Item(desk.tea(), 2));
        desk.change(started, change.stop("終わり", null), null);

        assertThat(post("/subscriptions/new", "customer", "NOBODY", "first", "", "type", "", "method", ""))
                .hasStatusOk()
                .bodyText()
                .contains("flash-bad problems", "顧客 NOBODY はいません。");
    }

    @Test
    void aWishThatCannotBeMeantIsToldOnThePage() {
        assertThat(page("/subscriptions/" + number + "/change?kind=SKIP&turns=0"))
                .hasStatus(302);
        assertThat(page("/subscriptions/" + number + "/change?kind=RESUME")).hasStatus(302);
        assertThat(page("/subscriptions/" + number + "/change")).hasStatus(302);
    }

    @Test
    void theRunsShowWhatWouldBeMadeAndWhatWas() {
        assertThat(page("/subscription-runs?through=2026-12-28"))
                .hasStatusOk()
                .bodyText()
                .contains("定期受注生成", "件の受注を作る")
                .doesNotContain("??");
        assertThat(page("/subscription-runs?through=2020-01-01")).hasStatusOk();

        var begun = post("/subscription-runs", "through", "2026-11-26");
        assertThat(begun).hasStatus(302);
        var id = String.valueOf(begins());
        assertThat(page("/subscription-runs/" + id))
                .hasStatusOk()
                .bodyText()
                .contains("生成中")
                .doesNotContain("??");
        assertThat(post("/subscription-runs/" + id + "/stop")).hasStatus(302);
        assertThat(page("/subscription-runs/" + id)).bodyText().contains("停止中");
        assertThat(post("/subscription-runs/" + id + "/continue")).hasStatus(302);
        run.run();
        assertThat(page("/subscription-runs/" + id)).bodyText().contains("完了");
        assertThat(post("/subscription-runs", "through", "")).hasStatus(302);
    }

    private long begins() {
        return Objects.requireNonNull(runs.list(0, 1).get(0).id());
    }

    private MvcTestResult page(String path) {
        return mvc.get().uri(path).with(clerk()).exchange();
    }

    private MvcTestResult post(String path, String... fields) {
        var request = mvc.post().uri(path).with(csrf()).with(clerk());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private static RequestPostProcessor clerk() {
        return user("operator")
                .authorities(AuthorityUtils.createAuthorityList(
                        "VIEW", "PERSONAL_VIEW", "SUBSCRIPTIONS_EDIT", "SUBSCRIPTIONS_RUN"));
    }
}
