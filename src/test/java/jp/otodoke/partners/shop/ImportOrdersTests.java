package jp.otodoke.partners.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jp.otodoke.ModuleTest;
import jp.otodoke.TestClock;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.partners.exchange.FileFormat;
import jp.otodoke.partners.exchange.Intake;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.InvalidInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class ImportOrdersTests {
    @Autowired
    private Given given;

    @Autowired
    private ImportOrders importOrders;

    @Autowired
    private Intake intake;

    @Autowired
    private List<FileFormat<?>> fileFormats;

    @Autowired
    private FindOrder findOrder;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void aMorningWithTwoProducts() {
        clock.set("2026-11-26T06:00:00+09:00");
        given.product(ProductMother.tea().coded("HF-001"));
        given.product(ProductMother.tea().coded("HF-002"));
    }

    @Test
    void takesTheGoodOrdersAndLeavesTheBadOneToAPerson() {
        var file = ShopFiles.ecCube()
                .row("注文番号=6001")
                .row("注文番号=6002", "商品コード=GONE-9")
                .row("注文番号=6003", "会員ID=");

        var report = run("ec-cube", file.cp932());

        assertThat(report).extracting("read", "created", "existing", "rejected").containsExactly(3, 2, 0, 1);
        assertThat(report.mistakes()).singleElement().satisfies(mistake -> {
            assertThat(mistake.line()).isEqualTo(3);
            assertThat(mistake.field()).isEqualTo("商品コード");
            assertThat(mistake.code()).isEqualTo("unknown");
            assertThat(mistake.message()).contains("GONE-9");
            assertThat(mistake.row()).contains("商品コード=GONE-9");
        });
        assertThat(tasks("row-rejected", "6002"))
                .singleElement()
                .asString()
                .as("the mistake, and not the row as the file has it")
                .contains("「商品コード」", "GONE-9")
                .doesNotContain("商品コード=");
    }

    /** A customer waits for it and nobody but the shop has it, so it presses, and by its money like any order. */
    @Test
    void aRejectedOrderIsDueWithinHoursAndShowsItsAmount() {
        run("ec-cube", ShopFiles.ecCube().row("注文番号=6011", "商品コード=GONE-9").cp932());

        var task = jdbc.sql(
                        """
                        select yen, priority, due_at - created_at between interval '239 minutes' and interval '241 minutes' as soon from task
                         where type = 'row-rejected' and state = 'OPEN' and reason like '%6011%'
                        """)
                .query()
                .singleRow();
        assertThat((Long) task.get("yen")).isPositive();
        assertThat(task).containsEntry("priority", 1).containsEntry("soon", true);
    }

    @Test
    void changesNothingWhenTheSameFileComesAgain() {
        var file = ShopFiles.ecCube().row("注文番号=6101").row("注文番号=6102", "個数=0").cp932();
        run("ec-cube", file);

        var again = run("ec-cube", file);

        assertThat(again).extracting("read", "created", "existing", "rejected").containsExactly(2, 0, 1, 1);
        assertThat(tasks("row-rejected", "6102")).hasSize(1);
        assertThat(tasks("order-changed-at-shop", "6101")).isEmpty();
    }

    @Test
    void keepsTheOrderAndAsksAPersonWhenTheShopHasChangedIt() {
        run("ec-cube", ShopFiles.ecCube().row("注文番号=6201").cp932());
        var changed = ShopFiles.ecCube()
                .row("注文番号=6201", "個数=3", "小計=9000", "合計=9000", "支払合計=9000")
                .cp932();

        var report = run("ec-cube", changed);
        run("ec-cube", changed);

        assertThat(report).extracting("created", "existing", "rejected").containsExactly(0, 1, 0);
        assertThat(tasks("order-changed-at-shop", "6201")).hasSize(1);
    }

    @Test
    void closesTheTaskOfARejectedOrderOnceItComesInGoodShape() {
        run("ec-cube", ShopFiles.ecCube().row("注文番号=6301", "住所1=").cp932());
        assertThat(tasks("row-rejected", "6301")).hasSize(1);

        run("ec-cube", ShopFiles.ecCube().row("注文番号=6301").cp932());

        assertThat(tasks("row-rejected", "6301")).isEmpty();
    }

    @Test
    void savesNothingInADryRun() {
        var file = ShopFiles.ecCube().row("注文番号=6401").row("注文番号=6402", "個数=0").cp932();

        var report = ImportReport.of(importOrders.dryRun("ec-cube", "orders.csv", FileContent.of(file)));

        assertThat(report).extracting("read", "created", "existing", "rejected").containsExactly(2, 1, 0, 1);
        assertThat(findOrder.numberByChannel("EC_CUBE", "6401")).isEmpty();
        assertThat(tasks("row-rejected", "6402")).isEmpty();
        assertThat(run("ec-cube", file).created()).isEqualTo(1);
    }

    @Test
    void takesPricesAndChargesAsTheShopDecidedAndKeepsWhereTheOrderCameFrom() {
        run(
                "shopify",
                ShopFiles.shopify()
                        .row("Name=#6501", "Lineitem price=2500", "Subtotal=5000", "Total=5550")
                        .utf8());

        var row = order("SHOPIFY", "6501");

        assertThat(row)
                .containsEntry("goods", 5000L)
                .containsEntry("shipping", 550L)
                .containsEntry("total", 5550L);
        assertThat(row)
                .containsEntry("shop_payment", "PAID")
                .containsEntry("note", "")
                .containsEntry("source_file", "orders.csv")
                .containsEntry("source_line", 2);
        assertThat(row.get("source_message_id")).isNotNull();
    }

    @Test
    void knowsAMemberAgainWhateverElseHasChanged() {
        run("ec-cube", ShopFiles.ecCube().row("注文番号=6601", "会員ID=990").cp932());
        run(
                "ec-cube",
                ShopFiles.ecCube()
                        .row(
                                "注文番号=6602",
                                "会員ID=990",
                                "お名前(姓)=新姓",
                                "メールアドレス=new@example.jp",
                                "TEL=0300009999",
                                "郵便番号=1500001",
                                "住所1=渋谷区神宮前1-1")
                        .cp932());

        assertThat(order("EC_CUBE", "6602").get("customer_number"))
                .isEqualTo(order("EC_CUBE", "6601").get("customer_number"));
    }

    @Test
    void takesOurOwnCustomerNumberInTheGenericFormat() {
        run("generic", ShopFiles.generic().row("order_no=G-6701").utf8());
        var customer = order("GENERIC", "G-6701").get("customer_number");

        run(
                "generic",
                ShopFiles.generic()
                        .row("order_no=G-6702", "customer_no=" + customer, "name=別名")
                        .utf8());
        var unknown = run(
                "generic",
                ShopFiles.generic()
                        .row("order_no=G-6703", "customer_no=C9999999")
                        .utf8());

        assertThat(order("GENERIC", "G-6702").get("customer_number")).isEqualTo(customer);
        assertThat(unknown.mistakes()).singleElement().satisfies(mistake -> {
            assertThat(mistake.field()).isEqualTo("customer_no");
            assertThat(mistake.code()).isEqualTo("unknown");
        });
    }

    @Test
    void refusesARequestedDateThatHasPassedAndAnOrderFromTheFuture() {
        var report = run(
                "ec-cube",
                ShopFiles.ecCube()
                        .row("注文番号=6801", "お届け希望日=2026-11-25 00:00:00")
                        .row("注文番号=6802", "受注日=2026-11-28 08:00:00")
                        .cp932());

        assertThat(report.mistakes()).extracting(ImportReport.Mistake::field).containsExactly("お届け希望日", "受注日");
    }

    @Test
    void aCharacterThatNoDatabaseStoresRejectsItsOrderAndNoOther() {
        var report = run(
                "generic",
                ShopFiles.generic()
                        .row("order_no=G-69\0")
                        .row("order_no=G-6902", "name=見本\0花子")
                        .row("order_no=G-6903")
                        .utf8());

        assertThat(report)
                .extracting(ImportReport::created, ImportReport::rejected)
                .containsExactly(1, 2);
        assertThat(report.mistakes()).extracting(ImportReport.Mistake::field).containsExactly("order_no", "name");
    }

    @Test
    void refusesAFileThatItCannotRead() {
        assertThatThrownBy(() -> run("ec-cube", new byte[0])).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> run("rakuten", ShopFiles.generic().utf8()))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.problems().get(0).field()).isEqualTo("format"));
    }

    @Test
    void ofManyRejectedOrdersTheFirstHaveTasksAndOneTaskTellsOfTheOthers() {
        var file = ShopFiles.ecCube();
        IntStream.range(0, 130).forEach(i -> file.row("注文番号=MANY%03d".formatted(i), "価格=x"));

        var first = run("ec-cube", file.cp932());
        run("ec-cube", file.cp932());

        assertThat(first).extracting(ImportReport::read, ImportReport::rejected).containsExactly(130, 130);
        assertThat(first.mistakes()).extracting(ImportReport.Mistake::line).contains(2, 131);
        assertThat(tasks("row-rejected", "MANY")).hasSize(100);
        assertThat(tasks("more-records-rejected", "ほかに30件"))
                .hasSize(2)
                .allMatch(reason -> reason.contains("/imports/"));
    }

    @Test
    void anOrderOfMoreRowsThanAnyIsRejectedAsAWhole() {
        var file = ShopFiles.generic();
        IntStream.rangeClosed(0, OrderFile.MOST_ROWS).forEach(i -> file.row("order_no=LONG"));

        var report = run("generic", file.utf8());

        assertThat(report)
                .extracting(ImportReport::read, ImportReport::rejected)
                .containsExactly(1, 1);
        assertThat(report.mistakes())
                .extracting(m -> m.line() + " " + m.field() + " " + m.code())
                .containsExactly("2 order_no invalid");
    }

    @Test
    void takesOrderFilesOutOfTheShopsFolder() {
        var file = ShopFiles.ecCube().row("注文番号=6901").row("注文番号=6902", "価格=x").cp932();

        var taken = intake.take("shop", "ec-cube_20261126.csv", FileContent.of(file), true);
        var refused = intake.take("shop", "shopify_20261126.csv", FileContent.of("Name,Email\n".getBytes()), true);

        assertThat(taken.state()).hasToString("BOOKED");
        assertThat(findOrder.numberByChannel("EC_CUBE", "6901")).isPresent();
        assertThat(tasks("row-rejected", "6902")).hasSize(1);
        assertThat(refused.state()).hasToString("REFUSED");
        assertThat(refused.reason()).contains("Financial Status");
    }

    private ImportReport run(String format, byte[] file) {
        return ImportReport.of(importOrders.take(format, "orders.csv", FileContent.of(file)));
    }

    private List<String> tasks(String type, String word) {
        return jdbc.sql("select reason from task where type = :type and state = 'OPEN' and reason like :word")
                .param("type", type)
                .param("word", "%" + word + "%")
                .query(String.class)
                .list();
    }

    private Map<String, Object> order(String channel, String number) {
        return jdbc.sql("select * from orders where channel = :channel and channel_order_id = :number")
                .param("channel", channel)
                .param("number", number)
                .query()
                .singleRow();
    }
}
