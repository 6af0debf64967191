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
import jp.otodoke.catalog.ProductKind;
import jp.otodoke.customers.CustomerMother;
import jp.otodoke.customers.RegisterCustomer;
import jp.otodoke.orders.NewOrder;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.PlaceOrder;
import jp.otodoke.orders.ShopPayment;
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
    private final MockMvcTester mvc;
    private final RegisterCustomer register;
    private final PlaceOrder placeOrder;
    private final Exports exports;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    @Autowired
    ExportsTests(
            MockMvcTester mvc,
            RegisterCustomer register,
            PlaceOrder placeOrder,
            Exports exports,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.mvc = mvc;
        this.register = register;
        this.placeOrder = placeOrder;
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
        var number = register.register(person);
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

    private String order() {
        product("EXPORT-T1");
        return placeOrder
                .place(new NewOrder(
                        "WEB",
                        null,
                        null,
                        null,
                        new NewOrder.Person(CustomerMother.somebody()),
                        List.of(new NewOrder.Destination(null, null, null)),
                        List.of(new NewOrder.Line("EXPORT-T1", 2, null, null, 0)),
                        new NewOrder.Payment(PaymentMethod.CASH_ON_DELIVERY, null, ShopPayment.NONE),
                        null,
                        null,
                        null,
                        null))
                .orderNumber();
    }

    private void product(String sku) {
        transaction.executeWithoutResult(s -> {
            jdbc.sql("insert into product (sku, name, kind, stock_keeping, registered_at)"
                            + " values (:sku, 'お茶', :kind, true, now()) on conflict do nothing")
                    .param("sku", sku)
                    .param("kind", ProductKind.GOODS.name())
                    .update();
            jdbc.sql("insert into product_price values (?, '2000-01-01', 3000) on conflict do nothing")
                    .param(sku)
                    .update();
            jdbc.sql("insert into product_tax_class values (?, '2000-01-01', 'REDUCED') on conflict do nothing")
                    .param(sku)
                    .update();
        });
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
