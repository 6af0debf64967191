package jp.otodoke.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.otodoke.OtodokeTest;
import jp.otodoke.TestClock;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@OtodokeTest
class StaffAdministrationTests {
    private static final Pattern SECRET = Pattern.compile("<code class=\"secret\">([a-z0-9-]+)</code>");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ManageStaff manage;

    @Autowired
    StaffUsers users;

    @Autowired
    ApiClients clients;

    @Autowired
    ManageApiClients manageClients;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    BusinessClock businessClock;

    @Test
    void registersAPersonWithAOneTimePasswordThatIsShownOnce() {
        var name = name();

        var page = post("/staff/new", "username", name, "displayName", "新田 望", "roles", "OPERATOR");

        var password = secret(page);
        var person = users.find(name).orElseThrow();
        assertThat(passwords.matches(password, person.password())).isTrue();
        assertThat(person.mustChangePassword()).isTrue();
        assertThat(get("/staff")).bodyText().contains("新田 望", "初回サインイン待ち").doesNotContain(password);
        assertThat(audited("staff-registered", name)).isOne();
    }

    @Test
    void forgetsAOneTimePasswordAfterThreeDays() {
        var name = name();
        manage.register(name, "新田 望", List.of(Role.OPERATOR));
        assertThat(users.loadUserByUsername(name)).isNotNull();

        clock.advance(Duration.ofDays(4));

        assertThatThrownBy(() -> users.loadUserByUsername(name)).isInstanceOf(UsernameNotFoundException.class);
    }

    @Test
    void saysAllThatIsWrongWithAnEntryAndKeepsWhatWasTyped() {
        assertThat(post("/staff/new", "username", "Ä b", "displayName", "後藤 さくら"))
                .bodyText()
                .contains("英小文字", "役割を1つ以上", "後藤 さくら");
        assertThat(post("/staff/new", "username", "operator", "displayName", "x", "roles", "OPERATOR"))
                .bodyText()
                .contains("すでに使われています");
    }

    @Test
    void neverLocksTheLastAdminOut() {
        assertThatThrownBy(() -> manage.change("admin", "管理 悟", List.of(Role.MANAGER), true))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("last-admin");
        assertThatThrownBy(() -> manage.change("admin", "管理 悟", List.of(Role.ADMIN), false))
                .isInstanceOf(Refusal.class);

        assertThat(users.find("admin").orElseThrow().active()).isTrue();
    }

    @Test
    void letsNoAdminTakeTheirOwnRoleAway() {
        var second = name();
        manage.register(second, "副管理 者", List.of(Role.ADMIN));

        assertThat(post("/staff/users/admin", "displayName", "管理 悟", "roles", "MANAGER", "active", "true"))
                .hasRedirectedUrl("/staff/users/admin");

        assertThat(users.find("admin").orElseThrow().roles()).containsExactly(Role.ADMIN);
        manage.change(second, "副管理 者", List.of(Role.ADMIN), false);
    }

    @Test
    void changesRolesAndDeactivatesAndKeepsWhoDidIt() {
        var name = name();
        manage.register(name, "新田 望", List.of(Role.OPERATOR));

        post("/staff/users/" + name, "displayName", "新田 希", "roles", "SHIPPING", "roles", "ACCOUNTING");

        var person = users.find(name).orElseThrow();
        assertThat(person.displayName()).isEqualTo("新田 希");
        assertThat(person.roles()).containsExactlyInAnyOrder(Role.SHIPPING, Role.ACCOUNTING);
        assertThat(person.active()).isFalse();
        assertThat(audited("staff-roles-changed", name)).isOne();
        assertThat(audited("staff-deactivated", name)).isOne();
        assertThat(get("/staff/users/" + name)).bodyText().contains("停止").doesNotContain("??");
    }

    @Test
    void resetsAForgottenPassword() {
        var name = name();
        manage.register(name, "新田 望", List.of(Role.OPERATOR));

        var password = secret(post("/staff/users/" + name + "/password"));

        assertThat(passwords.matches(password, users.find(name).orElseThrow().password()))
                .isTrue();
        assertThat(audited("password-reset", name)).isOne();
    }

    @Test
    void givesAProgramATokenForWhatItNeedsAndNoMore() {
        var name = name();
        var token = secret(post("/api-clients", "name", name, "permissions", "VIEW", "permissions", "ORDERS_EDIT"));

        assertThat(call("/api/v1/orders?size=1", token)).hasStatusOk();
        assertThat(call("/api/v1/deposits", token)).hasStatus(403);
        assertThat(get("/api-clients")).bodyText().contains(name, "受注の入力と変更").doesNotContain(token);
        assertThat(clients.find(name).orElseThrow().lastUsedAt()).isNotNull();
        assertThat(jdbc.sql("select token_hash from api_client where name = ?")
                        .param(name)
                        .query(String.class)
                        .single())
                .isNotEqualTo(token);
    }

