package jp.otodoke.desk.orderentry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import jp.otodoke.OtodokeTest;
import jp.otodoke.TestClock;
import jp.otodoke.catalog.ChangeWrappingFee;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.customers.NewCustomer;
import jp.otodoke.customers.RegisterCustomer;
import jp.otodoke.inventory.Warehouse;
import jp.otodoke.loyalty.AddCoupon;
import jp.otodoke.loyalty.AdjustPoints;
import jp.otodoke.media.Medium;
import jp.otodoke.media.SaveMedium;
import jp.otodoke.mothers.Corrupt;
import jp.otodoke.mothers.CouponMother;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.Confirmations;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Taking orders on the telephone, on Thursday, 26 November 2026, before the warehouse's closing time. */
@OtodokeTest
class OrderEntryTests {
    private static final Pattern CONFIRMED = Pattern.compile("name=\"confirmed\" value=\"(\\w+)\"");

    @Autowired
    Given given;

    @Autowired
    Corrupt corrupt;

    @Autowired
    ChangeWrappingFee changeWrappingFee;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    RegisterCustomer registerCustomer;

    @Autowired
    FindCustomer customers;

    @Autowired
    FindOrder orders;

    @Autowired
    Confirmations confirmations;

    @Autowired
    SaveMedium saveMedium;

    @Autowired
    AdjustPoints adjustPoints;

    @Autowired
    AddCoupon addCoupon;

    @Autowired
    PlatformTransactionManager transactions;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private String tea = "";
    private String cream = "";
    private String customer = "";

    @BeforeEach
    void aCustomerAndGoods() {
        clock.set("2026-11-26T10:00:00+09:00");
        tea = given.product(teaAt(3000), 500);
        cream = given.product(cream(), 500);
        customer =
                registerCustomer.register(person("電話 花子" + mark, "東京都", "千代田区")).value();
    }

    @Test
    void anOrderByTelephoneIsFinalOnlyOnceTheConfirmationWasReadOut() {
        var form = form(tea, "2");

        var read = post(form);
        assertThat(read).hasStatusOk().bodyText().contains("お茶 " + mark + " 2点 6,000円", "6,880円", "代金引換", "キャンセル");
        assertThat(orderOf(customer)).isEmpty();

        var number = number(post(and(form, "confirmed", confirmed(read))));
        assertThat(orderOf(customer)).containsExactly(number);
        assertThat(confirmations.of(number)).singleElement().satisfies(saved -> {
            assertThat(saved.version()).isEqualTo(confirmations.wording().version());
            assertThat(saved.readBy()).isEqualTo("operator");
            assertThat(body(read))
                    .contains(saved.body().lines().skip(1).findFirst().orElseThrow());
        });
        assertThat(get("/orders/" + number)).bodyText().contains("読み上げた最終確認", "6,880円");
    }

    @Test
    void pointsAndACouponReduceTheTotalAndAreReadOut() {
        adjustPoints.adjust(CustomerNumber.of(customer), Yen.of(500), "試験");
        var coupon = addCoupon.add(CouponMother.yen(400).build());
        var form = form(tea, "2");
        form.put("coupon", coupon.toLowerCase(Locale.ROOT));
        form.put("points", "３００");

        var read = post(form);
        assertThat(read).bodyText().contains("6,180円(クーポンによる値引 400円、ポイントのご利用 300円", "残高 500 ポイント");

        var totals = orders.get(number(post(and(form, "confirmed", confirmed(read)))))
                .totals();
        assertThat(totals.points()).isEqualTo(Yen.of(300));
        assertThat(totals.discount()).isEqualTo(Yen.of(400));
    }

    @Test
    void allPointsAreUsedByOneButtonAndTooManyAreSaidBeforehand() {
        adjustPoints.adjust(CustomerNumber.of(customer), Yen.of(500), "試験");
        var form = form(tea, "2");

        assertThat(post(and(form, "act", "all-points"))).bodyText().contains("name=\"points\"", "value=\"500\"");
        assertThat(post(and(form, "points", "501"))).bodyText().contains("使えるポイントは 500 です。", "¥6,880");
        assertThat(post(and(form, "coupon", "NO-SUCH"))).bodyText().contains("クーポン NO-SUCH はありません。");
    }

