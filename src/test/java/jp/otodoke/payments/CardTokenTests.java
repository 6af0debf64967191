package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import jp.otodoke.ModuleTest;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.platform.secrets.Secrets;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@ModuleTest
@Transactional
class CardTokenTests {
    private static final OrderNumber ORDER = OrderNumber.of("A99000001");

    private final Payments payments;
    private final CardCalls calls;
    private final JdbcClient jdbc;
    private final Secrets secrets;

    @Autowired
    CardTokenTests(Payments payments, CardCalls calls, JdbcClient jdbc, Secrets secrets) {
        this.payments = payments;
        this.calls = calls;
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    @Test
    void isEncryptedInTheDatabase() {
        payments.saveAndFlush(
                Payment.open(ORDER, null, PaymentMethod.CREDIT_CARD, ShopPayment.NONE, Yen.of(5_000), "tok_secret"));

        var stored = jdbc.sql("select card_token from receivable where number = ?")
                .param(ORDER.value())
                .query(String.class)
                .single();

        assertThat(stored).startsWith(secrets.prefix()).doesNotContain("tok_secret");
        assertThat(secrets.decrypt(stored)).isEqualTo("tok_secret");
    }

    @Test
    void isEncryptedInACallAndReadForTheGateway() {
        var payment = payments.saveAndFlush(
                Payment.open(ORDER, null, PaymentMethod.CREDIT_CARD, ShopPayment.NONE, Yen.of(5_000), "tok_secret"));

        calls.request(
                CardCall.Kind.AUTHORISE,
                payment,
                payment.newAttempt(),
                Yen.of(5_000),
                CardCall.Kind.AUTHORISE,
                0,
                Duration.ZERO);

        var id = jdbc.sql("select id from card_call where order_number = ?")
                .param(ORDER.value())
                .query(Long.class)
                .single();
        var stored = jdbc.sql("select token from card_call where id = ?")
                .param(id)
                .query(String.class)
                .single();
        assertThat(stored).doesNotContain("tok_secret");
        assertThat(calls.load(id).token()).isEqualTo("tok_secret");
    }
}
