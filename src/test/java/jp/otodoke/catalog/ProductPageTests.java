package jp.otodoke.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.stream.Stream;
import jp.otodoke.OtodokeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@OtodokeTest
@WithMockUser(
        username = "hanako",
        authorities = {"ROLE_MANAGER", "VIEW", "PRODUCTS_EDIT"})
class ProductPageTests {
    private final MockMvcTester web;

    @Autowired
    ProductPageTests(MockMvcTester web) {
        this.web = web;
    }

    @Test
    void registersShowsAndEdits() {
        assertThat(save("/products/new", "PP-1", "青汁", "3,000")).hasRedirectedUrl("/products/PP-1");
        assertThat(save("/products/PP-1/edit", "PP-1", "青汁 大", "3300")).hasRedirectedUrl("/products/PP-1");

        assertThat(web.get().uri("/products/PP-1"))
                .hasStatusOk()
                .bodyText()
                .contains("青汁 大", "¥3,300", "¥3,000", "/stock/of-product?sku=PP-1");
        assertThat(web.get().uri("/products/PP-1/edit"))
                .hasStatusOk()
                .bodyText()
                .contains("3300");
        assertThat(web.get().uri("/products?q=pp-")).hasStatusOk().bodyText().contains("PP-1", "¥3,300");
        assertThat(web.get().uri("/products?q=pp1")).hasStatusOk().bodyText().contains("PP-1", "¥3,300");
        assertThat(web.get().uri("/stock/of-product?sku=PP-1"))
                .hasStatusOk()
                .bodyText()
                .contains("figure-value");
    }

    @Test
    void everyColumnOfTheListSorts() {
        save("/products/new", "PS-1", "並び", "900");
        save("/products/new", "PS-2", "並び", "100");

        assertThat(web.get().uri("/products?q=PS-&sort=unitPrice,asc"))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence("products/PS-2", "products/PS-1")
                .contains("sort=unitPrice%2Cdesc")
                .contains(Stream.of("sku", "name", "kind", "taxClass", "temperature", "active")
                        .map(column -> "sort=" + column + "%2Casc")
                        .toList());
        assertThat(web.get().uri("/products?q=PS-&sort=unitPrice,desc"))
                .bodyText()
                .containsSubsequence("products/PS-1", "products/PS-2");
    }

    @Test
    void mistakesStandBesideTheirFields() {
        assertThat(save("/products/new", "", "", "abc"))
                .hasStatusOk()
                .bodyText()
                .contains("field-problem", "abc");
    }

    @Test
    void aKindThatIsMissingOrUnknownIsAMistakeToo() {
        for (var path : List.of("/products/new", "/products/PP-1/edit")) {
            save("/products/new", "PP-1", "青汁", "3000");

            assertThat(web.post().uri(path).with(csrf()).param("sku", "PP-9").param("name", "券"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("指定が必要です");
        }
    }

    @Test
    void boxesThatAreNotTickedAreOff() {
        assertThat(web.post()
                        .uri("/products/new")
                        .with(csrf())
                        .param("sku", "PP-3")
                        .param("name", "券")
                        .param("kind", "SERVICE")
                        .param("taxClass", "STANDARD")
                        .param("unitPrice", "500")
                        .param("temperature", "AMBIENT"))
                .hasRedirectedUrl("/products/PP-3");

        assertThat(web.get().uri("/api/v1/products/PP-3"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.active", p -> assertThat(p).isEqualTo(false))
                .hasPathSatisfying("$.stockKeeping", p -> assertThat(p).isEqualTo(false));
    }

    @Test
    void chargesCanBeRead() {
        assertThat(web.get().uri("/products/charges"))
                .hasStatusOk()
                .bodyText()
                .contains("¥550", "¥1,100", "北海道", "10 %", "¥10,000");
    }

    @Test
    void otherProgramsReadProductsAndStock() {
        save("/products/new", "PP-2", "化粧水", "1980");

        assertThat(web.get().uri("/api/v1/products/PP-2"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.unitPrice", p -> assertThat(p).isEqualTo(1980))
                .hasPathSatisfying("$.kind", p -> assertThat(p).isEqualTo("GOODS"))
                .hasPathSatisfying("$.taxClass", p -> assertThat(p).isEqualTo("REDUCED"))
                .hasPathSatisfying("$.stockKeeping", p -> assertThat(p).isEqualTo(true))
                .hasPathSatisfying("$.active", p -> assertThat(p).isEqualTo(true));
        assertThat(web.get().uri("/api/v1/products?q=PP-2"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.page.total", p -> assertThat(p).isEqualTo(1));
        assertThat(web.get().uri("/api/v1/stock?sku=PP-2"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.onHand", p -> assertThat(p).isEqualTo(0));
        assertThat(web.get().uri("/api/v1/products/NOWHERE")).hasStatus(404);
        assertThat(web.get().uri("/api/v1/stock?sku=NOWHERE")).hasStatus(404);
    }

    private MvcTestResult save(String path, String sku, String name, String price) {
        return web.post()
                .uri(path)
                .with(csrf())
                .param("sku", sku)
                .param("name", name)
                .param("kind", "GOODS")
                .param("taxClass", "REDUCED")
                .param("unitPrice", price)
                .param("temperature", "AMBIENT")
                .param("stockKeeping", "true")
                .param("active", "true")
                .exchange();
    }
}
