package jp.otodoke.partners.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.otodoke.UnitTest;
import jp.otodoke.partners.shop.ShopOrder.Amounts;
import jp.otodoke.partners.shop.ShopOrder.Item;
import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.platform.files.FileContent;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The prices of EC-CUBE are with tax or without, its sums with tax; the sums tell which. */
@UnitTest
class EcCubeAmountsTests {
    private static final String SHIPPING_550 = "送料 550 1 10";

    /** A row is written {@code kind price quantity rate}. */
    @ParameterizedTest
    @CsvSource({
        "商品 2778.00 2 8, 6000.00, 6550.00, 3000",
        "商品 2000.00 2 10, 4400.00, 4950.00, 2200",
        "商品 2778 1 8; 商品 2000 3 10, 9600, 10150, 3000 2200",
        "商品 105 3 10, 348, 898, 116",
        "商品 105 3 10, 345, 895, 115",
        "商品 105 3 10; 商品 99 2 8, 557, 1107, 115 106",
        "商品 106 1 10; 商品 101 2 8, 335, 885, 117 109",
        "商品 101 1 10; 商品 101 2 8, 329, 879, 111 109",
        "商品 101 1 10; 商品 101 2 8, 332, 882, 112 110",
        "商品 1000 1 10.00; 商品 84 5 0, 1520, 2070, 1100 84",
        "商品 1000 1 10%, 1100, 1650, 1100",
        "商品 1000 1 １０, 1100, 1650, 1100",
        "商品 3000 1 8, 3000, 3550, 3000",
        "商品 3000 1 8, '', 3550, 3000",
        "商品 2778 2 8, '', 6550, 3000",
        "商品 2778 2 8, 5556, 6550, 3000",
        "商品 2778 2 8; 税 444 1 0, 5556, 6550, 3000"
    })
    void unitPricesAreWithTaxAndAddUpToTheSubtotal(String rows, String subtotal, String total, String prices) {
        var order = read(rows, "小計=" + subtotal, "合計=" + total, "支払合計=" + total);

        assertThat(order.problems()).isEmpty();
        assertThat(order.order().items())
                .extracting(Item::price)
                .containsExactly(
                        Arrays.stream(prices.split(" ")).map(Long::valueOf).toArray(Long[]::new));
        assertThat(order.order().amounts().shipping()).isEqualTo(550);
        assertThat(order.order().amounts().total()).isEqualTo((long) Double.parseDouble(total));
    }

    @ParameterizedTest
    @CsvSource({
        "商品 2000 2 10; 割引 -500 1 10, 4400, 550, 4400, 550",
        "商品 2200 2 10; 割引 -550 1 10, 4400, 550, 4400, 550",
        "商品 2000 2 10; 割引 -550 1 10, 4400, 550, 4400, 550",
        "商品 2200 2 10; 割引 -500 1 10, 4400, 550, 4400, 550",
        "商品 2000 2 10; 割引 -500 1 10, 4400, 500, 4400, 550",
        "商品 2000 2 10; 割引 -500 1 10, 4400, 0, 4400, 550",
        "商品 2000 2 10; 割引 -105 1 10, 4400, 116, 4834, 116",
        "商品 2000 2 10; 割引 -105 1 10, 4400, 115, 4835, 115",
        "商品 2000 2 10; 割引 -100 2 10, 4400, 220, 4730, 220",
        "商品 2000 2 10; 値引き -500 1 0, 4400, 500, 4450, 500"
    })
    void discountsAreWithTaxAndAddUpToTheTotal(
            String rows, String subtotal, String stated, String total, long discount) {
        var order = read(rows, "小計=" + subtotal, "値引き=" + stated, "合計=" + total, "支払合計=" + total);

        assertThat(order.problems()).isEmpty();
        assertThat(order.order().amounts()).isEqualTo(new Amounts(550, 0, discount, 0, Long.valueOf(total)));
    }

    @Test
    void pointsHaveNoTax() {
        var order = read("商品 2000 2 10; ポイント -300 1 0", "小計=4400", "値引き=300", "合計=4650", "支払合計=4650");

        assertThat(order.problems()).isEmpty();
        assertThat(order.order().amounts()).isEqualTo(new Amounts(550, 0, 0, 300, 4650L));
    }

    @ParameterizedTest
    @CsvSource({
        "商品 2778 2 8, 6001, 6551, 小計",
        "商品 2778 2 8, 6000, 6551, 合計",
        "商品 2778 2 '', 6000, 6550, 小計",
        "商品 105 3 10, 346, 896, 小計"
    })
    void sumsThatNoWayOfTaxExplainsAreNamed(String rows, String subtotal, String total, String column) {
        var order = read(rows, "小計=" + subtotal, "合計=" + total, "支払合計=" + total);

        assertThat(order.problems()).extracting(Mistake::field).contains(column);
        assertThat(order.problems()).extracting(Mistake::code).containsOnly(Mistake.MISMATCH);
    }

    @Property(tries = 500)
    void whateverTheRatesAndTheRoundingTheSumsOfTheShopStand(
            @ForAll("lines") List<Line> lines, @ForAll EcCubeTax tax, @ForAll EcCubeTax ofDiscount) {
        long subtotal = lines.stream()
                .mapToLong(line -> tax.priceWithTax(line.price(), line.rate()) * line.quantity())
                .sum();
        long discount = -ofDiscount.priceWithTax(-33, 8);
        var rows = new ArrayList<String>();
        lines.forEach(line -> rows.add("商品 " + line.price() + " " + line.quantity() + " " + line.rate()));
        rows.add("割引 -33 1 8");

        var order = read(
                String.join(";", rows),
                "小計=" + subtotal,
                "値引き=" + discount,
                "合計=" + (subtotal + 550 - discount),
                "支払合計=" + (subtotal + 550 - discount));

        assertThat(order.problems()).isEmpty();
        assertThat(order.order().items())
                .extracting(Item::price)
                .containsExactlyElementsOf(lines.stream()
                        .map(line -> tax.priceWithTax(line.price(), line.rate()))
                        .toList());
        assertThat(order.order().amounts().discount()).isEqualTo(discount);
    }

    private static ReadOrder read(String rows, String... sums) {
        var file = ShopFiles.ecCube();
        for (var row : (rows + ";" + SHIPPING_550).split(";")) {
            var parts = row.strip().split(" ", -1);
            var cells = new ArrayList<>(List.of(sums));
            cells.addAll(List.of(
                    "明細区分(ID)=",
                    "明細区分(名称)=" + parts[0],
                    "価格=" + parts[1],
                    "個数=" + parts[2],
                    "税率=" + parts[3].replace("'", ""),
                    "送料=550"));
            file.row(cells.toArray(String[]::new));
        }
        return OrderFile.read(new EcCubeOrders(), FileContent.of(file.utf8())).get(0);
    }

    record Line(long price, int quantity, int rate) {}

    @Provide
    Arbitrary<List<Line>> lines() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 20_000),
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.of(0, 8, 10))
                .as(Line::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }
}
