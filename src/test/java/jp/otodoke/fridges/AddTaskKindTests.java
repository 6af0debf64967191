package jp.otodoke.fridges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import jp.otodoke.OtodokeTest;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.Subject;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.staff.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Follows {@code docs/guides/add-a-task-kind.md}: a kind of task about things that the inbox has never heard of. */
@OtodokeTest
class AddTaskKindTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Inbox inbox;

    @Autowired
    Tasks tasks;

    @Autowired
    WarmFridgeTask kind;

    private final String number =
            "F-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

    @Test
    void theApiListsItWithItsSubjectAndItsDecisions() {
        var task = open();

        assertThat(get("/api/v1/tasks?type=fridge-too-warm&q=" + number, Role.SHIPPING))
                .bodyJson()
                .extractingPath("$.items[0]")
                .asMap()
                .containsEntry("id", "" + task.id())
                .containsEntry("title", "冷蔵庫が温かい")
                .containsEntry("subject", Map.of("kind", "FRIDGE", "key", number))
                .containsEntry("group", "shipping")
                .containsEntry("orderNumbers", List.of())
                .containsEntry(
                        "decisions",
                        List.of(
                                Map.of("code", "REPAIR", "label", "修理を頼む"),
                                Map.of("code", "MOVE_GOODS", "label", "商品を移す")));
        assertThat(tasks.about(new Subject("TEST", number)))
                .as("what it is linked to finds it too")
                .extracting(OpenTask::id)
                .containsExactly(task.id());
    }

    @Test
    void thePagesShowWhatItsModuleContributes() {
        var task = open();

        assertThat(get("/inbox?group=all&q=" + number, Role.SHIPPING))
                .bodyText()
                .contains("冷蔵庫が温かい", "冷蔵庫 " + number, "href=\"/fridges/" + number);
        assertThat(get("/inbox/" + task.id(), Role.SHIPPING))
                .bodyText()
                .contains("id=\"fridge\"", "いまの温度", "修理の人が来ます。", "12個の商品を移します。", "name=\"repairDate\"", "修理の日");
    }

    @Test
    void aDecisionOfPageOrApiIsCarriedOutByTheKind() {
        var one = open();
        var other = open();

        assertThat(post("/inbox/" + one.id() + "/decision", "decision", "REPAIR", "repairDate", "2026-12-01"))
                .hasStatus3xxRedirection();
        assertThat(mvc.post()
                        .uri("/api/v1/tasks/" + other.id() + "/complete")
                        .with(csrf())
                        .with(as(Role.SHIPPING))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"decision\": \"MOVE_GOODS\"}"))
                .hasStatusOk();

        assertThat(kind.decided).anySatisfy(decision -> {
            assertThat(decision.task().id()).isEqualTo(one.id());
            assertThat(decision.code()).isEqualTo("REPAIR");
            assertThat(decision.parameters()).isEqualTo(Map.of("repairDate", "2026-12-01"));
        });
        assertThat(kind.decided)
                .extracting(decision -> decision.task().id() + " " + decision.code())
                .contains(other.id() + " MOVE_GOODS");
        assertThat(get("/inbox/" + one.id(), Role.SHIPPING)).bodyText().contains("修理を頼む", "冷蔵庫 " + number);
    }

    @Test
    void theFormOfItsPanelGoesToTheKind() {
        var task = open();

        assertThat(post("/inbox/" + task.id() + "/form", "degrees", "99"))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"99\"");
        assertThat(post("/inbox/" + task.id() + "/form", "degrees", "4"))
                .hasRedirectedUrl("/inbox/" + task.id() + "/next?list=");
    }

    /** Customer service may work on the tasks of this group, but the kind asks for more. */
    @Test
    void whoLacksThePermissionOfTheKindMayNotDecide() {
        var task = open();

        assertThat(mvc.post()
                        .uri("/api/v1/tasks/" + task.id() + "/claim")
                        .with(csrf())
                        .with(as(Role.OPERATOR)))
                .hasStatus(403);
        assertThat(get("/inbox/" + task.id(), Role.OPERATOR)).bodyText().doesNotContain("id=\"decide\"");
    }

    @Test
    void aKindThatIsDecidedOneByOneIsRefusedInBulk() {
        var task = open();

        assertThat(post("/inbox/bulk", "ids", "" + task.id(), "decision", "REPAIR"))
                .hasStatusOk()
                .bodyText()
                .contains("一件ずつ");
        assertThat(tasks.find(task.id())).isPresent();
    }

    private OpenTask open() {
        inbox.open(NewTask.of(
                        WarmFridgeTask.TYPE,
                        UUID.randomUUID().toString(),
                        FridgeSubject.of(number),
                        BilingualText.of("task.fridge-too-warm.reason", number))
                .linkedTo(List.of(new Subject("TEST", number))));
        var all = tasks.about(FridgeSubject.of(number));
        return all.get(all.size() - 1);
    }

    private MvcTestResult get(String path, Role role) {
        return mvc.get().uri(path).with(as(role)).exchange();
    }

    private MvcTestResult post(String path, String... parameters) {
        var request = mvc.post().uri(path).with(csrf()).with(as(Role.SHIPPING));
        for (int n = 0; n < parameters.length; n += 2) {
            request = request.param(parameters[n], parameters[n + 1]);
        }
        return request.exchange();
    }

    private static RequestPostProcessor as(Role role) {
        return user("somebody")
                .authorities(role.permissions().stream()
                        .map(permission -> new SimpleGrantedAuthority(permission.name()))
                        .toList());
    }
}
