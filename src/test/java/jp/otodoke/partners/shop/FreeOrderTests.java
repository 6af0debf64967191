package jp.otodoke.partners.shop;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.UnitTest;
import jp.otodoke.partners.shop.ShopOrder.Paid;
import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.platform.files.FileContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where nothing is owed, no method of payment is needed. */
@UnitTest
class FreeOrderTests {
    private static final OrderFormat EC_CUBE = new EcCubeOrders();
    private static final OrderFormat SHOPIFY = new ShopifyOrders();
    private static final OrderFormat GENERIC = new GenericOrders();

    @ParameterizedTest
    @CsvSource({
        "ポイント全額決済, BANK_TRANSFER, NO",
        "0円決済, BANK_TRANSFER, NO",
        "'', BANK_TRANSFER, NO",
        "銀行振込, BANK_TRANSFER, NO",
        "代金引換, CASH_ON_DELIVERY, NO",
        "クレジットカード, CREDIT_CARD, YES"
    })
    void anEcCubeOrderPaidByPointsIsTaken(String name, String method, Paid paid) {
        var sums = new String[] {"小計=6000", "値引き=6000", "合計=0", "支払合計=0", "支払方法(名称)=" + name};

        var order = only(
                EC_CUBE,
                ShopFiles.ecCube()
                        .row(sums)
                        .row(
                                sums[0],
                                sums[1],
                                sums[2],
                                sums[3],
                                sums[4],
                                "価格=-6000",
                                "個数=1",
                                "商品コード=",
                                "明細区分(ID)=6",
                                "明細区分(名称)=ポイント")
                        .cp932());

        assertThat(order.problems()).isEmpty();
        assertThat(order.order().amounts().total()).isZero();
        assertThat(order.order().method()).isEqualTo(method);
        assertThat(order.order().paid()).isEqualTo(paid);
    }

    @ParameterizedTest
    @CsvSource({
        "'', paid, BANK_TRANSFER, YES",
        "'', pending, BANK_TRANSFER, NO",
        "Gift Card, paid, BANK_TRANSFER, YES",
        "Cash on Delivery (COD), paid, CASH_ON_DELIVERY, YES",
        "shopify_payments, pending, CREDIT_CARD, YES",
        "shopify_payments, authorized, CREDIT_CARD, YES"
    })
    void aShopifyOrderDiscountedByAllIsTaken(String name, String status, String method, Paid paid) {
        var order = only(
                SHOPIFY,
                ShopFiles.shopify()
                        .row(
                                "Subtotal=0",
                                "Shipping=0",
                                "Total=0",
                                "Discount Amount=6000",
                                "Payment Method=" + name,
                                "Financial Status=" + status)
                        .utf8());

        assertThat(order.problems()).isEmpty();
        assertThat(order.order().method()).isEqualTo(method);
        assertThat(order.order().paid()).isEqualTo(paid);
    }

    @Test
    void aGenericOrderOf0YenIsTakenUnlessAPriceIsLeftToThePriceList() {
        var free = new String[] {"unit_price=0", "shipping=0", "fee=0", "payment_method="};

        assertThat(only(GENERIC, ShopFiles.generic().row(free).utf8()).problems())
                .isEmpty();
        assertThat(only(
                                GENERIC,
                                ShopFiles.generic()
                                        .row("unit_price=", "shipping=0", "fee=0", "payment_method=")
                                        .utf8())
                        .problems())
                .extracting(Mistake::field)
                .containsExactly("payment_method");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0円決済", "ポイント全額決済"})
    void whereSomethingIsOwedTheMethodHasToBeKnown(String name) {
        assertThat(only(EC_CUBE, ShopFiles.ecCube().row("支払方法(名称)=" + name).cp932())
                        .problems())
                .extracting(Mistake::field)
                .containsExactly("支払方法(名称)");
        assertThat(only(
                                SHOPIFY,
                                ShopFiles.shopify()
                                        .row("Payment Method=" + name)
                                        .utf8())
                        .problems())
                .extracting(Mistake::field)
                .containsExactly("Payment Method");
    }

    private static ReadOrder only(OrderFormat format, byte[] bytes) {
        var orders = OrderFile.read(format, FileContent.of(bytes));
        assertThat(orders).hasSize(1);
        return orders.get(0);
    }
}