    @Test
    void stockIsThatOfTheWarehouseTheGoodsWouldLeaveFromAndWhatWaitsIsSaid() {
        var scarce = given.product(ProductMother.tea(), 1);
        given.stock(scarce, Warehouse.of("COOL"), 50);
        var form = form(scarce, "5");
        form.put("lines[1].sku", tea);
        form.put("lines[1].quantity", "1");

        assertThat(check(form))
                .hasStatusOk()
                .bodyText()
                .contains("在庫不足(1", "ほかの倉庫に 50", "出荷の分かれ方", "本倉庫 常温", "入荷待ち(" + scarce + ")");
        assertThat(check(form(tea, "1"))).bodyText().doesNotContain("出荷の分かれ方");
        assertThat(get("/orders/new/products?q=" + scarce)).bodyText().contains("在庫 1<", "ほかの倉庫に 50");
    }

    @Test
    void moreThanTheDriverCollectsIsSaidWhileItIsTypedAndMayBePlacedAllTheSame() {
        var tooMuch = form(tea, "100");

        assertThat(check(tooMuch))
                .hasStatusOk()
                .bodyText()
                .contains("ヤマト運輸が1個口で集金できる代引の上限 ¥300,000 を超えます")
                .doesNotContain("??");
        assertThat(check(form(tea, "99"))).bodyText().doesNotContain("代引の上限");
        assertThat(check(and(tooMuch, "method", "BANK_TRANSFER"))).bodyText().doesNotContain("代引の上限");

        assertThat(orderOf(customer)).isEmpty();
        var number = place(tooMuch);
        assertThat(orderOf(customer)).containsExactly(number);
    }

    @Test
    void whatChangedSinceItWasReadIsReadAgain() {
        var form = form(tea, "2");
        var print = confirmed(post(form));

        var repeatOrder = post(and(and(form, "confirmed", print), "lines[0].quantity", "3"));

        assertThat(repeatOrder).hasStatusOk().bodyText().contains("もう一度お読みください");
        assertThat(orderOf(customer)).isEmpty();
    }

    @Test
    void aNewWordingIsANewVersionAndOldConfirmationsStay() {
        var number = place(form(tea, "1"));
        var before = confirmations.of(number).get(0);
        var old = confirmations.wording();

        var version = confirmations.write(old.body() + "\n以上です。", "manager");

        assertThat(version).isEqualTo(old.version() + 1);
        assertThat(confirmations.of(number)).containsExactly(before);
        assertThat(body(post(and(form(tea, "1"), "token", UUID.randomUUID().toString()))))
                .contains("以上です。");
        confirmations.write(old.body(), "manager");
    }

    @Test
    void aFormSentTwiceMakesOneOrderAndSaysSo() {
        var form = form(tea, "2");
        var confirmed = and(form, "confirmed", confirmed(post(form)));

        var first = post(confirmed);
        var second = post(confirmed);

        assertThat(number(second)).isEqualTo(number(first));
        assertThat(orderOf(customer)).hasSize(1);
        assertThat(get("/orders/new?draft=" + form.get("token"))).hasRedirectedUrl("/orders/" + number(first));
    }

    @Test
    void anOrderThatNeedsNobodyIsReadyAsItIsPlaced() {
        assertThat(orders.get(place(form(tea, "2"))).status()).isEqualTo(OrderStatus.READY);
    }

    @Test
    void anOrderThatCannotBePreparedAsItIsPlacedIsPlacedOnceNevertheless() {
        corrupt.allocationOfRefused(tea);
        try {
            var form = form(tea, "2");
            var confirmed = and(form, "confirmed", confirmed(post(form)));

            var number = number(post(confirmed));

            assertThat(orders.get(number).status()).isEqualTo(OrderStatus.RECEIVED);
            assertThat(confirmations.of(number)).hasSize(1);
            assertThat(number(post(confirmed))).isEqualTo(number);
            assertThat(orderOf(customer)).containsExactly(number);
        } finally {
            corrupt.allocationsAccepted();
        }
    }

