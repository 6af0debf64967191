package jp.otodoke.payments.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import jp.otodoke.OtodokeTest;
import jp.otodoke.TestClock;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.payments.CardToken;
import jp.otodoke.payments.CardTold;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** The pages of card updates: made, fetched, answered, listed and exported by a person. */
@OtodokeTest
class CardUpdatePageTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Given given;

    @Autowired
    FindOrder orders;

    @Autowired
    CardUpdates updates;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void today() {
        clock.set("2026-11-26T10:00:00+09:00");
    }

    @Test
    void anUpdateIsMadeFetchedAnsweredAndExported() {
        var order = given.order(OrderMother.twoTeas().paidByCard());
        var customer = orders.get(order).customerNumber();
        transaction.executeWithoutResult(status -> events.publishEvent(new CardTold(
                order, customer, new CardToken("tok_" + UUID.randomUUID()), "VISA", "4242", YearMonth.of(2041, 12))));
        clock.set("2027-11-25T10:00:00+09:00");

        var made = Objects.requireNonNull(mvc.post()
                .uri("/card-updates")
                .with(csrf())
                .with(accountant())
                .exchange()
                .getResponse()
                .getRedirectedUrl());
        assertThat(made).matches("/card-updates/\\d+");
        assertThat(mvc.post().uri("/card-updates").with(csrf()).with(accountant()))
                .as("once a month")
                .hasRedirectedUrl("/card-updates");
        var request = page(made + "/request-file");
        assertThat(request).startsWith("H,ARAIGAE,");
        assertThat(page(made)).contains("2027-11 の洗替", "結果待ち", customer.value()).doesNotContain("??", "tok_");

        answer(made, request.replace("H,ARAIGAE,", "H,ARAIGAE,9"));
        assertThat(page(made)).contains("結果待ち");
        answer(made, reply(request, customer.value()));

        assertThat(page(made)).contains("完了", "更新", "9876").doesNotContain("??");
        assertThat(page(made + "?outcome=RENEWED&sort=-expires"))
                .contains(customer.value(), "4242", "2041-12")
                .doesNotContain("??");
        assertThat(page("/card-updates?state=DONE&sort=month"))
                .contains("2027-11")
                .doesNotContain("??");
        assertThat(page("/card-updates/export.csv?state=DONE")).contains("2027-11", "r.csv");
        assertThat(page(made + "/export.csv?outcome=RENEWED")).contains(customer.value(), "9876");
        assertThat(mvc.get().uri(made + "/export.xlsx").with(accountant())).hasStatusOk();
        assertThat(mvc.get().uri("/card-updates/export.xlsx").with(accountant()))
                .hasStatusOk();
        assertThat(jdbc.sql(
                                "select count(*) from audit_entry where action in ('card-updates-exported', 'updated-cards-exported')")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(4);
        given.orderCancelled(order);
    }

    @Test
    void whoMayOnlyLookNeitherMakesNorFetches() {
        var viewer = user("viewer").authorities(AuthorityUtils.createAuthorityList("VIEW", "MONEY_VIEW"));

        assertThat(mvc.get().uri("/card-updates").locale(Locale.JAPANESE).with(viewer))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("今月分を今作る");
        assertThat(mvc.post().uri("/card-updates").with(csrf()).with(viewer)).hasStatus(403);
        assertThat(mvc.get().uri("/card-updates/1/request-file").with(viewer)).hasStatus(403);
        assertThat(mvc.get().uri("/card-updates/99999999").with(viewer)).hasStatus(404);
    }

    /** The customer's card has another number and expiry, the others are as they were. */
    private String reply(String request, String customer) {
        var lines = request.split("\r\n");
        var reply = new StringBuilder(lines[0]).append('\n');
        var renewed = updates.cards(Long.parseLong(lines[0].split(",")[2]), null, null, 0, 10_000).stream()
                .filter(card -> card.customer().value().equals(customer))
                .findFirst()
                .orElseThrow();
        for (int i = 1; i < lines.length - 1; i++) {
            var id = lines[i].split(",")[1];
            reply.append("D,").append(id).append(id.equals("" + renewed.id()) ? ",0,9876,4506\n" : ",0,,\n");
        }
        return reply.append("T,%d,%d\n".formatted(lines.length - 2, lines.length - 2))
                .toString();
    }

    private void answer(String update, String text) {
        assertThat(mvc.post()
                        .multipart()
                        .uri(update + "/result-file")
                        .file(new MockMultipartFile(
                                "file", "r.csv", "text/csv", text.getBytes(StandardCharsets.US_ASCII)))
                        .with(csrf())
                        .with(accountant()))
                .hasRedirectedUrl(update);
    }

    private String page(String path) {
        var answer =
                mvc.get().uri(path).locale(Locale.JAPANESE).with(accountant()).exchange();
        assertThat(answer).hasStatusOk();
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UserRequestPostProcessor accountant() {
        return user("keiri")
                .authorities(AuthorityUtils.createAuthorityList("VIEW", "MONEY_VIEW", "MONEY_EDIT", "EXPORT"));
    }
}
