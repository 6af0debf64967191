package jp.otodoke.customers;

import static jp.otodoke.mothers.CustomerMother.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jp.otodoke.OtodokeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@OtodokeTest
@WithMockUser(
        username = "hanako",
        authorities = {"ROLE_OPERATOR", "VIEW", "PERSONAL_VIEW", "CUSTOMERS_EDIT"})
class CustomerPageTests {
    private final MockMvcTester web;
    private final RegisterCustomer registerCustomer;

    @Autowired
    CustomerPageTests(MockMvcTester web, RegisterCustomer registerCustomer) {
        this.web = web;
        this.registerCustomer = registerCustomer;
    }

    @Test
    void theListFindsAndAnswersWithAPartWhileTyping() {
        var number = registerCustomer.register(somebody()).value();

        assertThat(web.get().uri("/customers?q=" + number))
                .hasStatusOk()
                .bodyText()
                .contains("<nav", number);
        assertThat(web.get().uri("/customers?q=" + number).header("HX-Request", "true"))
                .hasStatusOk()
                .bodyText()
                .contains(number)
                .doesNotContain("<html");
    }

    @Test
    void thePageOfACustomerShowsItsChanges() {
        var number = registerCustomer.register(somebody()).value();

        assertThat(edit(number, "0", "03-0000-9999")).hasStatus3xxRedirection();

        assertThat(web.get().uri("/customers/" + number))
                .hasStatusOk()
                .bodyText()
                .contains("03-0000-9999", "hanako", "/orders/of-customer/" + number);
    }

    @Test
    void mistakesStandBesideTheirFieldsAndNothingTypedIsLost() {
        assertThat(web.post()
                        .uri("/customers/new")
                        .with(csrf())
                        .param("name", "入力 途中")
                        .param("email", "x@"))
                .hasStatusOk()
                .bodyText()
                .contains("入力 途中", "f-address.postalCode", "field-problem");
    }

    @Test
    void theSecondSaveShowsWhatHappened() {
        var number = registerCustomer.register(somebody()).value();
        edit(number, "0", "03-0000-1111");

        assertThat(edit(number, "0", "03-0000-2222")).hasStatusOk().bodyText().contains("flash-bad", "03-0000-2222");
    }

    @Test
    void aPostalCodeOffersItsAreas() {
        assertThat(web.get().uri("/postal-codes?postalCode=100-0001"))
                .hasStatusOk()
                .bodyText()
                .contains("data-only", "東京都千代田区千代田");
        assertThat(web.get().uri("/postal-codes?postalCode=498-0000"))
                .hasStatusOk()
                .bodyText()
                .contains("data-areas", "愛知県弥富市", "三重県桑名郡木曽岬町");
    }

    @Test
    void aFreshEntryCanBeDeleted() {
        var number = registerCustomer.register(somebody()).value();

        assertThat(web.post().uri("/customers/" + number + "/deletion").with(csrf()))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/customers");
    }

    @Test
    void offersToDeleteWhereNothingHappenedYet() {
        var number = registerCustomer.register(somebody()).value();

        assertThat(web.get().uri("/customers/" + number))
                .bodyText()
                .contains("/deletion\"")
                .doesNotContain("/rest\"");
    }

    private MvcTestResult edit(String number, String version, String phone) {
        return web.post()
                .uri("/customers/" + number + "/edit")
                .with(csrf())
                .param("version", version)
                .param("name", "変更 花子")
                .param("phone", phone)
                .param("postalCode", "100-0001")
                .param("prefecture", "東京都")
                .param("city", "千代田区")
                .param("line1", "千代田1-1")
                .exchange();
    }
}