    @Test
    void aFaxNeedsNoReadingOut() {
        assertThat(number(post(and(form(tea, "1"), "channel", "FAX"))).value()).startsWith("A");
    }

    @Test
    void aDayThatCannotBeReachedIsRefusedWithItsReason() {
        var far = registerCustomer
                .register(person("遠方 花子" + mark, "北海道", "札幌市中央区"))
                .value();
        var form = and(form(tea, "1"), "customer", far);

        assertThat(post(and(form, "to[0].date", "2026-11-27"))).bodyText().contains("この地域には間に合いません");
        assertThat(post(and(and(form, "to[0].date", "2026-11-28"), "to[0].slot", "AM")))
                .bodyText()
                .contains("この時間帯にはお届けできません");
        assertThat(post(and(form(tea, "1000"), "to[0].date", "2026-11-30")))
                .bodyText()
                .contains("在庫が足りないため、日にちをお約束できません");
        assertThat(body(post(and(form, "to[0].date", "2026-11-29")))).contains("11月29日");
    }

    @Test
    void theDaysOfferedStateTheirReasons() {
        clock.set("2026-11-26T15:30:00+09:00");

        assertThat(check(form(tea, "1")))
                .bodyText()
                .contains("本日の出荷の締め時刻を過ぎたため", "value=\"2026-11-28\"")
                .doesNotContain("??");
    }

    /** Wrapping is charged for each destination that is wrapped, taxed as a fee is, shown while typing and read out. */
    @Test
    void wrappingIsChargedPerDestinationShownAndReadOut() {
        wrappingCosts(330);
        try {
            var form = and(form(tea, "2"), "to[0].wrap", "true");

            // 6,000 + 550 + 330 for wrapping, and 330 for cash on delivery
            assertThat(check(form)).bodyText().contains("¥7,210", "ギフト包装", "10%対象 ¥1,210", "¥110");
            assertThat(get("/orders/new?customer=" + customer)).bodyText().contains("(+¥330)");
            assertThat(post(form)).bodyText().contains("手数料は660円(うちギフト包装 330円)");
            var number = place(form);

            new TransactionTemplate(transactions).executeWithoutResult(s -> {
                var totals = orders.get(number).totals();
                assertThat(totals.fee().amount()).isEqualTo(660);
                assertThat(totals.wrapping().amount()).isEqualTo(330);
                assertThat(totals.total().amount()).isEqualTo(7210);
            });
            assertThat(get("/orders/" + number)).bodyText().contains("ギフト包装", "¥7,210");
        } finally {
            wrappingCosts(0);
        }
    }

    @Test
    void aDestinationThatNothingGoesToCostsNothing() {
        wrappingCosts(330);
        try {
            var form = form(tea, "2");
            form.putAll(destination(1, "贈り 先子", "北海道", "060-0000"));
            form.put("to[1].wrap", "true");

            assertThat(check(form)).bodyText().contains("¥6,880").doesNotContain("¥7,760");
        } finally {
            wrappingCosts(0);
        }
    }

    private void wrappingCosts(long yen) {
        changeWrappingFee.change(LocalDate.of(2026, 11, 26), Yen.of(yen));
    }

