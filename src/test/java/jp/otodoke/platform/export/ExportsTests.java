package jp.otodoke.platform.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.otodoke.OtodokeTest;
import jp.otodoke.customers.RegisterCustomer;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.staff.Permission;
import jp.otodoke.staff.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** What holds for every list that is taken as a file. */
@OtodokeTest
class ExportsTests {
    private final Given given;
    private final MockMvcTester mvc;
    private final RegisterCustomer register;
    private final Exports exports;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    @Autowired
    ExportsTests(
            Given given,
            MockMvcTester mvc,
            RegisterCustomer register,
            Exports exports,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.given = given;
        this.mvc = mvc;
        this.register = register;
        this.exports = exports;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Test
    void holdsExactlyWhatIsFiltered() {
        product("EXPORT-A1");
        product("EXPORT-A2");
        product("EXPORT-B1");

        assertThat(get("/products/export.csv?q=EXPORT-A&sort=sku,desc", Role.MARKETING, "ja"))
                .bodyText()
                .containsSubsequence("商品コード", "EXPORT-A2", "EXPORT-A1")
                .contains("商品", "3000")
                .doesNotContain("EXPORT-B1");
    }

    @Test
    void masksPersonalDataByRoleAsThePageDoes() {
        var person = CustomerMother.somebody();
        var number = register.register(person).value();
        var path = "/customers/export.csv?q=" + number;

        assertThat(get(path, Role.OPERATOR, "ja")).bodyText().contains(number, person.name(), "千代田9-");
        assertThat(get(path, Role.MARKETING, "ja"))
                .bodyText()
                .contains(number, "試●●●", "千代田区●●●")
                .doesNotContain(person.name(), "千代田9-", "シケン");
    }

    @Test
    void shippingSeesNoBuyerInAFileOfOrders() {
        var order = order();

        assertThat(get("/orders/export.csv?q=" + order, Role.SHIPPING, "ja"))
                .bodyText()
                .contains("試●●●")
                .doesNotContain("試験 花子");
    }

    @Test
    void speaksTheLanguageOfTheOneWhoAsks() {
        var order = order();

        assertThat(get("/orders/export.csv?q=" + order, Role.OPERATOR, "ja"))
                .bodyText()
                .contains("受注番号", "代金引換")
                .doesNotContain("CASH_ON_DELIVERY");
        assertThat(get("/orders/export.csv?q=" + order, Role.OPERATOR, "en"))
                .bodyText()
                .contains("Order", "Cash on delivery")
                .doesNotContain("CASH_ON_DELIVERY", "代金引換");
        assertThat(get("/orders/export.csv?q=" + order, Role.OPERATOR, "ja"))
                .bodyText()
                .as("after a foreign one")
                .contains("代金引換");
    }

    @Test
    void leavesWhoTookItAndTheRowsReallyWritten() {
        product("EXPORT-C1");
        product("EXPORT-C2");

        assertThat(get("/products/export.xlsx?q=EXPORT-C", Role.MARKETING, "ja"))
                .hasStatusOk()
                .hasHeader("Content-Disposition", "attachment; filename=\"products.xlsx\"");

        assertThat(jdbc.sql("select who || ' ' || subject || ' ' || detail from audit_entry"
                                + " where action = 'products-exported' and detail like '%EXPORT-C'")
                        .query(String.class)
                        .list())
                .containsExactly("marketing xlsx rows=2 q=EXPORT-C");
    }

    @Test
    void recordsTheFilterAsItWasAskedForNotAsItIsSearched() {
        get("/orders/export.csv?status=READY&q=えくすぽーと", Role.OPERATOR, "ja");
        get("/shipments/export.csv?q=えくすぽーと", Role.OPERATOR, "ja");
        get("/shipments/planned/export.csv?q=えくすぽーと", Role.OPERATOR, "ja");

        assertThat(jdbc.sql("select detail from audit_entry where detail like '%えくすぽーと%' order by detail")
                        .query(String.class)
                        .list())
                .containsExactly("rows=0 q=えくすぽーと", "rows=0 q=えくすぽーと", "rows=0 status=READY q=えくすぽーと");
    }

    @Test
    void keepsTheRowsOfAFileThatBrokeOffInTheMiddle() {
        var table = new Table<String>("broken", "", List.of(new Column<>("orders.number", row -> row)), use -> {
            use.accept("one");
            use.accept("two");
            throw new UncheckedIOException(new IOException("The reader is gone"));
        });
        var body = Objects.requireNonNull(exports.csv(table).getBody());

        assertThatThrownBy(() -> body.writeTo(new ByteArrayOutputStream())).isInstanceOf(UncheckedIOException.class);

        assertThat(jdbc.sql("select detail from audit_entry where action = 'broken-exported'")
                        .query(String.class)
                        .list())
                .containsExactly("rows=2");
    }

    private OrderNumber order() {
        product("EXPORT-T1");
        return given.order(OrderMother.of("EXPORT-T1", 2).from(CustomerMother.somebody()));
    }

    private void product(String sku) {
        given.product(ProductMother.tea().coded(sku));
    }

    private MvcTestResult get(String path, Role role, String language) {
        var authorities = Stream.concat(
                        Stream.of("ROLE_" + role.name()),
                        role.permissions().stream().map(Permission::name))
                .map(SimpleGrantedAuthority::new)
                .toList();
        return mvc.get()
                .uri(path)
                .param("lang", language)
                .with(user(role.code()).authorities(authorities))
                .exchange();
    }
}
