package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.util.Map;
import jp.otodoke.ModuleTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What programs see of direct debits; their files are tested with the bank's. */
@ModuleTest
class DirectDebitsApiTests {
    private final DebitDesk debits;
    private final MockMvcTester mvc;

    @Autowired
    DirectDebitsApiTests(AutowireCapableBeanFactory beans, MockMvcTester mvc) {
        this.debits = beans.createBean(DebitDesk.class);
        this.mvc = mvc;
    }

    @Test
    void aCycleIsMadeAndShownWithItsClaims() throws UnsupportedEncodingException {
        var customer = debits.mandated();
        var due = debits.due(customer, 3_300);

        var answer = exchange(HttpMethod.POST, "", "{\"debitDate\": \"2026-12-28\"}");

        assertThat(answer).hasStatus(201);
        var body = answer.getResponse().getContentAsString();
        var id = JsonPath.<Integer>read(body, "$.id");
        assertThat(answer.getResponse().getHeader("Location")).endsWith("/direct-debits/" + id);
        assertThat(JsonPath.<String>read(body, "$.state")).isEqualTo("COLLECTED");
        assertThat(JsonPath.<String>read(body, "$.debitDate")).isEqualTo("2026-12-28");
        assertThat(exchange(HttpMethod.GET, "/" + id, ""))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.claims[?(@.receivable == '" + due + "')].amount",
                        amounts -> assertThat(amounts).asInstanceOf(LIST).containsExactly(3_300))
                .hasPathSatisfying("$.counts", counts -> assertThat(counts).isEqualTo(Map.of()));
        assertThat(exchange(HttpMethod.GET, "", ""))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.items[0].id", newest -> assertThat(newest).isEqualTo(id))
                .doesNotHavePath("$.items[0].claims");
        assertThat(exchange(HttpMethod.POST, "", "{\"debitDate\": \"2026-12-28\"}"))
                .hasStatus(409);
    }

    @Test
    void aPreviewSaysWhatWouldBeCollected() {
        debits.due(debits.mandated(), 3_300);

        assertThat(exchange(HttpMethod.POST, "/preview", "{\"debitDate\": \"2026-12-27\"}"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.debitDate", day -> assertThat(day).isEqualTo("2026-12-28"))
                .hasPathSatisfying(
                        "$.claims",
                        claims -> assertThat(claims).asInstanceOf(LIST).isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|422|required",
                "{\"debitDate\": \"2026-11-25\"}|422|past",
                "{\"debitDate\": \"2028-01-05\"}|422|too-far",
                "{\"debitDate\": \"soon\"}|400|type"
            })
    void aDayThatIsNoneIsRefused(String body, int status, String code) {
        assertThat(exchange(HttpMethod.POST, "", body))
                .hasStatus(status)
                .bodyJson()
                .hasPathSatisfying(
                        "$.errors[0].field", field -> assertThat(field).isEqualTo("debitDate"))
                .hasPathSatisfying(
                        "$.errors[0].code", reason -> assertThat(reason).isEqualTo(code));
    }

    @Test
    void whatIsUnknownIsNotFound() {
        assertThat(exchange(HttpMethod.GET, "/99999999", "")).hasStatus(404);
    }

    private MvcTestResult exchange(HttpMethod method, String path, String body) {
        return mvc.method(method)
                .uri("/api/v1/direct-debits" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(user("program")
                        .authorities(AuthorityUtils.createAuthorityList(
                                "VIEW", "PERSONAL_VIEW", "MONEY_VIEW", "MONEY_EDIT")))
                .exchange();
    }
}
