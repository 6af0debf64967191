package jp.otodoke.desk.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.otodoke.OtodokeTest;
import jp.otodoke.inbox.ClaimTask;
import jp.otodoke.inbox.CompleteTask;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.inbox.Skills;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.Subject;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.PaymentMother;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.staff.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.DispatcherServlet;

/** The pages of the inbox: list, files, names for filters, next task, many at once. */
@OtodokeTest
class InboxPageTests {
    @Autowired
    Given given;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Inbox inbox;

    @Autowired
    ClaimTask claim;

    @Autowired
    CompleteTask complete;

    @Autowired
    Skills skills;

    @Autowired
    JdbcClient jdbc;

    private final String type = "page-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void clerk() {
        given.staff("clerk", "受付 花子", Role.OPERATOR);
    }

    @Test
    void everyPageOfTheInboxSpeaksBothLanguages() {
        var one = open("備考 A");
        open("備考 A");
        for (var path : List.of(
                "/inbox?type=" + type,
                "/inbox?group=all&assignee=none&show=late&sort=yen,desc&q=x",
                "/inbox?show=snoozed",
                "/inbox/skills",
                "/inbox/" + one,
                "/inbox/bulk?ids=" + one,
                "/inbox/bulk",
                "/inbox/rows?ids=" + one)) {
            for (var language : List.of("ja", "en")) {
                assertThat(get(path + (path.contains("?") ? "&" : "?") + "lang=" + language))
                        .as(path)
                        .hasStatusOk()
                        .bodyText()
                        .doesNotContain("??");
            }
        }
    }

    @Test
    void afterADecisionTheNextTaskOfTheListOpens() {
        var first = open("一");
        var second = open("二");

        var decided = post("/inbox/" + first + "/decision", "decision", "DONE", "list", "type=" + type);

        assertThat(decided).hasRedirectedUrl("/inbox/%d/next?list=type%%3D%s".formatted(first, type));
        assertThat(get("/inbox/%d/next?list=type%%3D%s".formatted(first, type)))
                .hasRedirectedUrl("/inbox/%d?list=type%%3D%s".formatted(second, type));
        post("/inbox/" + second + "/decision", "decision", "DONE", "list", "type=" + type);
        assertThat(get("/inbox/%d/next?list=type%%3D%s".formatted(second, type)))
                .hasRedirectedUrl("/inbox?type=" + type);
    }

    @Test
    void theBadgeAndTheHeadSayHowLongTheListsAreThatTheyOpen() {
        open("一");
        var mine = open("二");
        skills.choose("clerk", List.of(type));

        post("/inbox/" + mine + "/claim");

        var assigned = "自分の担当 %d件"
                .formatted(jdbc.sql("select count(*) from task where state = 'OPEN' and assignee = 'clerk'")
                        .query(Long.class)
                        .single());
        assertThat(get("/inbox")).bodyText().contains("<strong id=\"inbox-total\">2</strong>", assigned);
        assertThat(get("/inbox/counts"))
                .bodyText()
                .containsPattern("id=\"count-inbox\"[^>]*>2<")
                .contains(assigned);
        skills.choose("clerk", List.of());
    }

    @Test
    void whoIsSecondSeesOnTheTaskWhoDecidedWhat() {
        var task = open("二人");
        complete.complete(task, "DONE", null, java.util.Map.of(), "clerk");

        assertThat(post("/inbox/" + task + "/decision", "decision", "DONE"))
                .hasRedirectedUrl("/inbox/" + task + "?list=");
        assertThat(get("/inbox/" + task)).bodyText().contains("受付 花子さんが", "DONE");
    }

    /** The form is gone as soon as a colleague has the task, and with it went what was typed. */
    @Test
    void whatWasTypedIsShownAgainWhenAColleagueTookTheTaskMeanwhile() {
        given.staff("other", "受付 次郎", Role.OPERATOR);
        var task = open("取られた");
        claim.claim(task, "other");

        assertThat(page(post("/inbox/" + task + "/decision", "decision", "DONE", "comment", "お客様に確認済み"), task))
                .bodyText()
                .contains("受付 次郎", "保存されていない入力", "お客様に確認済み");
        assertThat(page(post("/inbox/" + task + "/assign", "to", "clerk", "note", "折り返し待ち"), task))
                .bodyText()
                .contains("保存されていない入力", "折り返し待ち");
        assertThat(get("/inbox/" + task)).bodyText().doesNotContain("保存されていない入力");

        complete.complete(task, "DONE", null, java.util.Map.of(), "other");

        assertThat(page(post("/inbox/" + task + "/decision", "decision", "DONE", "comment", "遅かった電話"), task))
                .bodyText()
                .contains("受付 次郎さんが", "保存されていない入力", "遅かった電話");
    }

    @Test
    void aTaskIsLaidAsideOnThePageAndBroughtBack() {
        var task = open("あとで");

        post("/inbox/" + task + "/snooze", "until", "2099-01-05", "reason", "来年");
        assertThat(get("/inbox/" + task)).bodyText().contains("2099/01/05", "来年");
        assertThat(get("/inbox?type=" + type)).bodyText().doesNotContain("task-" + task);
        assertThat(get("/inbox?show=snoozed&type=" + type)).bodyText().contains("task-" + task);

        post("/inbox/" + task + "/wake");
        assertThat(get("/inbox?type=" + type)).bodyText().contains("task-" + task);
    }

    @Test
    void aDayThatIsNoneIsAskedForAgain() {
        var task = open("日付なし");

        assertThat(post("/inbox/" + task + "/snooze", "until", "x", "reason", "y"))
                .hasRedirectedUrl("/inbox/" + task + "?list=");
    }

    @Test
    void aFileHoldsExactlyTheFilteredTasksAndIsLogged() {
        var inside = open("中");
        open("=外()");

        var csv = get("/inbox/export.csv?type=" + type + "&q=中");

        assertThat(csv).bodyText().contains(inside + ",").doesNotContain("外");
        assertThat(get("/inbox/export.csv?type=" + type)).bodyText().contains("'=外()");
        assertThat(get("/inbox/export.xlsx?type=" + type)).hasStatusOk();
        assertThat(jdbc.sql(
                                "select detail from audit_entry where action = 'inbox-exported' and detail like ? order by id")
                        .param("%type=" + type + "%")
                        .query(String.class)
                        .list())
                .first()
                .asString()
                .startsWith("rows=1 ");
    }

    @Test
    void aSavedFilterIsShownOnThePage() {
        var name = "私の" + type;

        assertThat(post("/inbox/views", "name", name, "list", "type=" + type + "&evil=1", "share", "accounting"))
                .hasRedirectedUrl("/inbox?type=" + type);
        assertThat(get("/inbox")).bodyText().contains(name).doesNotContain("evil");
        assertThat(jdbc.sql("select group_name from saved_filter where name = ?")
                        .param(name)
                        .query((row, n) -> String.valueOf(row.getString(1)))
                        .single())
                .isEqualTo("null");
    }

    @Test
    void manyDecisionsTellEachOutcome() {
        var one = open("注文 10001");
        var other = open("注文 10002");
        complete.complete(other, "DONE", null, java.util.Map.of(), "clerk");

        assertThat(get("/inbox/bulk?ids=" + one)).bodyText().contains("1件をまとめて決める");
        assertThat(post("/inbox/bulk", "ids", one + "," + other, "decision", "DONE"))
                .hasStatusOk()
                .bodyText()
                .contains("2件のうち1件を決定しました", "ほかの人が先", "受信箱へ戻る");
    }

    @Test
    void skillsNarrowMyWorkAndAManagerMaySetThem() {
        var can = open("できる");
        post("/inbox/skills", "types", "unknown-kind");
        assertThat(get("/inbox?q=できる&type=" + type)).bodyText().contains("task-" + can);

        skills.choose("clerk", List.of("review-order"));
        try {
            assertThat(get("/inbox?type=" + type)).bodyText().doesNotContain("task-" + can);
            assertThat(get("/inbox?group=orders&type=" + type)).bodyText().contains("task-" + can);
        } finally {
            skills.choose("clerk", List.of());
        }
    }

    @Test
    void countsAndPresenceAnswerARunningPage() {
        var task = open("数");

        assertThat(get("/inbox/counts?total=0&list=type%3D" + type)).bodyText().contains("(+1件)");
        assertThat(post("/inbox/" + task + "/presence")).hasStatus(204);
        assertThat(mvc.get().uri("/inbox/" + task).with(user("manager").authorities(authorities("MANAGER"))))
                .bodyText()
                .contains("いま 受付 花子さん が見ています");
        assertThat(post("/inbox/" + task + "/absence")).hasStatus(204);
    }

    /** One case before would read as a rule that everybody follows. */
    @Test
    void howOthersDecidedIsShownFromTwentyCasesOn() {
        for (int n = 0; n < 19; n++) {
            complete.complete(open("前例 " + n), "DONE", null, java.util.Map.of(), "clerk");
        }
        var task = open("今回");
        assertThat(get("/inbox/" + task)).bodyText().doesNotContain("がこの判断でした");

        complete.complete(open("前例 20"), "DONE", null, java.util.Map.of(), "clerk");

        assertThat(get("/inbox/" + task)).bodyText().contains("直近20件では、100%がこの判断でした");
    }

    /** One careless click would close the task and leave the money where it is. */
    @Test
    void aDepositTaskLeadsToMatchingAndProposesNothingElse() {
        var reported = PaymentMother.transferBy("ヤマダ ハナコ", 6880, LocalDate.of(2026, 11, 25));
        given.deposit(reported);
        var deposit = jdbc.sql("select id from deposit where bank_reference = ?")
                .param(reported.bankReference())
                .query(Long.class)
                .single();
        var path = "/inbox/"
                + jdbc.sql("select id from task where key = ?")
                        .param("deposit-unmatched:" + deposit)
                        .query(Long.class)
                        .single();

        assertThat(mvc.get().uri(path).with(user("kaikei").authorities(authorities("ACCOUNTING"))))
                .bodyText()
                .contains("href=\"/deposits/" + deposit, "ヤマダ ハナコ", "¥6,880", "2026/11/25", "結び付けずに閉じる")
                .doesNotContain("checked=\"checked\"", "decision proposed", ">提案<");
        assertThat(mvc.get().uri(path).with(user("hansoku").authorities(authorities("MARKETING"))))
                .bodyText()
                .contains("ヤ●●●", "¥6,880")
                .doesNotContain("ハナコ", "href=\"/deposits/" + deposit);
    }

    /** The task's page with what the answer before keeps for it. */
    private MvcTestResult page(MvcTestResult before, long task) {
        return mvc.get()
                .uri("/inbox/" + task)
                .requestAttr(
                        DispatcherServlet.INPUT_FLASH_MAP_ATTRIBUTE,
                        before.getMvcResult().getFlashMap())
                .with(user("clerk").authorities(authorities("OPERATOR")))
                .exchange();
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

    private MvcTestResult get(String path) {
        return mvc.get()
                .uri(URI.create(path.replace("中", "%E4%B8%AD").replace("できる", "%E3%81%A7%E3%81%8D%E3%82%8B")))
                .with(user("clerk").authorities(authorities("OPERATOR")))
                .exchange();
    }

    private MvcTestResult post(String path, String... parameters) {
        var request = mvc.method(HttpMethod.POST)
                .uri(path)
                .with(csrf())
                .with(user("clerk").authorities(authorities("OPERATOR")));
        for (int n = 0; n < parameters.length; n += 2) {
            request = request.param(parameters[n], parameters[n + 1]);
        }
        return request.exchange();
    }

    private static List<GrantedAuthority> authorities(String role) {
        var all = new ArrayList<GrantedAuthority>();
        all.add(new SimpleGrantedAuthority("ROLE_" + role));
        Role.valueOf(role).permissions().forEach(p -> all.add(new SimpleGrantedAuthority(p.name())));
        return all;
    }
}
