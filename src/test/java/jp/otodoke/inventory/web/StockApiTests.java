package jp.otodoke.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.OtodokeTest;
import jp.otodoke.inventory.Warehouse;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.ProductMother;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The stock of a product over all warehouses and in each of them, for other programs and on its page. */
@OtodokeTest
@WithMockUser(
        username = "hanako",
        authorities = {"ROLE_MANAGER", "VIEW"})
class StockApiTests {
    private final MockMvcTester web;
    private final Given given;
    private String sku = "";

    @Autowired
    StockApiTests(MockMvcTester web, Given given) {
        this.web = web;
        this.given = given;
    }

    @BeforeEach
    void stock() {
        sku = given.product(ProductMother.tea());
        given.stock(sku, 3);
        given.stock(sku, Warehouse.of("COOL"), 50);
    }

    @Test
    void answersTheSumAndEachWarehouse() {
        assertThat(web.get().uri("/api/v1/stock?sku=" + sku))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                        {"sku": "%s", "onHand": 53, "allocated": 0, "available": 53, "incoming": 0, "warehouses": [
                          {"warehouse": "COOL", "onHand": 50, "allocated": 0, "available": 50, "incoming": 0},
                          {"warehouse": "MAIN", "onHand": 3, "allocated": 0, "available": 3, "incoming": 0}]}
                        """
                                .formatted(sku));
    }

    @Test
    void answersOneWarehouse() {
        assertThat(web.get().uri("/api/v1/stock?warehouse=COOL&sku=" + sku))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                        {"sku": "%s", "onHand": 50, "allocated": 0, "available": 50, "incoming": 0, "warehouses": [
                          {"warehouse": "COOL", "onHand": 50, "allocated": 0, "available": 50, "incoming": 0}]}
                        """
                                .formatted(sku));
        assertThat(web.get().uri("/api/v1/stock?warehouse=MOON&sku=" + sku)).hasStatus(404);
    }

    @Test
    void thePageShowsEachWarehouse() {
        assertThat(web.get().uri("/stock/of-product?sku=" + sku))
                .hasStatusOk()
                .bodyText()
                .contains("COOL", "MAIN", "53");
    }
}