    @Test
    void takesNoTokenThatWasRenewedRevokedOrHasEnded() {
        var name = name();
        var first = manageClients.add(name, Set.of(Permission.VIEW), null);
        var second = manageClients.renew(name);
        assertThat(call("/api/v1/products", first)).hasStatus(401);
        assertThat(call("/api/v1/products", second)).hasStatusOk();

        manageClients.revoke(name);
        assertThat(call("/api/v1/products", second)).hasStatus(401);
        assertThatThrownBy(() -> manageClients.renew(name)).isInstanceOf(Refusal.class);

        var short1 = manageClients.add(
                name(), Set.of(Permission.VIEW), businessClock.instant().plus(Duration.ofDays(1)));
        assertThat(call("/api/v1/products", short1)).hasStatusOk();
        clock.advance(Duration.ofDays(2));
        assertThat(call("/api/v1/products", short1)).hasStatus(401);
    }

    @Test
    void masksPersonalDataInTheAnswersToAProgramThatDoesNotNeedIt() {
        var blind = manageClients.add(name(), EnumSet.of(Permission.VIEW), null);
        var seeing = manageClients.add(name(), EnumSet.of(Permission.VIEW, Permission.PERSONAL_VIEW), null);
        var made = mvc.post()
                .uri("/api/v1/customers")
                .header("Authorization", "Bearer demo-token")
                .contentType("application/json")
                .content(
                        """
                        {"name": "水谷 澪", "kana": "ミズタニ ミオ", "phone": "03-1111-8642", "address": {"postalCode":
                         "100-0001", "prefecture": "東京都", "city": "千代田区", "line1": "桜通9", "line2": ""}}""")
                .exchange();
        var path = Objects.requireNonNull(made.getResponse().getHeader("Location"));

        assertThat(call(path, blind)).bodyText().contains("水●●●", "●●●8642").doesNotContain("水谷", "桜通9");
        assertThat(call(path, seeing)).bodyText().contains("水谷 澪", "桜通9");
        assertThat(call(path, "demo-token")).bodyText().contains("水谷 澪");
    }

    @Test
    void figuresAndHealthAreReadWithATokenThatMay() {
        var watching = manageClients.add(name(), EnumSet.of(Permission.SYSTEM), null);
        var ordering = manageClients.add(name(), EnumSet.of(Permission.VIEW), null);

        assertThat(call("/actuator/info", watching)).hasStatusOk();
        assertThat(call("/actuator/info", ordering)).hasStatus(403);
        assertThat(call("/actuator/info", "nobody")).hasStatus(401);
        assertThat(call("/actuator/health", watching)).hasStatusOk().bodyText().contains("components");
    }

    @Test
    void asksForANameAndForSomethingToDo() {
        assertThatThrownBy(() -> manageClients.add("", Set.of(), null))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.problems()).hasSize(2));
        assertThat(post("/api-clients", "name", "")).bodyText().contains("できることを1つ以上");
    }

    @Test
    void showsTheTableThatDecides() {
        assertThat(get("/staff/roles"))
                .hasStatusOk()
                .bodyText()
                .contains("お客様の個人情報", "/orders/*/edit")
                .doesNotContain("??");
        assertThat(get("/staff/roles?lang=en"))
                .bodyText()
                .contains("Personal data of customers")
                .doesNotContain("??");
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(admin()).exchange();
    }

    private MvcTestResult call(String path, String token) {
        return mvc.get().uri(path).header("Authorization", "Bearer " + token).exchange();
    }

    private MvcTestResult post(String path, String... parameters) {
        var request = mvc.post().uri(path).with(csrf()).with(admin());
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    private static RequestPostProcessor admin() {
        return user("admin").authorities(Role.authorities(List.of(Role.ADMIN)));
    }

    private static String secret(MvcTestResult page) {
        try {
            var found = SECRET.matcher(page.getResponse().getContentAsString());
            assertThat(found.find()).as("a secret on the page").isTrue();
            return found.group(1);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private long audited(String action, String subject) {
        return jdbc.sql("select count(*) from audit_entry where action = ? and subject = ?")
                .params(action, subject)
                .query(Long.class)
                .single();
    }

    private static String name() {
        return "t" + UUID.randomUUID().toString().substring(0, 12);
    }
}