    @Test
    void severalDestinationsPayTheirShippingAndTheTaxIsRoundedOncePerRate() {
        var form = and(form(tea, "1"), "lines[1].sku", cream);
        form.put("lines[1].quantity", "1");
        form.put("lines[1].to", "1");
        form.putAll(destination(1, "贈り 先子", "北海道", "060-0000"));
        form.put("to[1].noshi", "RED_WHITE_BOW");
        form.put("to[1].noshiTitle", "御歳暮");
        form.put("to[1].noshiName", "電話");
        form.put("to[1].slipNote", "玄関前に");

        // 3,000 + 4,400 + 550 + 880 = 8,830, and 330 for cash on delivery
        assertThat(check(form)).bodyText().contains("¥9,160", "8%対象 ¥3,000", "¥222", "10%対象 ¥6,160", "¥560");
        var number = place(form);

        new TransactionTemplate(transactions).executeWithoutResult(s -> {
            var order = orders.get(number);
            assertThat(order.totals().total().amount()).isEqualTo(9160);
            assertThat(order.totals().tax().amount()).isEqualTo(222 + 560);
            assertThat(order.destinations()).hasSize(2);
            assertThat(order.destinations().get(1).packing().instruction())
                    .isEqualTo("【送り状】玄関前に 【のし】紅白蝶結び 表書き「御歳暮」 名入れ「電話」");
            assertThat(order.note()).isEmpty();
        });
        assertThat(get("/orders/" + number)).bodyText().contains("御歳暮", "玄関前に");
    }

    @Test
    void aDestinationThatGetsNothingIsAMistake() {
        var form = form(tea, "1");
        form.putAll(destination(1, "空 子", "東京都", "100-0001"));

        assertThat(post(form)).bodyText().contains("お届け先2に届ける商品がありません");
    }

    @Test
    void aDraftSurvivesTheBrowserAndIsNobodyElses() {
        var form = and(form(tea, "7"), "note", "秘密のメモ " + mark);
        form.put("cardToken", "tok-" + mark);
        assertThat(check(form)).bodyText().contains("自動保存しました");

        var token = form.get("token");
        assertThat(body(get("/orders/new?draft=" + token)))
                .contains(tea, "value=\"7\"", "秘密のメモ " + mark)
                .doesNotContain("tok-" + mark);
        assertThat(body(get("/orders/new"))).contains("draft=" + token);
        assertThat(body(as("manager", "/orders/new?draft=" + token))).doesNotContain("秘密のメモ " + mark);
        assertThat(body(as("manager", "/orders/new"))).doesNotContain(token);
        assertThat(jdbc.sql("select content from order_draft where token = ?")
                        .param(token)
                        .query(String.class)
                        .single())
                .startsWith("v1:")
                .doesNotContain("秘密");

        post(Map.of("token", token, "act", "discard"));
        assertThat(body(get("/orders/new"))).doesNotContain(token);
    }

    @Test
    void aSecondWindowDoesNotOverwriteTheFirstOnesDraft() {
        var form = form(tea, "1");
        check(form);
        check(and(and(form, "revision", "1"), "lines[0].quantity", "5"));

        assertThat(check(and(and(form, "revision", "1"), "lines[0].quantity", "9")))
                .bodyText()
                .contains("先に進んでいます");
        assertThat(body(get("/orders/new?draft=" + form.get("token")))).contains("value=\"5\"");
    }

    @Test
    void anOrderPlacedLeavesNoDraft() {
        var form = form(tea, "1");
        check(form);

        place(form);

        assertThat(body(get("/orders/new"))).doesNotContain("draft=" + form.get("token"));
    }

    @Test
    void aNewCustomerWhoLooksKnownIsDecidedByThePerson() {
        var known = customers.find(CustomerNumber.of(customer)).orElseThrow();
        var form = newCustomer(known.name(), "03-5555-" + mark.hashCode());
        form.put("phone", String.valueOf(known.phone()));

        assertThat(post(form)).bodyText().contains("登録済みの方かもしれません", customer);
        assertThat(orderOf(customer)).isEmpty();

        var number = place(and(form, "separateCustomer", "true"));
        assertThat(orders.get(number).customerNumber()).isNotEqualTo(CustomerNumber.of(customer));

        var picked = post(and(and(form, "token", UUID.randomUUID().toString()), "act", "pick:" + customer));
        assertThat(picked).bodyText().contains("name=\"customer\" value=\"" + customer + "\"");
    }

