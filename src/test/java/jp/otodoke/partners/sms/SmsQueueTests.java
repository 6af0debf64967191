package jp.otodoke.partners.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import jp.otodoke.ModuleTest;
import jp.otodoke.dunning.ShortMessage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Short messages wait for their provider in the outbox. */
@ModuleTest
class SmsQueueTests {
    @Autowired
    SmsQueue queue;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void withoutAnAddressThereIsNoWay() {
        assertThat(queue.available()).isFalse();
    }

    @Test
    void aMessageIsQueuedOnce() {
        var key = "dunning:" + UUID.randomUUID();

        for (int i = 0; i < 2; i++) {
            transaction.executeWithoutResult(
                    status -> queue.queue(new ShortMessage(key, "09012345678", "お支払いのお願い", "F00000001")));
        }

        assertThat(jdbc.sql("select payload ->> 'phone' from outbox_message where partner = 'sms' and key = ?")
                        .param("sms:" + key)
                        .query(String.class)
                        .list())
                .containsExactly("09012345678");
    }
}
