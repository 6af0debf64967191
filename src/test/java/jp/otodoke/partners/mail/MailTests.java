package jp.otodoke.partners.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import jp.otodoke.demo.mail.CaughtMails;
import jp.otodoke.partners.exchange.PlayedPartner;
import jp.otodoke.partners.exchange.RoutesTest;
import jp.otodoke.platform.mail.MailRequested;
import jp.otodoke.shared.OrderNumber;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@RoutesTest
class MailTests {
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final CaughtMails caught;

    @Autowired
    MailTests(ApplicationEventPublisher events, TransactionTemplate transaction, CaughtMails caught) {
        this.events = events;
        this.transaction = transaction;
        this.caught = caught;
    }

    @Test
    void mailAskedForTwiceIsSentOnce() throws InterruptedException {
        var mail = new MailRequested(
                "shipped:S00000001",
                "hanako@example.jp",
                "shipped",
                OrderNumber.of("A00000001"),
                Map.of(
                        "name", "山田 花子",
                        "orderNumber", "A00000001",
                        "carrier", "ヤマト運輸",
                        "trackingNumber", "1234",
                        "deliveryDate", ""));

        transaction.executeWithoutResult(status -> events.publishEvent(mail));
        transaction.executeWithoutResult(status -> events.publishEvent(mail));
        transaction.executeWithoutResult(status -> events.publishEvent(new MailRequested(
                "other",
                "taro@example.jp",
                "order-cancelled",
                null,
                Map.of("name", "太郎", "orderNumber", "A00000002", "reason", "", "refund", ""))));

        PlayedPartner.until(() -> !caught.latest("taro@example.jp", 10, 0).isEmpty());
        assertThat(caught.latest("hanako@example.jp", 10, 0)).singleElement().satisfies(m -> {
            assertThat(m.subject()).isEqualTo("【お届け】商品を発送しました（注文番号 A00000001）");
            assertThat(m.body())
                    .startsWith("山田 花子 様")
                    .contains("お問い合わせ伝票番号: 1234")
                    .doesNotContain("お届け予定日");
        });
    }
}