    @Test
    void theNumberDialledIdentifiesTheMediumAndAnUnknownOneOnlyWarns() {
        var dialled = "0120" + String.format("%06d", Math.abs(mark.hashCode()) % 1_000_000);
        saveMedium.save(new Medium("M-" + mark.toUpperCase(java.util.Locale.ROOT), "朝の番組", dialled, true));

        var form = and(form(tea, "1"), "medium", dialled);
        assertThat(check(form)).bodyText().contains("朝の番組");
        assertThat(orders.get(place(form)).mediaCode()).isEqualTo("M-" + mark.toUpperCase(Locale.ROOT));

        var unknown = and(
                and(form, "medium", "XX-" + mark), "token", UUID.randomUUID().toString());
        assertThat(check(unknown)).bodyText().contains("登録のない媒体です");
        assertThat(orders.get(place(unknown)).mediaCode()).isEqualTo("XX-" + mark);
    }

    @Test
    void asLastTimeTakesTheGoodsAtTodaysPriceAndLeavesOutWhatIsNotSold() {
        var last = and(form(tea, "2"), "lines[1].sku", cream);
        var number = place(last);
        given.product(cream().notSold());
        given.product(teaAt(3300));

        var repeatOrder = body(
                post(Map.of("token", UUID.randomUUID().toString(), "customer", customer, "act", "repeat:" + number)));

        assertThat(repeatOrder).contains("value=\"" + tea + "\"", "クリーム " + mark, "販売を終えた", "¥6,600");
        assertThat(repeatOrder).doesNotContain("value=\"" + cream + "\"");
    }

    @Test
    void nobodyRepeatsTheOrderOfAnother() {
        var number = place(form(tea, "2"));
        var other =
                registerCustomer.register(person("別人 太郎" + mark, "東京都", "千代田区")).value();

        var repeatOrder =
                post(Map.of("token", UUID.randomUUID().toString(), "customer", other, "act", "repeat:" + number));

        assertThat(body(repeatOrder)).doesNotContain("value=\"" + tea + "\"");
    }

    @Test
    void onlyWhoMayChangesAPrice() {
        var form = and(form(tea, "2"), "lines[0].price", "2500");

        assertThat(post(form)).bodyText().contains("単価を変える権限がありません");

        assertThat(body(as("manager", form, "/orders/new"))).contains("¥5,000");
    }

    @Test
    void aChangedTotalIsShownAgainstTheOneBefore() {
        var form = and(and(form(tea, "1"), "shown", "3880"), "method", "BANK_TRANSFER");

        assertThat(check(form)).bodyText().contains("¥3,550", "¥3,880", "-¥330");
    }

    @Test
    void whatWasPaidByCardIsRepeatedByAnotherWayAndSaysSo() {
        var number = place(form(tea, "2"));

        assertThat(seen(() -> corrupt.orderedByCard(number.value()), () -> repeat(number)))
                .contains("前回はカード払いでした", "お支払い方法を代金引換にしました")
                .doesNotContain("カード払いには");

        place(and(and(form(tea, "1"), "token", UUID.randomUUID().toString()), "method", "BANK_TRANSFER"));
        assertThat(seen(() -> corrupt.orderedByCard(number.value()), () -> repeat(number)))
                .contains("お支払い方法を銀行振込にしました");
    }

    @Test
    void theConfirmationSaysWhenTheGoodsCome() {
        assertThat(body(post(form(tea, "1"))))
                .contains("最短で11月27日(金)ごろ", "在庫がそろい次第、発送します")
                .doesNotContain("お届け日に間に合うように");
        assertThat(body(post(and(form(tea, "1"), "to[0].date", "2026-11-30")))).contains("11月30日", "お届け日に間に合うように");
    }

    @Test
    void theConfirmationOfSeveralDestinationsSpeaksOfADayOnlyWhereOneWasRequested() {
        var form = and(form(tea, "1"), "lines[1].sku", tea);
        form.put("lines[1].quantity", "1");
        form.put("lines[1].to", "1");
        form.putAll(destination(1, "贈り 先子", "東京都", "100-0001"));
        form.put("to[1].date", "2026-11-30");

        assertThat(body(post(form))).contains("最短で11月27日(金)ごろ", "11月30日", "ご指定があるお届け先には");
    }

