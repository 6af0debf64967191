package jp.otodoke.partners.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.otodoke.ModuleTest;
import jp.otodoke.partners.exchange.MessageLog;
import jp.otodoke.partners.exchange.OutboxRow;
import jp.otodoke.platform.mail.MailRequested;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** From the wish for a mail to the mail that is handed to the server. */
@ModuleTest
class MailQueueTests {
    private static final Map<String, String> VALUES = Map.of(
            "name", "山田 花子",
            "orderNumber", "A00000001",
            "carrier", "ヤマト運輸",
            "trackingNumber", "1234",
            "deliveryDate", "");

    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final MailSender sender;
    private final List<MimeMessage> sent = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final String key = UUID.randomUUID().toString();

    @Autowired
    MailQueueTests(
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            MailText text,
            MessageLog messages,
            BusinessClock clock) {
        this.events = events;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.sender = new MailSender(server(), text, messages, clock, "shop@otodoke.example");
    }

    private JavaMailSenderImpl server() {
        return new JavaMailSenderImpl() {
            @Override
            public void send(MimeMessage mail) {
                sent.add(mail);
                ids.add(String.valueOf(idOf(mail)));
            }
        };
    }

    @Test
    void mailAskedForTwiceIsQueuedOnce() {
        for (int i = 0; i < 2; i++) {
            transaction.executeWithoutResult(status -> events.publishEvent(wish()));
        }

        assertThat(queued()).isOne();
    }

    @Test
    void mailOfATransactionThatIsRolledBackIsNotQueued() {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(wish());
            status.setRollbackOnly();
        });

        assertThat(queued()).isZero();
    }

    @Test
    void whatIsSentIsStoredAndFoundByItsOrder() throws Exception {
        var order = "A" + key.substring(0, 8);

        send(row(7, order, "hanako@example.jp", VALUES));

        assertThat(sent).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).isEqualTo("【お届け】商品を発送しました（注文番号 A00000001）");
            assertThat(mail.getRecipients(RecipientType.TO))
                    .extracting(String::valueOf)
                    .containsExactly("hanako@example.jp");
            assertThat(String.valueOf(mail.getContent())).startsWith("山田 花子 様").contains("1234");
        });
        assertThat(jdbc.sql(
                                """
                                select count(*) from partner_message m join partner_message_reference r on r.message_id = m.id
                                 where m.partner = 'mail' and r.reference = ?""")
                        .param(order)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    /** By it a mail server drops the second copy of one that was sent just before a crash. */
    @Test
    void aMailThatIsSentAgainAfterACrashHasTheSameId() {
        var row = row(8, null, "hanako@example.jp", VALUES);

        transaction.executeWithoutResult(status -> {
            sender.send(row);
            status.setRollbackOnly();
        });
        send(row);
        send(row(9, null, "hanako@example.jp", VALUES));

        assertThat(ids.get(0)).matches("<.+@otodoke>").isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2));
    }

    @Test
    void aMailThatLacksAValueIsNotSent() {
        var row = row(10, null, "hanako@example.jp", Map.of("name", "山田 花子"));

        assertThatThrownBy(() -> send(row)).hasMessageContaining("trackingNumber");
        assertThat(sent).isEmpty();
    }

    private static @Nullable String idOf(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void send(OutboxRow row) {
        transaction.executeWithoutResult(status -> sender.send(row));
    }

    private MailRequested wish() {
        return new MailRequested(key, "hanako@example.jp", "shipped", OrderNumber.of("A00000001"), VALUES);
    }

    private OutboxRow row(long id, @Nullable String order, String to, Map<String, String> values) {
        var payload = new HashMap<>(values);
        payload.put(MailQueue.TO, to);
        payload.put(MailQueue.TEMPLATE, "shipped");
        return new OutboxRow(id, "mail", "MAIL", "mail:" + key + ":" + id, order, payload, 0);
    }

    private long queued() {
        return jdbc.sql("select count(*) from outbox_message where key = ?")
                .param("mail:" + key)
                .query(Long.class)
                .single();
    }
}
