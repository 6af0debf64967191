package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.UnsupportedEncodingException;
import java.time.YearMonth;
import java.util.UUID;
import jp.otodoke.OtodokeTest;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.payments.CardAnswer.Outcome;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The list of chargebacks, and what the page of an order's money says about cards. */
@OtodokeTest
class ChargebackPageTests {
    private final PaymentDesk desk;
    private final MockMvcTester mvc;
    private final RecordChargeback record;
    private final RecordCardAnswer answers;

    @Autowired
    ChargebackPageTests(
            AutowireCapableBeanFactory beans, MockMvcTester mvc, RecordChargeback record, RecordCardAnswer answers) {
        this.desk = beans.createBean(PaymentDesk.class);
        this.mvc = mvc;
        this.record = record;
        this.answers = answers;
    }

    @Test
    void aChargebackIsListedWithItsStateAndStandsAmongTheStepsOfItsOrder() {
        var order = desk.captured();
        var id = "cb-" + UUID.randomUUID();
        record.opened(id, String.valueOf(desk.payment(order).transactionNo()), Yen.of(6550), "覚えのない請求");

        assertThat(page("/payments/chargebacks"))
                .contains(id, order.value(), "判断待ち", "覚えのない請求")
                .doesNotContain("??");
        assertThat(page("/payments/" + order)).contains("チャージバック", "-¥6,550").doesNotContain("??");
        assertThat(page("/payments/chargebacks?state=UNDECIDED&order=" + order + "&sort=amount"))
                .doesNotContain("??");
        assertThat(page("/payments/chargebacks/export.csv?order=" + order)).contains(id, "覚えのない請求");
        assertThat(page("/api/v1/payments/chargebacks?orderNumber=" + order))
                .contains("\"id\":\"" + id + "\"", "\"amount\":6550");
        assertThat(page("/api/v1/payments/chargebacks/" + id)).contains(order.value());
        desk.cancel(order);
    }

    @Test
    void theCardsOfCustomersAreListedAndStandOnTheirPages() {
        var order = desk.secured(OrderMother.twoTeas().paidByCard());
        answers.record(new CardAnswer(
                desk.lastCall(order), Outcome.AUTHORISED, "g", null, "4242", "VISA", YearMonth.of(2031, 12)));

        assertThat(page("/cards")).contains("登録カード", "使える").doesNotContain("??");
        assertThat(page("/cards?state=EXPIRED&customer=C99999999&sort=-expires"))
                .contains("カードはありません");
        assertThat(page("/cards/export.csv")).contains(order.value());
        assertThat(page("/api/v1/cards?state=VALID")).contains("\"last4\":", order.value());
        desk.cancel(order);
    }

    @Test
    void whyACardWasRefusedIsSaidInWords() {
        var order = desk.secured(OrderMother.twoTeas().paidByCard());
        desk.decline(order, "expired_card");

        assertThat(page("/payments/" + order)).contains("別のカードが必要(expired_card)");
        desk.cancel(order);
    }

    private String page(String path) {
        var answer = mvc.get()
                .uri(path)
                .with(user("keiri").authorities(AuthorityUtils.createAuthorityList("VIEW", "MONEY_VIEW", "EXPORT")))
                .exchange();
        assertThat(answer).hasStatusOk();
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
