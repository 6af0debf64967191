package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import jp.otodoke.ModuleTest;
import jp.otodoke.customers.DeleteCustomer;
import jp.otodoke.platform.secrets.Secrets;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Refusal;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 振替口座: who lets us collect from which account. */
@ModuleTest
class MandateTests {
    private static final String BODY =
            """
            {"customer": "%s", "bankCode": "%s", "branchCode": "%s", "accountType": %s, "accountNumber": "%s", "holderKana": "%s"}
            """;

    private final DebitDesk debits;
    private final MockMvcTester mvc;
    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final DeleteCustomer deleteCustomer;

    @Autowired
    MandateTests(
            AutowireCapableBeanFactory beans,
            MockMvcTester mvc,
            JdbcClient jdbc,
            Secrets secrets,
            DeleteCustomer deleteCustomer) {
        this.debits = beans.createBean(DebitDesk.class);
        this.mvc = mvc;
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.deleteCustomer = deleteCustomer;
    }

    @Test
    void isActiveAtOnceAndShowsOnlyTheEndOfItsNumber() throws UnsupportedEncodingException {
        var customer = debits.customer();

        var answer = post(customer.value(), "9999", "002", "\"1\"", "1234567", "ヤマダ　ハナコ");

        assertThat(answer).hasStatus(201);
        var id = JsonPath.<Integer>read(answer.getResponse().getContentAsString(), "$.id");
        assertThat(answer.getResponse().getHeader("Location")).endsWith("/mandates/" + id);
        assertThat(get("/" + id))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.state", state -> assertThat(state).isEqualTo("ACTIVE"))
                .hasPathSatisfying("$.customer", whose -> assertThat(whose).isEqualTo(customer.value()))
                .hasPathSatisfying(
                        "$.accountNumber", number -> assertThat(number).isEqualTo("●●●567"))
                .hasPathSatisfying("$.holderKana", holder -> assertThat(holder).isEqualTo("ﾔﾏﾀﾞ ﾊﾅｺ"));
    }

    @Test
    void itsNumberIsEncryptedInTheDatabase() throws UnsupportedEncodingException {
        var answer = post(debits.customer().value(), "9999", "002", "\"1\"", "42", "ヤマダ");
        var id = JsonPath.<Integer>read(answer.getResponse().getContentAsString(), "$.id");

        var stored = jdbc.sql("select account_number from mandate where id = ?")
                .param(id)
                .query(String.class)
                .single();

        assertThat(stored).startsWith(secrets.prefix());
        assertThat(secrets.decrypt(stored)).isEqualTo("0000042");
    }

    @Test
    void aNewerOneReplacesTheOlder() {
        var customer = debits.customer().value();
        post(customer, "9999", "002", "\"1\"", "1", "ヤマダ");

        assertThat(post(customer, "9900", "018", "1", "2", "ヤマダ")).hasStatus(201);

        assertThat(get("?customer=" + customer))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.page.total", total -> assertThat(total).isEqualTo(2))
                .hasPathSatisfying(
                        "$.items[0].state", state -> assertThat(state).isEqualTo("ACTIVE"))
                .hasPathSatisfying(
                        "$.items[0].bankCode", bank -> assertThat(bank).isEqualTo("9900"))
                .hasPathSatisfying(
                        "$.items[1].state", state -> assertThat(state).isEqualTo("REPLACED"));
    }

    @ParameterizedTest
    @CsvSource({
        "C99999999, 9999, 002, 1, 123, ヤマダ, customer",
        "'', 9999, 002, 1, 123, ヤマダ, customer",
        ", 999, 002, 1, 123, ヤマダ, bankCode",
        ", 9999, 02, 1, 123, ヤマダ, branchCode",
        ", 9999, 002, 4, 123, ヤマダ, accountType",
        ", 9999, 002, 1, 12345678, ヤマダ, accountNumber",
        ", 9999, 002, 1, 12-3, ヤマダ, accountNumber",
        ", 9999, 002, 1, 123, 山田 花子, holderKana",
        ", 9999, 002, 1, 123, '', holderKana"
    })
    void whatIsWrongIsNamed(
            String customer, String bank, String branch, String type, String number, String holder, String field) {
        var whose = customer == null ? debits.customer().value() : customer;

        assertThat(post(whose, bank, branch, "\"" + type + "\"", number, holder))
                .hasStatus(422)
                .bodyJson()
                .hasPathSatisfying(
                        "$.errors.length()", count -> assertThat(count).isEqualTo(1))
                .hasPathSatisfying(
                        "$.errors[0].field", wrong -> assertThat(wrong).isEqualTo(field));
    }

    @Test
    void whatIsUnknownIsNotFound() {
        assertThat(get("/99999999")).hasStatus(404);
    }

    @Test
    void whoHasGivenOneIsNotDeleted() {
        var customer = debits.mandated();

        Assertions.assertThatThrownBy(() -> deleteCustomer.delete(CustomerNumber.of(customer.value())))
                .isInstanceOf(Refusal.class);
    }

    private MvcTestResult post(String customer, String bank, String branch, String type, String number, String holder) {
        return exchange(HttpMethod.POST, "", BODY.formatted(customer, bank, branch, type, number, holder));
    }

    private MvcTestResult get(String path) {
        return exchange(HttpMethod.GET, path, "");
    }

    private MvcTestResult exchange(HttpMethod method, String path, String body) {
        return mvc.method(method)
                .uri("/api/v1/mandates" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(user("program")
                        .authorities(AuthorityUtils.createAuthorityList(
                                "VIEW", "PERSONAL_VIEW", "MONEY_VIEW", "MONEY_EDIT")))
                .exchange();
    }
}
