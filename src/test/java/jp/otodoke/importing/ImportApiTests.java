package jp.otodoke.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import jp.otodoke.OtodokeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@OtodokeTest
@WithMockUser(
        username = "hanako",
        authorities = {"ROLE_MANAGER", "VIEW", "IMPORTS", "PRODUCTS_EDIT", "STOCK_EDIT", "CUSTOMERS_EDIT", "OPERATIONS"
        })
class ImportApiTests {
    private static final String HEADER = "sku,name,kind,tax_class,unit_price,stock_keeping,initial_stock\n";

    private final MockMvcTester web;

    @Autowired
    ImportApiTests(MockMvcTester web) {
        this.web = web;
    }

    @Test
    void takesAFileAsAForm() {
        assertThat(web.post()
                        .multipart()
                        .uri("/api/v1/imports/products")
                        .file(file(HEADER + "IA-1,a,GOODS,STANDARD,100,true,5\nIA-2,a,WHAT,STANDARD,100,true,5\n")))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"read": 2, "created": 1, "existing": 0, "updated": 0, "rejected": 1,
                         "errors": [{"line": 3, "field": "kind", "code": "invalid"}]}""");
    }

    @Test
    void takesABareFile() {
        assertThat(web.post()
                        .uri("/api/v1/imports/products")
                        .contentType("text/csv")
                        .content(HEADER + "IA-3,a,GOODS,STANDARD,100,true,5\n"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.created", p -> assertThat(p).isEqualTo(1));
    }

    @Test
    void whatCannotBeReadIs422() {
        for (var what : new String[] {"products", "customers", "postal-codes"}) {
            assertThat(web.post().multipart().uri("/api/v1/imports/" + what).file(file("no,such,file\n")))
                    .hasStatus(422)
                    .bodyJson()
                    .extractingPath("$.errors[0].code")
                    .asString()
                    .isNotEmpty();
            assertThat(web.post()
                            .uri("/api/v1/imports/" + what)
                            .contentType("text/csv")
                            .content(new byte[0]))
                    .hasStatus(422);
        }
    }

    @Test
    void thePageShowsWhatBecameOfEveryLine() {
        assertThat(web.get().uri("/imports")).hasStatusOk().bodyText().contains("jquery-jpostal-ja");
        assertThat(web.post()
                        .multipart()
                        .uri("/imports/products")
                        .file(file(HEADER + "IA-4,a,GOODS,STANDARD,100,true,5\nIA-5,,GOODS,STANDARD,100,true,5\n"))
                        .with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("products.csv", "figure-value", "name");
        assertThat(web.post()
                        .multipart()
                        .uri("/imports/customers")
                        .file(file("x\n"))
                        .with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("birth_date");
    }

    private static MockMultipartFile file(String content) {
        return new MockMultipartFile("file", "products.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8));
    }
}
