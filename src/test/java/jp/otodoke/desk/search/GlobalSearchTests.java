package jp.otodoke.desk.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import jp.otodoke.OtodokeTest;
import jp.otodoke.customers.CustomerMother;
import jp.otodoke.orders.NewOrder;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.PlaceOrder;
import jp.otodoke.orders.Recipient;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.payments.NewDeposit;
import jp.otodoke.payments.RecordDeposits;
import jp.otodoke.shared.Address;
import jp.otodoke.staff.Permission;
import jp.otodoke.staff.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** The one search over everything: who finds what, and what of it is shown. */
@OtodokeTest
class GlobalSearchTests {
    private static final String NUMBER = "S98760001";

    private final MockMvcTester mvc;
    private final RecordDeposits deposits;
    private final PlaceOrder placeOrder;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    @Autowired
    GlobalSearchTests(
            MockMvcTester mvc,
            RecordDeposits deposits,
            PlaceOrder placeOrder,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.mvc = mvc;
        this.deposits = deposits;
        this.placeOrder = placeOrder;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Test
    void findsAParcelByWhoReceivesItAndShowsWhatStandsOnTheLabel() {
        parcel();

        for (var typed : List.of("探索受", "タンサクウケ", "0368681234")) {
            assertThat(get("/search/quick?q=" + typed, Role.SHIPPING))
                    .as(typed)
                    .bodyText()
                    .contains(NUMBER, "探索受 花子");
            assertThat(get("/search/quick?q=" + typed, Role.MARKETING))
                    .as(typed)
                    .bodyText()
                    .contains(NUMBER, "探●●●")
                    .doesNotContain("探索受 花子");
        }
    }

    @Test
    void findsADepositByItsRemitterForThoseWhoSeeMoney() {
        deposits.record(
                "bank", List.of(new NewDeposit("find-1", LocalDate.of(2026, 11, 20), 777, "ソウサク シヨウジ", "", 1, false)));

        assertThat(get("/search/quick?q=そうさくしょうじ", Role.ACCOUNTING))
                .bodyText()
                .contains("ソウサク シヨウジ", "¥777", "/deposits/");
        assertThat(get("/search/quick?q=ソウサク", Role.ADMIN))
                .bodyText()
                .contains("ソ●●●", "¥777")
                .doesNotContain("シヨウジ");
        assertThat(get("/search/quick?q=ソウサク", Role.SHIPPING)).bodyText().doesNotContain("¥777", "/deposits/");
    }

    private void parcel() {
        var order = order();
        transaction.executeWithoutResult(s -> {
            jdbc.sql(
                            """
                            insert into shipment (shipment_number, version, status, status_since, warehouse, carrier,
                                service, cool, customer_number, name, kana, phone, postal_code, prefecture, city, line1,
                                line2, ship_date, payment_kind, cod_amount, cod_tax, revision, created_at)
                            values (:number, 0, 'CANCELLED', now(), 'W1', 'YAMATO', 'STANDARD', 'NONE', 'C9876000',
                                '探索受 花子', 'タンサクウケ ハナコ', '0368681234', '1000001', '東京都', '千代田区', '1-1', '',
                                '2026-11-20', 'PREPAID', 0, 0, 1, now())
                            on conflict do nothing
                            """)
                    .param("number", NUMBER)
                    .update();
            jdbc.sql(
                            """
                            insert into shipment_line (shipment_number, line_no, kind, order_number, order_line_no, sku,
                                quantity, per_piece, shipped)
                            values (:number, 1, 'GOODS', :order, 1, 'FIND-1', 1, 1, 0)
                            on conflict do nothing
                            """)
                    .param("number", NUMBER)
                    .param("order", order)
                    .update();
        });
    }

    private String order() {
        transaction.executeWithoutResult(s -> {
            jdbc.sql("insert into product (sku, name, kind, stock_keeping, registered_at)"
                            + " values ('FIND-1', 'お茶', 'GOODS', true, now()) on conflict do nothing")
                    .update();
            jdbc.sql("insert into product_price values ('FIND-1', '2000-01-01', 3000) on conflict do nothing")
                    .update();
            jdbc.sql("insert into product_tax_class values ('FIND-1', '2000-01-01', 'REDUCED') on conflict do nothing")
                    .update();
        });
        var receiver =
                new Recipient("探索受 花子", "タンサクウケ ハナコ", "0368681234", new Address("1000001", "東京都", "千代田区", "1-1", ""));
        return placeOrder
                .place(new NewOrder(
                        "WEB",
                        null,
                        null,
                        null,
                        new NewOrder.Person(CustomerMother.somebody()),
                        List.of(new NewOrder.Destination(receiver, null, null)),
                        List.of(new NewOrder.Line("FIND-1", 1, null, null, 0)),
                        new NewOrder.Payment(PaymentMethod.CASH_ON_DELIVERY, null, ShopPayment.NONE),
                        null,
                        null,
                        null,
                        null))
                .orderNumber();
    }

    private MvcTestResult get(String path, Role role) {
        var authorities = Stream.concat(
                        Stream.of("ROLE_" + role.name()),
                        role.permissions().stream().map(Permission::name))
                .map(SimpleGrantedAuthority::new)
                .toList();
        return mvc.get()
                .uri(path)
                .param("lang", "ja")
                .with(user(role.code()).authorities(authorities))
                .exchange();
    }
}
