package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.UnsupportedEncodingException;
import java.util.UUID;
import jp.otodoke.OtodokeTest;
import jp.otodoke.mothers.OrderMother;
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

    @Autowired
    ChargebackPageTests(AutowireCapableBeanFactory beans, MockMvcTester mvc, RecordChargeback record) {
        this.desk = beans.createBean(PaymentDesk.class);
        this.mvc = mvc;
        this.record = record;
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
        var answer = mvc.perform(
                get(path).with(user("keiri").authorities(AuthorityUtils.createAuthorityList("VIEW", "MONEY_VIEW"))));
        assertThat(answer).hasStatusOk();
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
