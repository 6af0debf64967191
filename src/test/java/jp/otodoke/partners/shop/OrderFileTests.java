package jp.otodoke.partners.shop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import jp.otodoke.UnitTest;
import jp.otodoke.partners.shop.ShopOrder.Paid;
import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.TimeSlot;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@UnitTest
class OrderFileTests {
    private static final OrderFormat GENERIC = new GenericOrders();
    private static final OrderFormat EC_CUBE = new EcCubeOrders();
    private static final OrderFormat SHOPIFY = new ShopifyOrders();
    private static final Path DAYS = Path.of("../shared/data/shop");

    @Test
    void readsAnOrderOfTheGenericFormat() {
        var order = only(
                GENERIC,
                ShopFiles.generic()
                        .row("delivery_date=2026-12-01", "time_slot=1416")
                        .row("delivery_date=2026-12-01", "time_slot=1416", "sku=HF-002", "quantity=1", "unit_price=")
                        .utf8());

        assertThat(order.problems()).isEmpty();
        assertThat(order.number()).isEqualTo("G-1");
        assertThat(order.order().orderedAt()).isEqualTo(Instant.parse("2026-11-26T01:00:00Z"));
        assertThat(order.order().items()).hasSize(2);
        assertThat(order.order().items().get(1).price()).isNull();
        assertThat(order.order().destinations().get(0).slot()).isEqualTo(TimeSlot.FROM_14);
        assertThat(order.order().amounts().fee()).isEqualTo(330);
        assertThat(order.order().paid()).isEqualTo(Paid.NO);
    }

