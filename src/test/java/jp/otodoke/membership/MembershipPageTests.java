package jp.otodoke.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import jp.otodoke.OtodokeTest;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.Given;
import jp.otodoke.shared.CustomerNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Members and plans on their pages and by the API. */
@OtodokeTest
class MembershipPageTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Given given;

    @Autowired
    Memberships memberships;

    private final String plan = "PAGE-" + UUID.randomUUID().toString().substring(0, 8);
    private CustomerNumber customer = CustomerNumber.of("-");

    @BeforeEach
    void somebody() {
        customer = given.customer(CustomerMother.somebody());
    }

    @Test
    void aPlanIsMadeChangedAndRemoved() {
        assertThat(post("/membership-plans", planForm("3,300円"))).hasStatus3xxRedirection();
        assertThat(get("/membership-plans"))
                .bodyText()
                .contains(plan, "¥3,300", "毎月")
                .doesNotContain("??");
        assertThat(get("/membership-plans/" + plan)).bodyText().contains("プラン「" + plan + "」を変える");
        assertThat(post("/membership-plans/" + plan, planForm("x")))
                .hasStatusOk()
                .bodyText()
                .contains("会費は0円以上");
        assertThat(post("/membership-plans/" + plan, planForm("500"))).hasStatus3xxRedirection();
        assertThat(get("/membership-plans/export.csv")).hasStatusOk().bodyText().contains(plan, "500");

        assertThat(post("/membership-plans/" + plan + "/remove", Map.of())).hasStatus3xxRedirection();

        assertThat(get("/membership-plans")).bodyText().doesNotContain(plan);
    }

    @Test
    void aMemberJoinsIsSuspendedAndComesBackOnThePages() {
        post("/membership-plans", planForm("3300"));
        assertThat(post("/memberships", Map.of("customer", "NOBODY", "plan", plan)))
                .hasStatusOk()
                .bodyText()
                .contains("登録のない顧客番号です");

        assertThat(post("/memberships", Map.of("customer", customer.value(), "plan", plan)))
                .hasStatus3xxRedirection();

        var number = memberships
                .list(new Memberships.Filter(null, plan, customer.value()), null, 0, 1)
                .get(0)
                .number();
        assertThat(get("/memberships?plan=" + plan))
                .bodyText()
                .contains(number, "有効")
                .doesNotContain("??");
        assertThat(get("/memberships/" + number))
                .bodyText()
                .contains(customer.value(), "会費", "入会")
                .doesNotContain("??");
        assertThat(get("/customers/" + customer)).bodyText().contains(number);
        post("/memberships/" + number + "/suspend", Map.of("reason", "入院"));
        assertThat(get("/memberships/" + number)).bodyText().contains("休止中", "入院", "取り消し");
        post("/memberships/" + number + "/resume", Map.of());
        assertThat(memberships.get(number).active()).isTrue();
        assertThat(get("/memberships/export.csv?customer=" + customer))
                .hasStatusOk()
                .bodyText()
                .contains(number);
    }

    @Test
    void theApiKeepsItsContract() {
        assertThat(json(
                        "/membership-plans",
                        "{\"code\":\"%s\",\"name\":\"ゴールド\",\"dues\":3300,\"period\":\"MONTH\",\"dueDay\":27}"
                                .formatted(plan)))
                .hasStatus(HttpStatus.CREATED)
                .bodyJson()
                .extractingPath("$.dueDay")
                .isEqualTo(27);
        assertThat(json("/membership-plans", "{\"code\":\"%s\"}".formatted(plan)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .extractingPath("$.errors[*].field")
                .asArray()
                .containsExactly("name", "dues", "period");
        assertThat(patch("/membership-plans/" + plan, "{\"dues\":500}"))
                .bodyJson()
                .extractingPath("$.dues")
                .isEqualTo(500);

        var joined = json(
                "/memberships",
                "{\"customer\":\"%s\",\"plan\":\"%s\",\"joinedOn\":\"2026-01-31\"}".formatted(customer, plan));

        assertThat(joined)
                .hasStatus(HttpStatus.CREATED)
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("ACTIVE");
        var number = memberships
                .list(new Memberships.Filter(null, plan, null), null, 0, 1)
                .get(0)
                .number();
        assertThat(json("/memberships/" + number + "/suspend", "{\"reason\":\"入院\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("DORMANT");
        assertThat(json("/memberships/" + number + "/suspend", "")).hasStatus(HttpStatus.CONFLICT);
        assertThat(json("/memberships/" + number + "/resume", "")).hasStatusOk();
        assertThat(json("/memberships/" + number + "/withdraw", ""))
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("WITHDRAWN");
        assertThat(json("/memberships/M9999999/withdraw", "")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.delete()
                        .uri("/api/v1/membership-plans/" + plan)
                        .with(user("manager").authorities(all()))
                        .with(csrf())
                        .exchange())
                .hasStatus(HttpStatus.CONFLICT);
    }

    private Map<String, String> planForm(String dues) {
        return Map.of(
                "code",
                plan,
                "name",
                "ゴールド会員",
                "dues",
                dues,
                "taxRate",
                "10",
                "period",
                "MONTH",
                "dueDay",
                "27",
                "graceDays",
                "30",
                "active",
                "true");
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(user("manager").authorities(all())).exchange();
    }

    private MvcTestResult post(String path, Map<String, String> form) {
        var request =
                mvc.post().uri(path).with(user("manager").authorities(all())).with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult json(String path, String body) {
        return mvc.post()
                .uri("/api/v1" + path)
                .with(user("manager").authorities(all()))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult patch(String path, String body) {
        return mvc.patch()
                .uri("/api/v1" + path)
                .with(user("manager").authorities(all()))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static Collection<GrantedAuthority> all() {
        return AuthorityUtils.createAuthorityList(
                "VIEW", "PERSONAL_VIEW", "CUSTOMERS_EDIT", "MARKETING_EDIT", "MONEY_VIEW", "MONEY_EDIT");
    }
}