    @Test
    void theConfirmationOfWhatIsPaidBeforeNamesTheLastDayToPay() {
        assertThat(body(post(and(form(tea, "1"), "method", "BANK_TRANSFER"))))
                .contains("12月3日(木)までにお振り込みください", "お届け日はまだ決まっていません", "ご入金を確認してから発送します")
                .doesNotContain("最短で11月");
    }

    @Test
    void aTownWithoutNumberIsWarnedOfAndNotRefused() {
        var form = newCustomer("番地 無子" + mark, "03-7777-0001");
        assertThat(body(check(form))).doesNotContain("町名だけで");

        form.put("line1", "千代田");
        assertThat(body(check(form))).contains("町名だけで");
        assertThat(confirmed(post(form))).isNotEmpty();
    }

    @Test
    void anOrderForWhichNothingIsChargedIsNotShownAsUnpaid() {
        var number = place(form(tea, "2"));

        assertThat(body(get("/orders/" + number))).contains("代引で受取").doesNotContain("請求なし");
        assertThat(seen(() -> corrupt.nothingCharged(number.value()), () -> get("/orders/" + number)))
                .contains("請求なし");
    }

    @Test
    void whoPaysTheDriverOwesUsNothingNeitherBeforeNorAfterTheGoodsLeave() {
        var number = place(form(tea, "2"));

        assertThat(body(get("/orders/new?customer=" + customer)))
                .contains("進行中の受注")
                .doesNotContain("未入金の合計");
        assertThat(seen(() -> corrupt.orderShipped(number.value()), () -> get("/orders/new?customer=" + customer)))
                .contains(number.value())
                .doesNotContain("未入金の合計");
    }

    @Test
    void theCallerIsShownWithWhatMatters() {
        var number = place(and(form(tea, "2"), "method", "BANK_TRANSFER"));
        given.attention(CustomerNumber.of(customer), "返品が多い");

        var page = seen(() -> corrupt.orderShipped(number.value()), () -> get("/orders/new?customer=" + customer));

        assertThat(page).contains(number.value(), "返品が多い", "進行中の受注", "未入金の合計", "¥6,550", "前回と同じ");
    }

    @Test
    void everyMistakeIsReportedAtOnceAndNothingTypedIsLost() {
        var form = new LinkedHashMap<String, String>();
        form.put("name", "誤り 多子");
        form.put("phone", "12");
        form.put("lines[0].sku", "NO-SUCH-" + mark);
        form.put("lines[0].quantity", "many");
        form.put("note", "大切なメモ");
        form.put("method", "CREDIT_CARD");

        assertThat(body(post(form)))
                .contains("NO-SUCH-" + mark, "数量は1から", "カード払いには", "郵便番号", "誤り 多子", "大切なメモ", "many")
                .doesNotContain("??");
    }