    @Test
    void readsAnEcCubeOrderWithChargesPointsAndTwoPlaces() {
        var sums = new String[] {"小計=9000", "送料=550", "値引き=500", "合計=9280", "支払合計=9280", "支払方法(名称)=代金引換"};
        var file = ShopFiles.ecCube()
                .row(with(sums, "お届け時間(名称)=14時-16時", "お届け希望日=2026-12-01 00:00:00"))
                .row(with(
                        sums,
                        "個数=1",
                        "商品コード=HF-002",
                        "出荷ID=2",
                        "配送先_お名前(姓)=試験",
                        "配送先_住所1=浜松市中央区庄和町5-10",
                        "配送先_都道府県(名称)=静岡県"))
                .row(with(sums, "商品名=送料", "商品コード=", "価格=550", "個数=1", "明細区分(ID)=2", "明細区分(名称)=送料"))
                .row(with(sums, "商品名=手数料", "商品コード=", "価格=330", "個数=1", "明細区分(ID)=3", "明細区分(名称)=手数料"))
                .row(with(sums, "商品名=割引", "商品コード=", "価格=-500", "個数=1", "明細区分(ID)=4", "明細区分(名称)=割引"))
                .row(with(sums, "商品名=ポイント", "商品コード=", "価格=-100", "個数=1", "明細区分(ID)=6", "明細区分(名称)=ポイント"));

        var order = only(EC_CUBE, file.cp932());

        assertThat(order.problems()).isEmpty();
        assertThat(order.order().destinations()).hasSize(2);
        assertThat(order.order().destinations().get(0).slot()).isEqualTo(TimeSlot.FROM_14);
        assertThat(order.order().destinations().get(0).date()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(order.order().destinations().get(1).address().city()).isEqualTo("浜松市中央区");
        assertThat(order.order().destinations().get(1).address().line1()).isEqualTo("庄和町5-10");
        assertThat(order.order().items())
                .extracting(ShopOrder.Item::destination)
                .containsExactly(0, 1);
        assertThat(order.order().amounts()).isEqualTo(new ShopOrder.Amounts(550, 330, 500, 100, 9280L));
        assertThat(order.order().method()).isEqualTo("CASH_ON_DELIVERY");
    }

    @Test
    void takesAnEcCubeFileInEitherCharacterSet() {
        var file = ShopFiles.ecCube().row();

        assertThat(only(EC_CUBE, file.cp932()).order().buyer().name()).isEqualTo("見本 花子");
        assertThat(only(EC_CUBE, file.utf8()).order().buyer().name()).isEqualTo("見本 花子");
        assertThat(only(EC_CUBE, ("\ufeff" + file.text()).getBytes(UTF_8))
                        .order()
                        .buyer()
                        .name())
                .isEqualTo("見本 花子");
    }

    @Test
    void readsAShopifyOrderWithItsValuesOnTheFirstRow() {
        var order = only(
                SHOPIFY,
                ShopFiles.shopify()
                        .row("Subtotal=6500", "Total=7050", "Notes=お届け希望日: 2026-12-10 午前中\nのしを付けてください")
                        .bare(
                                "Name=#1001",
                                "Created at=2026-11-26 09:58:00 +0900",
                                "Lineitem quantity=1",
                                "Lineitem price=500",
                                "Lineitem sku=HF-002")
                        .utf8());

        assertThat(order.problems()).isEmpty();
        assertThat(order.number()).isEqualTo("1001");
        assertThat(order.order().paid()).isEqualTo(Paid.YES);
        assertThat(order.order().destinations().get(0).date()).isEqualTo(LocalDate.of(2026, 12, 10));
        assertThat(order.order().destinations().get(0).slot()).isEqualTo(TimeSlot.AM);
        assertThat(order.order().destinations().get(0).phone()).isEqualTo("0300000001");
        assertThat(order.order().destinations().get(0).address().prefecture()).isEqualTo("東京都");
        assertThat(order.order().note()).isEqualTo("のしを付けてください");
        assertThat(order.order().items()).extracting(ShopOrder.Item::line).containsExactly(2, 4);
    }

    @Test
    void takesTheRequestedDeliveryOutOfANoteAndLeavesNoRemark() {
        var order = only(
                SHOPIFY, ShopFiles.shopify().row("Notes=お届け希望日: 2026-12-10 午前中").utf8());

        assertThat(order.order().note()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "商品コード=| 商品コード | required",
                "個数=0| 個数 | invalid",
                "個数=-1| 個数 | invalid",
                "個数=二| 個数 | invalid",
                "価格=高い| 価格 | invalid",
                "郵便番号=100| 郵便番号 | invalid",
                "配送先_郵便番号=| 配送先_郵便番号 | required",
                "お名前(姓)=| お名前(姓) | required",
                "住所1=| 住所1 | required",
                "都道府県(名称)=江戸| 都道府県(名称) | unknown",
                "受注日=2026-13-26 08:20:00| 受注日 | invalid",
                "お届け希望日=明日| お届け希望日 | invalid",
                "お届け時間(名称)=12時-14時| お届け時間(名称) | unknown",
                "支払方法(名称)=物々交換| 支払方法(名称) | unknown",
                "合計=6001| 合計 | mismatch",
                "小計=5000| 小計 | mismatch",
                "対応状況(ID)=3| 対応状況(名称) | cancelled",
                "対応状況(ID)=5| 対応状況(名称) | cancelled",
                "明細区分(ID)=9| 明細区分(名称) | unknown",
                "TEL=電話なし| TEL | invalid",
                "メールアドレス=hanako| メールアドレス | invalid"
            })
    void namesTheLineAndColumnOfAMistakeInAnEcCubeRow(String change, String field, String code) {
        var orders = OrderFile.read(
                EC_CUBE,
                FileContent.of(ShopFiles.ecCube().row().row("注文番号=5002", change).cp932()));

        assertThat(orders.get(0).problems()).isEmpty();
        assertThat(orders.get(1).problems()).anySatisfy(problem -> {
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.code()).isEqualTo(code);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Lineitem sku=| Lineitem sku | required",
                "Lineitem quantity=0| Lineitem quantity | invalid",
                "Shipping Zip='12| Shipping Zip | invalid",
                "Shipping Province=JP-48| Shipping Province | unknown",
                "Shipping Name=| Shipping Name | required",
                "Total=7000| Total | mismatch",
                "Subtotal=1| Subtotal | mismatch",
                "Financial Status=refunded| Financial Status | cancelled",
                "Financial Status=pending| Financial Status | invalid",
                "Cancelled at=2026-11-26 10:00:00 +0900| Cancelled at | cancelled",
                "Fulfillment Status=fulfilled| Fulfillment Status | cancelled",
                "Currency=USD| Currency | invalid",
                "Shipping Country=US| Shipping Country | invalid",
                "Notes=お届け希望日: 2026-12-40| Notes | invalid",
                "Notes=お届け希望日: 2026-12-10 12時-14時| Notes | unknown",
                "Payment Method=PayPal| Payment Method | unknown"
            })
    void namesTheLineAndColumnOfAMistakeInAShopifyRow(String change, String field, String code) {
        var order = only(SHOPIFY, ShopFiles.shopify().row(change).utf8());

        assertThat(order.problems()).anySatisfy(problem -> {
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.code()).isEqualTo(code);
        });
    }

