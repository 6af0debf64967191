package jp.otodoke.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.otodoke.ModuleTest;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.partners.mail.MailTemplates;
import jp.otodoke.payments.CardAnswer;
import jp.otodoke.platform.mail.MailRequested;
import jp.otodoke.platform.mail.MailsRequested;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What customers are told of their order: by mail, or by a person where they have none. */
@ModuleTest
@RecordApplicationEvents
class NoticesTests {
    private static final String ACCOUNT = "みずほ銀行 丸の内支店 普通 1234567 オトドケ(カ";

    private final Walk walk;

    @Autowired
    NoticesTests(AutowireCapableBeanFactory beans) {
        this.walk = beans.createBean(Walk.class);
    }

    @BeforeEach
    void morning() {
        walk.morning();
    }

    @Test
    void anOrderIsConfirmedOnceWithAllThatTheLawWantsSaid(ApplicationEvents events) {
        var order = walk.place(OrderMother.of(walk.article(10), 2).requestedFor(LocalDate.of(2026, 12, 3)));

        assertThat(mail(events, "order-confirmed", order))
                .contains("ご注文を承りました", order.value(), "2点", "送料: ¥", "合計: ¥", "うち消費税", "お支払方法: 代金引換")
                .contains("配達員へお支払い", "お届け日: 2026/12/03(木)", "出荷の準備に入る前まで", "定期購入ではありません");
        assertThat(walk.told(order, "ORDER_CONFIRMED", Locale.ENGLISH)).isEqualTo("Order confirmation sent by email");
    }

    @Test
    void aShopConfirmsItsOrdersItself(ApplicationEvents events) {
        var order = walk.place(OrderMother.of(walk.article(10), 1).fromFile());

        assertThat(mails(events)
                        .filter(mail -> order.equals(mail.orderNumber()))
                        .map(MailRequested::template))
                .doesNotContain("order-confirmed");
    }

    @Test
    void whoHasNoMailIsNotCalledJustToConfirm(ApplicationEvents events) {
        var order = walk.place(OrderMother.of(walk.article(10), 1).withoutMail());

        assertThat(walk.tasks(order)).isEmpty();
        assertThat(mails(events).filter(mail -> order.equals(mail.orderNumber())))
                .isEmpty();
    }

    @Test
    void aTransferIsAskedForWithAccountAmountAndDay(ApplicationEvents events) {
        var order = walk.place(OrderMother.of(walk.article(10), 2).by(PaymentMethod.BANK_TRANSFER));

        assertThat(mail(events, "payment-request", order))
                .contains(ACCOUNT, "お支払金額: ¥6,", "お支払期限: 2026/12/03(木)", "お支払方法: 銀行振込");
        walk.pass(Duration.ofDays(4), order);
        assertThat(mail(events, "payment-reminder", order)).contains(ACCOUNT, "お支払期限: 2026/12/03(木)");
        assertThat(walk.tasks(order)).isEmpty();
    }

    @Test
    void whoHasTheGoodsIsAskedForATransferWhereTheCardIsNotCharged(ApplicationEvents events) {
        var order = walk.place(OrderMother.of(walk.article(10), 2).by(PaymentMethod.CREDIT_CARD));
        walk.answer(order, CardAnswer.Outcome.AUTHORISED);
        walk.wave();
        walk.ship(walk.parcel(order).number());
        walk.answer(order, CardAnswer.Outcome.DECLINED);

        walk.decide(order, "capture-failed", "BANK_TRANSFER");

        assertThat(mail(events, "payment-after-shipping", order))
                .contains("商品をお送りしましたが", ACCOUNT, "お支払方法: 銀行振込")
                .doesNotContain("ご入金を確認してから");
    }

    @Test
    void aConvenienceStoreIsNotAskedToTransfer(ApplicationEvents events) {
        var order = walk.place(OrderMother.of(walk.article(10), 2).by(PaymentMethod.CONVENIENCE_STORE));

        assertThat(mail(events, "payment-request", order))
                .contains("コンビニ", "払込票(番号 ", ")を郵送いたします")
                .doesNotContain("お振込先");
    }

    @Test
    void whoDoesNotPayIsNotifiedInTheEnd(ApplicationEvents events) {
        var order = walk.place(OrderMother.of(walk.article(10), 2).by(PaymentMethod.BANK_TRANSFER));
        walk.pass(Duration.ofDays(11), order);

        assertThat(mail(events, "order-cancelled", order))
                .contains("理由: お支払期限までにご入金を確認できませんでした")
                .doesNotContain("ご返金");
    }

