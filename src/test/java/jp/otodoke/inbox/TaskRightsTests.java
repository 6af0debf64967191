package jp.otodoke.inbox;

import static jp.otodoke.staff.Role.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.otodoke.OtodokeTest;
import jp.otodoke.mothers.Corrupt;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.staff.Permission;
import jp.otodoke.staff.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/** Each group of tasks and each role: who may decide, by whichever way, as people agreed on it. */
@OtodokeTest
class TaskRightsTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Inbox inbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Corrupt corrupt;

    @Autowired
    TransactionTemplate transaction;

    static Stream<Arguments> table() {
        return Stream.of(
                Arguments.of("orders", EnumSet.of(OPERATOR, MANAGER)),
                Arguments.of("shipping", EnumSet.of(OPERATOR, SHIPPING, MANAGER)),
                Arguments.of("accounting", EnumSet.of(ACCOUNTING, MANAGER)),
                Arguments.of("marketing", EnumSet.of(MARKETING, MANAGER)),
                Arguments.of("operations", EnumSet.of(MANAGER)),
                Arguments.of("of-nobody", EnumSet.of(MANAGER)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void whoMayDecideOnAPageMayInTheApiAndNobodyElse(String group, Set<Role> may) {
        var ways = Map.<String, Function<Role, Long>>of(
                "page", role -> ended(group, id -> page(role, "/inbox/" + id + "/decision", "decision", "DONE")),
                "pages in bulk",
                        role -> ended(group, id -> page(role, "/inbox/bulk", "ids", "" + id, "decision", "DONE")),
                "api",
                        role -> ended(
                                group,
                                id -> api(role, "/api/v1/tasks/" + id + "/complete", "{\"decision\": \"DONE\"}")),
                "api in bulk",
                        role -> ended(
                                group,
                                id -> api(
                                        role,
                                        "/api/v1/tasks/bulk",
                                        "{\"ids\": [%d], \"decision\": \"DONE\"}".formatted(id))));

        ways.forEach((way, ended) ->
                assertThat(rolesWhere(role -> ended.apply(role) == 1)).as(way).isEqualTo(may));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void whoMayNotDecideDoesNotClaimOrSnoozeEither(String group, Set<Role> may) {
        var task = open(group);
        var ways = List.of(
                "claim {}",
                "release {}",
                "snooze {\"until\": \"2099-01-01T00:00:00+09:00\", \"reason\": \"later\"}",
                "wake {}",
                "assign {\"to\": \"nobody\"}");
        for (var way : ways) {
            var words = way.split(" ", 2);
            var let = rolesWhere(role -> api(role, "/api/v1/tasks/%d/%s".formatted(task, words[0]), words[1])
                            .getResponse()
                            .getStatus()
                    != 403);

            assertThat(let).as(way).isEqualTo(may);
            corrupt.unassigned(task);
        }
    }

    @Test
    void whoMayNotDecideReadsTheTaskAndTheReason() {
        var task = open("orders");

        assertThat(page(MARKETING, "/inbox/" + task))
                .hasStatusOk()
                .bodyText()
                .contains("受注・CSの変更権限を持つ人だけ", "理由")
                .doesNotContain("id=\"decide\"", "id=\"claim\"", "id=\"snooze\"", "id=\"hand\"");
        assertThat(page(OPERATOR, "/inbox/" + task))
                .bodyText()
                .contains("id=\"decide\"")
                .doesNotContain("read-only");
        assertThat(page(MARKETING, "/inbox/" + task + "/decision", "decision", "DONE"))
                .hasStatus(403)
                .bodyText()
                .contains("受注・CSの変更権限を持つ人だけ");
        assertThat(api(MARKETING, "/api/v1/tasks/" + task + "/complete", "{\"decision\": \"DONE\"}"))
                .hasStatus(403)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyText()
                .contains("task.not-yours");
    }

    @Test
    void manyAtOnceLeavesOutWhatThePersonMayNotDecide() {
        var own = open("shipping");
        var others = open("accounting");

        assertThat(page(SHIPPING, "/inbox/bulk?ids=%d,%d".formatted(own, others)))
                .bodyText()
                .contains("1件をまとめて決める", "1件は、決定する権限がないため除きました");
        assertThat(page(SHIPPING, "/inbox/bulk", "ids", own + "," + others, "decision", "DONE"))
                .bodyText()
                .contains("2件のうち1件を決定しました", "経理の変更権限を持つ人だけ");
    }

    /** What a program was permitted beside its roles counts as much as what they give. */
    @Test
    void aProgramMayWithTheRightPermissionAlone() {
        var allowed = permissions(Stream.of(Permission.VIEW, Permission.WORK_TASKS, Permission.MONEY_EDIT));

        assertThat(mvc.post()
                        .uri("/api/v1/tasks/" + open("accounting") + "/claim")
                        .with(csrf())
                        .with(allowed))
                .hasStatusOk();
        assertThat(mvc.post()
                        .uri("/api/v1/tasks/" + open("orders") + "/claim")
                        .with(csrf())
                        .with(allowed))
                .hasStatus(403);
    }

    private long ended(String group, Function<Long, MvcTestResult> way) {
        var task = open(group);
        way.apply(task);
        return jdbc.sql("select count(*) from task where id = ? and state = 'DONE'")
                .param(task)
                .query(Long.class)
                .single();
    }

    private static Set<Role> rolesWhere(Function<Role, Boolean> holds) {
        return EnumSet.allOf(Role.class).stream()
                .filter(holds::apply)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    private long open(String group) {
        var key = UUID.randomUUID().toString();
        transaction.executeWithoutResult(status -> {
            inbox.open(NewTask.of("rights-test", key, new Subject("TEST", key), BilingualText.asWritten("確認")));
            // One of these no version knows any more.
            corrupt.taskGroup(key, group);
        });
        return jdbc.sql("select id from task where key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    private MvcTestResult page(Role role, String path, String... parameters) {
        if (parameters.length == 0) {
            return mvc.get().uri(path).with(as(role)).exchange();
        }
        var request = mvc.post().uri(path).with(csrf()).with(as(role));
        for (int n = 0; n < parameters.length; n += 2) {
            request = request.param(parameters[n], parameters[n + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult api(Role role, String path, String body) {
        return mvc.post()
                .uri(path)
                .with(csrf())
                .with(as(role))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static RequestPostProcessor as(Role role) {
        return permissions(role.permissions().stream());
    }

    private static RequestPostProcessor permissions(Stream<Permission> held) {
        return user("somebody")
                .authorities(held.map(Permission::name)
                        .map(SimpleGrantedAuthority::new)
                        .toList());
    }
}