    @ParameterizedTest
    @CsvSource({"個数=0, 個数", "個数=x, 個数", "価格=-1, 価格", "価格=, 価格", "明細区分(ID)=9, 明細区分(名称)"})
    void holdsNoSumAgainstAnEcCubeOrderWithARowThatCannotBeRead(String change, String field) {
        var order = only(EC_CUBE, ShopFiles.ecCube().row().row(change).cp932());

        assertThat(order.problems())
                .extracting(problem -> problem.line() + " " + problem.field())
                .containsExactly("3 " + field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "", "x"})
    void holdsNoSumAgainstAShopifyOrderWithAPriceThatCannotBeRead(String price) {
        var order = only(
                SHOPIFY,
                ShopFiles.shopify()
                        .row()
                        .bare("Name=#1001", "Lineitem quantity=1", "Lineitem price=" + price, "Lineitem sku=HF-002")
                        .utf8());

        assertThat(order.problems())
                .extracting(problem -> problem.line() + " " + problem.field())
                .containsExactly("3 Lineitem price");
    }

    @Test
    void namesOnlyTheMissingNumberOfAnOrderWithoutOne() {
        var ecCube = only(EC_CUBE, ShopFiles.ecCube().row("注文番号=", "合計=1").cp932());
        var shopify = only(SHOPIFY, ShopFiles.shopify().bare("Name=#").utf8());

        assertThat(ecCube.problems()).extracting(Mistake::field).containsExactly("注文番号");
        assertThat(shopify.problems()).extracting(Mistake::field).containsExactly("Name");
    }

    @Test
    void refusesAFileWithARequiredColumnTwice() {
        refused(GENERIC, ShopFiles.GENERIC_HEADER + ",sku\n").isEqualTo("column-twice");
    }

    @Test
    void takesMailAddressAndTimeOfAShopifyOrderFromItsFirstRow() {
        var order = only(
                SHOPIFY,
                ShopFiles.shopify()
                        .row("Total=12550", "Subtotal=12000")
                        .row("Email=other@example.jp", "Created at=2026-11-27 09:58:00 +0900", "Total=", "Subtotal=")
                        .utf8());

        assertThat(order.problems()).isEmpty();
        assertThat(order.order().orderedAt()).isEqualTo("2026-11-26T00:58:00Z");
        assertThat(order.order().buyer().email()).isEqualTo("hanako@example.jp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000", "1,000,000,000,000,000,000,000", "99999999999999999999"})
    void readsNoAmountOfABillionOrMore(String price) {
        var order = only(GENERIC, ShopFiles.generic().row("unit_price=" + price).utf8());

        assertThat(order.problems()).extracting(Mistake::field).containsExactly("unit_price");
    }

    @Test
    void namesTheColumnOfANameThatIsTooLong() {
        var halves = new String[] {"お名前(姓)=" + "見".repeat(60), "お名前(名)=" + "本".repeat(60)};

        assertThat(only(EC_CUBE, ShopFiles.ecCube().row(halves).cp932()).problems())
                .extracting(Mistake::field)
                .containsExactly("お名前(姓)");
        assertThat(only(
                                GENERIC,
                                ShopFiles.generic()
                                        .row("name=" + "見".repeat(101))
                                        .utf8())
                        .problems())
                .extracting(Mistake::field)
                .containsExactly("name");
    }

    @Test
    void takesTheFeeOfAnEcCubeOrderFromItsColumnWhereNoRowHasIt() {
        var header = ShopFiles.ecCube().text().strip().replace("値引き,", "値引き,手数料,");
        var row = ShopFiles.ecCube().row("合計=6330", "支払合計=6330").text().split("\r\n")[1];
        var file = header + "\r\n" + row.replace("\"6000\",\"0\",\"0\"", "\"6000\",\"0\",\"330\",\"0\"") + "\r\n";

        var order = only(EC_CUBE, file.getBytes(UTF_8));

        assertThat(order.problems()).isEmpty();
        assertThat(order.order().amounts().fee()).isEqualTo(330);
    }