    @Test
    void whatWasPaidIsNamedAsRefundWhenTheOrderEnds(ApplicationEvents events) {
        var order = walk.place(OrderMother.of(walk.article(10), 2).by(PaymentMethod.BANK_TRANSFER));
        var paid = walk.payment(order).charged().amount();
        walk.transfer(order, paid);
        walk.cancel(order);

        assertThat(mail(events, "order-cancelled", order)).contains("ご返金額: ¥%,d".formatted(paid));
    }

    @Test
    void wordsOfStaffNeverReachTheCustomer(ApplicationEvents events) {
        var order = walk.place(OrderMother.of(walk.article(10), 1));
        walk.cancel.request(order, "いたずら電話の客", "tester");
        walk.jobs.run(order);

        assertThat(mail(events, "order-cancelled", order))
                .contains("理由: お申し出によるお取り消し")
                .doesNotContain("いたずら", "ご返金");
        assertThat(walk.order(order).cancelReason()).isEqualTo(BilingualText.asWritten("いたずら電話の客"));
    }

    @Test
    void theCarrierIsNamedAsPeopleCallIt(ApplicationEvents events) {
        var order = walk.shipped(OrderMother.of(walk.article(10), 1));

        assertThat(mail(events, "shipped", order)).contains("配送会社: ヤマト運輸").doesNotContain("YAMATO");
    }

    @Test
    void whoHasNoMailIsCalledOnceForEachThingToSay() {
        var order = walk.place(OrderMother.of(walk.article(10), 2)
                .by(PaymentMethod.BANK_TRANSFER)
                .withoutMail());

        var asked = walk.task(order, "tell-customer");
        assertThat(asked.reason().japanese())
                .contains("お支払いのお願い", "¥6,", "2026/12/03(木)", ACCOUNT)
                .doesNotContain(walk.order(order).buyerName());
        assertThat(asked.group()).isEqualTo(StaffGroup.ORDERS);
        assertThat(asked.decisions()).containsExactly("CALLED", "POSTED", "MAIL");
        assertThat(told(order)).contains("メールアドレスがない").doesNotContain("送りました");

        walk.pass(Duration.ofDays(4), order);
        assertThat(walk.tasks(order)).containsExactly("tell-customer");
        assertThat(walk.task(order, "tell-customer").reason().japanese()).contains("ご入金の確認ができていません");

        walk.pass(Duration.ofDays(7), order);
        assertThat(walk.tasks(order)).containsExactly("tell-customer");
        assertThat(walk.task(order, "tell-customer").reason().japanese()).contains("取り消しました(お支払期限までに");
        walk.decide(order, "tell-customer", "CALLED", "取消をお伝えした", Map.of());
        assertThat(walk.tasks(order)).isEmpty();
    }

    @Test
    void nobodyIsCalledAnyMoreForMoneyThatCame() {
        var order = walk.place(OrderMother.of(walk.article(10), 2)
                .by(PaymentMethod.BANK_TRANSFER)
                .withoutMail());
        walk.transfer(order, walk.payment(order).charged().amount());

        assertThat(walk.tasks(order)).isEmpty();
    }

    @Test
    void whoPaysTheDriverNeedsNoNotice() {
        var order = walk.place(OrderMother.of(walk.article(10), 2).withoutMail());
        walk.cancel(order);

        assertThat(walk.tasks(order)).isEmpty();
    }

    @Test
    void everyTemplateBelongsToAMailThatIsSent() throws IOException {
        // Those of other areas are held against their mails where they are tested.
        var others = new TreeSet<>(MailTemplates.all());
        others.removeIf(name -> Stream.of("watchdog-", "dunning-", "points-", "card-", "mandate-")
                .anyMatch(name::startsWith));

        assertThat(others)
                .containsExactly(
                        "delivery-date-changed",
                        "message-from-staff",
                        "order-cancelled",
                        "order-confirmed",
                        "payment-after-shipping",
                        "payment-reminder",
                        "payment-request",
                        "shipped");
    }

    private static Stream<MailRequested> mails(ApplicationEvents events) {
        return Stream.concat(
                events.stream(MailRequested.class),
                events.stream(MailsRequested.class).flatMap(requested -> requested.mails().stream()));
    }

    private static String mail(ApplicationEvents events, String template, OrderNumber order) {
        return mails(events)
                .filter(mail -> mail.template().equals(template) && order.equals(mail.orderNumber()))
                .reduce((first, second) -> {
                    throw new AssertionError(template + " was sent twice");
                })
                .map(MailTemplates::rendered)
                .orElseThrow(() -> new AssertionError(template + " was not sent"));
    }

    private String told(OrderNumber order) {
        return walk.jdbc
                .sql("select text from order_event where order_number = :o and event = 'PAYMENT_REQUESTED'")
                .param("o", order.value())
                .query(String.class)
                .single();
    }
}
