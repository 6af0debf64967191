package jp.otodoke.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.otodoke.OtodokeTest;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.staff.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An import asks for the permission of what it changes, on the page as in the API. */
@OtodokeTest
class ImportPermissionTests {
    private static final String PRODUCTS = "sku,name,kind,tax_class,unit_price,stock_keeping,initial_stock\n";
    private static final String CUSTOMERS =
            "number,name,kana,phone,email,birth_date,sex,postal_code,prefecture,city,line1,line2,media_code\n";

    private static final Pattern FORM = Pattern.compile("action=\"/imports/([a-z-]+)\"");

    @Autowired
    MockMvcTester web;

    @Autowired
    Given given;

    @Test
    void productsAndPricesAskForThePermissionToEditProducts() {
        var file = PRODUCTS + "PERM-1,茶,GOODS,REDUCED,1080,true,0\n";

        refuses("products", file, Role.OPERATOR);
        refuses("products", file, Role.SHIPPING);
        takes("products", file, Role.MANAGER);
        refuses("products", file.replace("1080", "1"), Role.OPERATOR);
    }

    @Test
    void stockAsksForThePermissionToEditStockAndNoMoreWhileProductsStayAsTheyAre() {
        var file = PRODUCTS + "PERM-2,茶,GOODS,REDUCED,1080,true,%d\n";
        takes("products", file.formatted(0), Role.MANAGER);

        refuses("products", file.formatted(5), Role.OPERATOR);
        takes("products", file.formatted(0), Role.OPERATOR);
        takes("products", file.formatted(7), Role.SHIPPING);
    }

    @Test
    void registeringAndOverwritingPersonsAsksForThePermissionToEditCustomers() {
        var file = CUSTOMERS + "PERM-C1,%s,,03-1111-2222,,,,100-0001,東京都,千代田区,1-1,,\n";

        refuses("customers", file.formatted("伊藤 花"), Role.SHIPPING);
        refuses("customers", file.formatted("伊藤 花"), Role.ACCOUNTING);
        takes("customers", file.formatted("伊藤 花"), Role.OPERATOR);
        refuses("customers", file.formatted("別人 太郎"), Role.SHIPPING);
    }

    @Test
    void theTableOfPostalCodesAsksForThePermissionOfOperations() {
        var row = "13101,\"100  \",\"1000001\",\"ﾄｳｷﾖｳﾄ\",\"ﾁﾖﾀﾞｸ\",\"ﾁﾖﾀﾞ\",\"東京都\",\"千代田区\",\"千代田\",0,0,0,0,0,0\r\n";

        refuses("postal-codes", row, Role.OPERATOR);
    }

    @Test
    void ordersOfAFileAskForThePermissionToEditOrdersOnThePageAndInTheApi() {
        given.product(ProductMother.tea().coded("PERM-O1"));
        var order =
                "order_no,ordered_at,customer_no,name,kana,phone,email,postal_code,prefecture,city,line1,line2,ship_name,"
                        + "ship_kana,ship_phone,ship_postal_code,ship_prefecture,ship_city,ship_line1,ship_line2,payment_method,"
                        + "delivery_date,time_slot,sku,quantity,unit_price,shipping,fee,note\n";
        for (var path : new String[] {"/orders/import", "/api/v1/imports/orders"}) {
            assertThat(upload(path, order, Role.SHIPPING)).as(path).hasStatus(403);
            assertThat(upload(path, order, Role.ACCOUNTING)).as(path).hasStatus(403);
            assertThat(upload(path, order, Role.OPERATOR)).as(path).hasStatusOk();
        }
    }

    @Test
    void thePageOffersWhatThePersonMayImport() {
        assertThat(offered(Role.OPERATOR)).containsExactly("customers");
        assertThat(offered(Role.SHIPPING)).containsExactly("products");
        assertThat(offered(Role.ACCOUNTING)).isEmpty();
        assertThat(offered(Role.MANAGER)).containsExactly("products", "customers", "postal-codes");
    }

    private List<String> offered(Role role) {
        var page = web.get().uri("/imports").with(as(role)).exchange();
        assertThat(page).hasStatusOk();
        return FORM.matcher(bodyOf(page)).results().map(found -> found.group(1)).toList();
    }

    private static String bodyOf(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private void refuses(String what, String file, Role role) {
        assertThat(upload("/api/v1/imports/" + what, file, role))
                .as(role + " by API")
                .hasStatus(403);
        assertThat(upload("/imports/" + what, file, role))
                .as(role + " on the page")
                .hasStatus(403);
    }

    private void takes(String what, String file, Role role) {
        assertThat(upload("/api/v1/imports/" + what, file, role))
                .as(role + " by API")
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.rejected", rejected -> assertThat(rejected).isEqualTo(0));
        assertThat(upload("/imports/" + what, file, role))
                .as(role + " on the page")
                .hasStatusOk();
    }

    private MvcTestResult upload(String path, String file, Role role) {
        return web.post()
                .multipart()
                .uri(path)
                .file(new MockMultipartFile("file", "file.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)))
                .param("format", "generic")
                .with(csrf())
                .with(as(role))
                .exchange();
    }

    private static UserRequestPostProcessor as(Role role) {
        return user("someone")
                .authorities(AuthorityUtils.createAuthorityList(Stream.concat(
                                Stream.of("ROLE_" + role.name()),
                                role.permissions().stream().map(Enum::name))
                        .toArray(String[]::new)));
    }
}
