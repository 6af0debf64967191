package jp.otodoke.customers;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
@WithMockUser(
        username = "hanako",
        authorities = {"VIEW", "PERSONAL_VIEW", "CUSTOMERS_EDIT", "IMPORTS"})
class CustomerApiTests {
    private static final String HANAKO =
            """
            { "name": "山田 花子", "kana": "ヤマダ ハナコ", "phone": "03-1234-5678", "email": "hanako@example.jp",
              "birthDate": "1970-01-31", "sex": "FEMALE",
              "address": { "postalCode": "100-0001", "prefecture": "東京都", "city": "千代田区", "line1": "千代田1-1", "line2": "" } }""";

    private final MockMvcTester web;

    @Autowired
    CustomerApiTests(MockMvcTester web) {
        this.web = web;
    }

    @Test
    void registersAndShows() {
        var created = post(HANAKO);

        assertThat(created).hasStatus(201);
        var location = locationOf(created);
        assertThat(location).matches("/api/v1/customers/C\\d{7}");
        assertThat(web.get().uri(location))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.address.postalCode", p -> assertThat(p).isEqualTo("100-0001"))
                .hasPathSatisfying("$.birthDate", p -> assertThat(p).isEqualTo("1970-01-31"))
                .hasPathSatisfying("$.state", p -> assertThat(p).isEqualTo("ACTIVE"))
                .hasPathSatisfying("$.attention", p -> assertThat(p).isEqualTo(false));
    }

    @Test
    void changesOnlyWhatIsSent() {
        var location = locationOf(post(HANAKO));

        assertThat(web.patch()
                        .uri(location)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"attention\": true, \"email\": null, \"address\": {\"line2\": \"5階\"}}"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.attention", p -> assertThat(p).isEqualTo(true))
                .hasPathSatisfying("$.email", p -> assertThat(p).isNull())
                .hasPathSatisfying("$.name", p -> assertThat(p).isEqualTo("山田 花子"))
                .hasPathSatisfying("$.address.line2", p -> assertThat(p).isEqualTo("5階"))
                .hasPathSatisfying("$.address.city", p -> assertThat(p).isEqualTo("千代田区"));
    }

    @Test
    void namesAllMistakesAt422() {
        assertThat(
                        post(
                                "{\"name\": \"\", \"birthDate\": \"1970-02-31\", \"email\": \"x\", \"address\": {\"postalCode\": \"1\"}}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[*].field")
                .asArray()
                .contains("name", "birthDate", "email", "address.postalCode", "address.prefecture", "address.city");
    }

    @Test
    void aWrongTypeIs400() {
        assertThat(post("{\"name\": {\"a\": 1}}")).hasStatus(400);
        assertThat(post("{")).hasStatus(400);
        assertThat(web.patch()
                        .uri(locationOf(post(HANAKO)))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"address\": 5}"))
                .hasStatus(400);
    }

    @Test
    void nobodyIs404() {
        assertThat(web.get().uri("/api/v1/customers/C9999999")).hasStatus(404);
        assertThat(web.patch()
                        .uri("/api/v1/customers/C9999999")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .hasStatus(404);
    }

    @Test
    void listsInPages() {
        post(HANAKO);

        assertThat(web.get().uri("/api/v1/customers?q=花子&size=1"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.items.length()", p -> assertThat(p).isEqualTo(1))
                .hasPathSatisfying("$.page.size", p -> assertThat(p).isEqualTo(1));
    }

    @Test
    void aPostalCodeIsAList() {
        assertThat(web.get().uri("/api/v1/postal-codes/498-0000"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[*].prefecture")
                .asArray()
                .containsExactlyInAnyOrder("愛知県", "三重県");
        assertThat(web.get().uri("/api/v1/postal-codes/9999999")).hasStatus(404);
    }

    private MvcTestResult post(String body) {
        return web.post()
                .uri("/api/v1/customers")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String locationOf(MvcTestResult created) {
        return String.valueOf(created.getResponse().getHeader("Location"));
    }
}
