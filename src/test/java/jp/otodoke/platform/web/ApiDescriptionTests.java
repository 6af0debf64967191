package jp.otodoke.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.OtodokeTest;
import jp.otodoke.demo.staff.DemoStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@OtodokeTest
class ApiDescriptionTests {
    private final MockMvcTester mvc;

    @Autowired
    ApiDescriptionTests(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    @Test
    void describesTheApiToWhoeverHasAToken() {
        var answer = mvc.get()
                .uri("/v3/api-docs")
                .header("Authorization", "Bearer " + DemoStaff.TOKEN)
                .exchange();

        assertThat(answer).hasStatusOk();
        assertThat(answer).bodyJson().extractingPath("$.info.title").isEqualTo("Otodoke API");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.components.securitySchemes.token.scheme")
                .isEqualTo("bearer");
        assertThat(answer).bodyText().contains("/api/v1/orders", "Idempotency-Key", "#/components/schemas/Problem");
    }

    @Test
    void notifiesNobodyElseOutsideADemo() {
        assertThat(mvc.get().uri("/v3/api-docs").exchange()).hasStatus(401);
    }
}
