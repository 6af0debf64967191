package jp.otodoke.desk.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import jp.otodoke.OtodokeTest;
import jp.otodoke.customers.NewCustomer;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.orders.NewOrder;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.PlaceOrder;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.BilingualText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OtodokeTest
class ConsequencesTests {
    @Autowired
    Consequences consequences;

    @Autowired
    PlaceOrder placeOrder;

    @Autowired
    Inbox inbox;

    @Autowired
    Tasks tasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final String sku = "C-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void inJapanese() {
        LocaleContextHolder.setLocale(Locale.JAPANESE);
    }

    @AfterEach
    void inAnyLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @BeforeEach
    void teaAtThreeThousand() {
        transaction.executeWithoutResult(s -> {
            jdbc.sql(
                            """
                            insert into product (sku, name, kind, stock_keeping, registered_at)
                            values (?, 'お茶', 'GOODS', true, now())
                            """)
                    .param(sku)
                    .update();
            jdbc.sql("insert into product_price values (?, '2000-01-01', 3000)")
                    .param(sku)
                    .update();
            jdbc.sql("insert into product_tax_class values (?, '2000-01-01', 'REDUCED')")
                    .param(sku)
                    .update();
        });
    }

    @Test
    void sayHowManyOrdersAndHowMuchMoneyADecisionMoves() {
        var one = task("review-order", order());
        var other = task("review-order", order());

        assertThat(consequences.inWords(List.of(one), "APPROVE")).isEqualTo("1件の受注(¥6,880)が先へ進みます。");
        assertThat(consequences.inWords(List.of(one, other), "APPROVE")).isEqualTo("2件の受注(¥13,760)が先へ進みます。");
        assertThat(consequences.inWords(List.of(one, other), "CANCEL")).isEqualTo("2件の受注(¥13,760)を止めます。");
    }

    @Test
    void areLeftUnsaidWhereADecisionMovesNoWholeOrder() {
        var order = order();

        assertThat(consequences.inWords(List.of(task("shipment-short", order)), "CANCEL_REST"))
                .isEmpty();
        assertThat(consequences.inWords(List.of(task("record-rejected", order)), "DISMISS"))
                .isEmpty();
        assertThat(consequences.inWords(List.of(task("refund-due", order)), "REFUNDED"))
                .as("nothing was paid too much")
                .isEmpty();
        assertThat(consequences.inWords(List.of(task("settlement-overdue", order)), "RECEIVED"))
                .isEqualTo("¥6,880を入金として記帳します。");
    }

    private OpenTask task(String type, String order) {
        inbox.open(new NewTask(
                UUID.randomUUID().toString(),
                type,
                "orders",
                BilingualText.asWritten("備考があります"),
                List.of(order),
                null,
                0,
                null));
        return tasks.ofOrder(order).stream()
                .filter(task -> task.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private String order() {
        return placeOrder
                .place(new NewOrder(
                        "PHONE",
                        null,
                        null,
                        null,
                        new NewOrder.Person(new NewCustomer(
                                "帰結 " + UUID.randomUUID(),
                                "キケツ",
                                "03-1234-5678",
                                null,
                                null,
                                null,
                                new Address("1000001", "東京都", "千代田区", "千代田1-1", ""),
                                null)),
                        List.of(new NewOrder.Destination(null, null, null)),
                        List.of(new NewOrder.Line(sku, 2, null, null, 0)),
                        new NewOrder.Payment(PaymentMethod.CASH_ON_DELIVERY, null, ShopPayment.NONE),
                        null,
                        null,
                        null,
                        null))
                .orderNumber();
    }
}
