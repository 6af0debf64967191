package jp.otodoke.partners.shop;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.UnitTest;
import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.platform.files.FileContent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shopify's discounts may be off the goods, off the shipping or off both; subtotal and total have to agree with them. */
@UnitTest
class ShopifyAmountsTests {
    @ParameterizedTest
    @CsvSource({
        "3000, 550, 0, 3550, 0",
        "2500, 550, 500, 3050, 500",
        "3000, 550, 550, 3000, 550",
        "2500, 550, 1050, 2500, 1050",
        "0, 550, 3550, 0, 3550"
    })
    void aDiscountMayCoverTheShippingToo(String subtotal, String shipping, String discount, long total, long off) {
        var order = read(subtotal, shipping, discount, total);

        assertThat(order.problems()).isEmpty();
        assertThat(order.order().amounts().discount()).isEqualTo(off);
        assertThat(order.order().amounts().total()).isEqualTo(total);
    }

    @ParameterizedTest
    @CsvSource({"2900, 550, 550, 3000", "2500, 550, 500, 3000", "100, 550, 3550, 0"})
    void sumsThatDoNotAgreeAreAMistake(String subtotal, String shipping, String discount, long total) {
        assertThat(read(subtotal, shipping, discount, total).problems())
                .extracting(Mistake::reason)
                .containsOnly("sum");
    }

    private static ReadOrder read(String subtotal, String shipping, String discount, long total) {
        var file = ShopFiles.shopify()
                .row(
                        "Lineitem quantity=1",
                        "Lineitem price=3000",
                        "Lineitem discount=0",
                        "Subtotal=" + subtotal,
                        "Shipping=" + shipping,
                        "Discount Amount=" + discount,
                        "Total=" + total);
        return OrderFile.read(new ShopifyOrders(), FileContent.of(file.utf8())).get(0);
    }
}