    @Test
    void refusesAnOrderWhoseRowsDisagree() {
        var order = only(GENERIC, ShopFiles.generic().row().row("city=港区").utf8());

        assertThat(order.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.field()).isEqualTo("city");
            assertThat(problem.code()).isEqualTo("mismatch");
        });
    }

    @Test
    void countsPhysicalLinesOverQuotedLineBreaks() {
        var orders = OrderFile.read(
                GENERIC,
                FileContent.of(ShopFiles.generic()
                        .row("note=一行目\r\n二行目")
                        .row("order_no=G-2", "quantity=x")
                        .utf8()));

        assertThat(orders.get(1).problems().get(0).line()).isEqualTo(4);
    }

    @Test
    void gathersAnOrderWhoseRowsLieApart() {
        var orders = OrderFile.read(
                GENERIC,
                FileContent.of(ShopFiles.generic()
                        .row()
                        .row("order_no=G-2")
                        .row("sku=HF-002")
                        .utf8()));

        assertThat(orders).extracting(order -> order.rows().size()).containsExactly(2, 1);
    }

    @Test
    void refusesARowWithTooManyCellsButTakesTheOthers() {
        var orders = OrderFile.read(
                GENERIC,
                FileContent.of(ShopFiles.generic()
                        .row()
                        .raw("G-2,2026-11-26,,見本")
                        .row("order_no=G-3")
                        .utf8()));

        assertThat(orders).hasSize(3);
        assertThat(orders.get(1).problems())
                .anySatisfy(p -> assertThat(p.reason()).isEqualTo("row-width"));
        assertThat(orders.get(2).problems()).isEmpty();
    }

    @Test
    void refusesAFileThatIsNotWhole() {
        var text = ShopFiles.generic().row().row("order_no=G-2").text();

        refused(GENERIC, "").isEqualTo("empty");
        refused(GENERIC, text.substring(0, text.lastIndexOf(",\"330\""))).isEqualTo("truncated");
        refused(GENERIC, text.substring(0, text.lastIndexOf("30\""))).isEqualTo("open-quote");
        refused(GENERIC, text.replace("\"見本", "見\"本")).isEqualTo("stray-quote");
        refused(GENERIC, text.replaceFirst("sku", "item")).isEqualTo("column-missing");
        assertThatThrownBy(() -> OrderFile.read(
                        GENERIC, FileContent.of(ShopFiles.generic().row().cp932())))
                .isInstanceOfSatisfying(
                        UnreadableFile.class,
                        file -> assertThat(file.problems().get(0).reason()).isEqualTo("encoding"));
    }

    @Test
    void hasNoOrdersWhereOnlyTheHeaderStands() {
        assertThat(OrderFile.read(GENERIC, FileContent.of(ShopFiles.generic().utf8())))
                .isEmpty();
    }

    @Test
    void knowsAnOrderAgainByWhatWasOrderedAndNotByItsProgress() {
        var first = only(EC_CUBE, ShopFiles.ecCube().row().cp932()).contentHash();
        var same = only(
                EC_CUBE, ShopFiles.ecCube().row("対応状況(ID)=4", "発送日=2026-11-28").cp932());
        var other = only(EC_CUBE, ShopFiles.ecCube().row("住所1=千代田区千代田2-2").cp932());

        assertThat(same.contentHash()).isEqualTo(first);
        assertThat(other.contentHash()).isNotEqualTo(first);
    }

    static boolean daysAreThere() {
        return Files.isDirectory(DAYS);
    }

    @Test
    @EnabledIf("daysAreThere")
    void readsTheDaysOfARealFirmWithoutAMistake() throws IOException {
        var ecCube = OrderFile.read(
                EC_CUBE, FileContent.of(Files.readAllBytes(DAYS.resolve("orders-ec-cube-2026-11-26.csv"))));
        var shopify = OrderFile.read(
                SHOPIFY, FileContent.of(Files.readAllBytes(DAYS.resolve("orders-shopify-2026-12-01.csv"))));

        assertThat(ecCube).hasSize(136).allSatisfy(order -> assertThat(order.problems())
                .isEmpty());
        assertThat(shopify).hasSize(134).allSatisfy(order -> assertThat(order.problems())
                .isEmpty());
        assertThat(shopify).allSatisfy(order -> assertThat(order.order().note()).isNull());
        assertThat(ecCube).allSatisfy(order -> assertThat(
                        order.order().destinations().get(0).address().city())
                .isNotEmpty());
    }

    private static AbstractStringAssert<?> refused(OrderFormat format, String text) {
        try {
            OrderFile.read(format, FileContent.of(text.getBytes(UTF_8)));
            return assertThat("taken");
        } catch (UnreadableFile file) {
            return assertThat(file.problems().get(0).reason());
        }
    }

    private static ReadOrder only(OrderFormat format, byte[] bytes) {
        List<ReadOrder> orders = OrderFile.read(format, FileContent.of(bytes));
        assertThat(orders).hasSize(1);
        return orders.get(0);
    }

    private static String[] with(String[] first, String... more) {
        var all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }
}