    @Test
    void fortyLinesFitIntoAnOrder() {
        var form = form(tea, "1");
        for (int i = 1; i < 40; i++) {
            form.put("lines[" + i + "].sku", i % 2 == 0 ? tea : cream);
        }

        var number = place(form);

        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        s -> assertThat(orders.get(number).lines()).hasSize(40));
    }

    private Map<String, String> form(String sku, String quantity) {
        var form = new LinkedHashMap<String, String>();
        form.put("token", UUID.randomUUID().toString());
        form.put("customer", customer);
        form.put("channel", "PHONE");
        form.put("method", "CASH_ON_DELIVERY");
        form.put("lines[0].sku", sku);
        form.put("lines[0].quantity", quantity);
        return form;
    }

    private Map<String, String> newCustomer(String name, String phone) {
        var form = form(tea, "1");
        form.remove("customer");
        form.putAll(Map.of(
                "name",
                name,
                "phone",
                phone,
                "postalCode",
                "100-0001",
                "prefecture",
                "東京都",
                "city",
                "千代田区",
                "line1",
                "千代田9-9"));
        return form;
    }

    private static Map<String, String> destination(int index, String name, String prefecture, String postalCode) {
        var at = "to[" + index + "].";
        return Map.of(
                at + "other",
                "true",
                at + "name",
                name,
                at + "postalCode",
                postalCode,
                at + "prefecture",
                prefecture,
                at + "city",
                prefecture.equals("北海道") ? "札幌市中央区" : "千代田区",
                at + "line1",
                "1-1");
    }

    private static Map<String, String> and(Map<String, String> form, String name, String value) {
        var changed = new LinkedHashMap<>(form);
        changed.put(name, value);
        return changed;
    }

    private OrderNumber place(Map<String, String> form) {
        return number(post(and(form, "confirmed", confirmed(post(form)))));
    }

    private MvcTestResult post(Map<String, String> form) {
        return as("operator", form, "/orders/new");
    }

    private MvcTestResult check(Map<String, String> form) {
        return as("operator", form, "/orders/new/check");
    }

    /** What is shown while a row is changed, which nobody else sees. */
    private String seen(Runnable corruption, Supplier<MvcTestResult> page) {
        return Objects.requireNonNull(new TransactionTemplate(transactions).execute(s -> {
            corruption.run();
            s.setRollbackOnly();
            return body(page.get());
        }));
    }

    private MvcTestResult repeat(OrderNumber number) {
        return post(Map.of("token", UUID.randomUUID().toString(), "customer", customer, "act", "repeat:" + number));
    }

    private MvcTestResult get(String path) {
        return as("operator", path);
    }

    private MvcTestResult as(String role, String path) {
        return mvc.get().uri(path).with(user(role).authorities(rights(role))).exchange();
    }

    private MvcTestResult as(String role, Map<String, String> form, String path) {
        var request =
                mvc.post().uri(path).with(user(role).authorities(rights(role))).with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }

    private static List<GrantedAuthority> rights(String role) {
        var rights = new ArrayList<>(List.of(
                "ROLE_" + role.toUpperCase(Locale.ROOT), "VIEW", "ORDERS_EDIT", "PERSONAL_VIEW", "PARCEL_VIEW"));
        if (role.equals("manager")) {
            rights.add("PRICES_EDIT");
        }
        return AuthorityUtils.createAuthorityList(rights);
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String confirmed(MvcTestResult read) {
        var print = CONFIRMED.matcher(body(read));
        assertThat(print.find())
                .as("a confirmation to read out in %s", problems(body(read)))
                .isTrue();
        return print.group(1);
    }

    private static List<String> problems(String page) {
        return Arrays.stream(page.split("\n")).filter(l -> l.contains("#f-")).toList();
    }

    private static OrderNumber number(MvcTestResult placed) {
        assertThat(placed).hasStatus3xxRedirection();
        return OrderNumber.of(
                String.valueOf(placed.getResponse().getRedirectedUrl()).replaceFirst(".*/", ""));
    }

    private List<OrderNumber> orderOf(String number) {
        return jdbc.sql("select order_number from orders where customer_number = ?")
                .param(number)
                .query((row, n) -> OrderNumber.of(row.getString(1)))
                .list();
    }

    private ProductMother teaAt(long price) {
        return ProductMother.tea().coded("T-" + mark).called("お茶 " + mark).costing(price);
    }

    private ProductMother cream() {
        return ProductMother.cream().coded("C-" + mark).called("クリーム " + mark).costing(4400);
    }

    private NewCustomer person(String name, String prefecture, String city) {
        var phone = "03" + String.format("%08d", Math.abs((name + mark).hashCode()) % 100_000_000);
        return new NewCustomer(
                name,
                "デンワ ハナコ",
                phone,
                null,
                null,
                null,
                new Address("1000001", prefecture, city, "千代田1-" + mark, ""),
                null);
    }
}
