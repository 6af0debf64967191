package jp.otodoke.partners.cardgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import jp.otodoke.ModuleTest;
import jp.otodoke.payments.CardCallRequested;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class CardQueueTests {
    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ReceiveCardNotification receiveCardNotification;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private BusinessClock clock;

    @Test
    void queuesACallOnceAndNotBeforeItsTime() {
        var later = clock.instant().plus(Duration.ofMinutes(2));

        for (int i = 0; i < 2; i++) {
            transaction.executeWithoutResult(status -> events.publishEvent(new CardCallRequested(990_001, later)));
        }

        assertThat(jdbc.sql(
                                """
                                select count(*) from outbox_message
                                 where key = 'card:990001' and next_attempt_at > created_at + interval '1 minute'""")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void takesASignedNoticeOnceAndRefusesOthers() {
        var body = "{\"id\":\"evt_77\",\"type\":\"payment.updated\",\"transactionNo\":\"T-none\"}"
                .getBytes(StandardCharsets.UTF_8);
        var time = String.valueOf(clock.instant().getEpochSecond());
        var header = "t=" + time + ",v1=" + CardSignature.sign("test-webhook-secret", time, body);

        assertThat(receiveCardNotification.take(header, body)).isTrue();
        assertThat(receiveCardNotification.take(header, body)).isTrue();
        assertThat(receiveCardNotification.take("t=" + time + ",v1=00", body)).isFalse();
        assertThat(jdbc.sql("select count(*) from card_notification where id = 'evt_77'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from partner_message where file_name = 'evt_77.json'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evt\\u0000", "evt 1", ""})
    void refusesASignedNoticeWithAnIdThatIsNone(String id) {
        var body = "{\"id\":\"%s\",\"transactionNo\":\"T-none\"}".formatted(id).getBytes(StandardCharsets.UTF_8);
        var time = String.valueOf(clock.instant().getEpochSecond());
        var header = "t=" + time + ",v1=" + CardSignature.sign("test-webhook-secret", time, body);

        assertThatThrownBy(() -> receiveCardNotification.take(header, body)).isInstanceOf(InvalidInput.class);
    }
}
