package jp.otodoke.payments;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.Optional;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what the gateway was and will be asked. */
@Component
public class CardCalls {
    private static final String SELECT =
            "select id as call_id, kind, transaction_no, amount, token, order_number, wanted, asked from card_call";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;
    private final Secrets secrets;

    CardCalls(JdbcClient jdbc, ApplicationEventPublisher events, BusinessClock clock, Secrets secrets) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
        this.secrets = secrets;
    }

    @Transactional(readOnly = true)
    public CardCall load(long callId) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", callId)
                .query(CardCall.class)
                .single()
                .readable(secrets);
    }

    void request(
            CardCall.Kind kind,
            Payment payment,
            String transactionNo,
            long amount,
            CardCall.Kind wanted,
            int asked,
            Duration pause) {
        var token = kind == CardCall.Kind.AUTHORISE ? payment.cardToken() : null;
        var id = jdbc.sql(
                        """
                        insert into card_call (order_number, kind, transaction_no, amount, token, wanted, asked, created_at)
                        values (:order, :kind, :transaction, :amount, :token, :wanted, :asked, :now) returning id
                        """)
                .param("order", payment.orderNumber())
                .param("kind", kind.name())
                .param("transaction", transactionNo)
                .param("amount", amount)
                .param("token", token == null ? null : secrets.encrypt(token))
                .param("wanted", wanted.name())
                .param("asked", asked)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        events.publishEvent(new CardCallRequested(id, clock.instant().plus(pause)));
    }

    /**
     * The call is made at once and counted as the first of its kind: a person is told again where it stays unanswered.
     *
     * @return whether the gateway still owes an answer to it
     */
    boolean hasten(Pending call) {
        var open = jdbc.sql("update card_call set asked = 1 where id = :id and kind = 'SEARCH' and outcome is null")
                        .param("id", call.callId())
                        .update()
                > 0;
        if (open) {
            events.publishEvent(new CardCallHastened(call.callId()));
        }
        return open;
    }

    /** @return whether this is the first answer that settles the call; an unknown one leaves it open */
    boolean answered(CardAnswer answer) {
        return jdbc.sql(
                                """
                                update card_call set outcome = :outcome, code = :code, gateway_id = :gateway, answered_at = :now
                                 where id = :id and (outcome is null or outcome = 'UNKNOWN')
                                """)
                        .param("outcome", answer.outcome().name())
                        .param("code", answer.code())
                        .param("gateway", answer.gatewayId())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", answer.callId())
                        .update()
                > 0;
    }

    Pending pending(long callId) {
        return jdbc.sql(SELECT + " where id = :id for update")
                .param("id", callId)
                .query(Pending.class)
                .single();
    }

    /** Whether the gateway has yet to say what became of such a wish for this order. */
    boolean outstanding(CardCall.Kind wanted, String orderNumber) {
        return jdbc.sql(
                        """
                        select exists (select 1 from card_call
                                        where order_number = :order and wanted = :wanted and outcome is null)
                        """)
                .param("order", orderNumber)
                .param("wanted", wanted.name())
                .query(Boolean.class)
                .single();
    }

    /** The newest call of a transaction. */
    Optional<Pending> latest(String transactionNo) {
        return jdbc.sql(SELECT + " where transaction_no = :no order by id desc limit 1")
                .param("no", transactionNo)
                .query(Pending.class)
                .optional();
    }

    /** @param wanted what was really wanted when the kind is SEARCH */
    record Pending(
            long callId,
            CardCall.Kind kind,
            String transactionNo,
            long amount,
            @Nullable String token,
            String orderNumber,
            CardCall.Kind wanted,
            int asked) {}
}
