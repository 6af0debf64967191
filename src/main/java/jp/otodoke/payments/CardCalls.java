package jp.otodoke.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.otodoke.platform.secrets.Secrets;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores the calls to the card gateway, made and pending. */
@Component
public class CardCalls {
    private static final String SELECT =
            """
            select id as call_id, kind, transaction_no, amount, token, order_number, wanted, asked, refund_id,
                   (select r.gateway_key from refund r where r.id = refund_id) as refund_key
              from card_call""";

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
                .query(CardCalls::call)
                .single()
                .call()
                .readable(secrets);
    }

    /** Whether an attempt was given up before it was made. */
    @Transactional(readOnly = true)
    public boolean calledOff(long callId) {
        return jdbc.sql(
                        "select exists (select 1 from card_call where id = :id and kind = 'AUTHORISE' and outcome = 'VOIDED')")
                .param("id", callId)
                .query(Boolean.class)
                .single();
    }

    /** Attempts that were put off, and whose time has not come, are not made any more. */
    void callOff(OrderNumber order) {
        jdbc.sql(
                        """
                        update card_call set outcome = 'VOIDED', answered_at = :now
                         where order_number = :order and kind = 'AUTHORISE' and outcome is null and not_before > :now
                        """)
                .param("order", order.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** How many attempts of an order were refused. */
    int declinedAttempts(OrderNumber order) {
        return jdbc.sql(
                        """
                        select count(distinct transaction_no) from card_call
                         where order_number = :order and wanted = 'AUTHORISE' and outcome = 'DECLINED'
                        """)
                .param("order", order.value())
                .query(Integer.class)
                .single();
    }

    /** A new search replaces a pending one, so that at most one is pending per requested operation. */
    void request(
            CardCall.Kind kind,
            Payment payment,
            String transactionNo,
            Yen amount,
            CardCall.Kind wanted,
            int asked,
            Duration pause) {
        request(kind, payment, transactionNo, amount, wanted, null, asked, pause);
    }

    /** Asks for a refund, each time by its own key. */
    void refund(Payment payment, String transactionNo, Yen amount, long refund) {
        request(CardCall.Kind.REFUND, payment, transactionNo, amount, CardCall.Kind.REFUND, refund, 0, Duration.ZERO);
    }

    /** What this call wanted is asked for once more, or searched. */
    void again(CardCall.Kind kind, Payment payment, Pending call, int asked, Duration pause) {
        request(kind, payment, call.transactionNo(), call.amount(), call.wanted(), call.refundId(), asked, pause);
    }

    private void request(
            CardCall.Kind kind,
            Payment payment,
            String transactionNo,
            Yen amount,
            CardCall.Kind wanted,
            @Nullable Long refund,
            int asked,
            Duration pause) {
        if (kind == CardCall.Kind.SEARCH) {
            stopAsking(transactionNo, wanted, refund);
        }
        var now = clock.instant();
        var token = kind == CardCall.Kind.AUTHORISE ? payment.cardToken() : null;
        var id = jdbc.sql(
                        """
                        insert into card_call
                               (order_number, kind, transaction_no, amount, token, wanted, refund_id, asked, created_at, not_before)
                        values (:order, :kind, :transaction, :amount, :token, :wanted, :refund, :asked, :now, :notBefore) returning id
                        """)
                .param("order", payment.orderNumber().value())
                .param("kind", kind.name())
                .param("transaction", transactionNo)
                .param("amount", amount.amount())
                .param("token", token == null ? null : secrets.encrypt(token))
                .param("wanted", wanted.name())
                .param("refund", refund, Types.BIGINT)
                .param("asked", asked)
                .param("now", Timestamp.from(now))
                .param("notBefore", Timestamp.from(now.plus(pause)))
                .query(Long.class)
                .single();
        events.publishEvent(new CardCallRequested(id, now.plus(pause)));
    }

    private void stopAsking(String transactionNo, CardCall.Kind wanted, @Nullable Long refund) {
        jdbc.sql(
                        """
                        update card_call set outcome = 'UNKNOWN', answered_at = :now
                         where transaction_no = :no and wanted = :wanted and refund_id is not distinct from :refund
                           and kind = 'SEARCH' and outcome is null
                        """)
                .param("no", transactionNo)
                .param("wanted", wanted.name())
                .param("refund", refund, Types.BIGINT)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /**
     * Books an answer. A definite answer settles the requested operation together with its pending searches and
     * lost calls, whose later answers would be outdated. A call in progress still receives its own answer.
     *
     * @return false if the answer was already booked
     */
    boolean answered(Pending call, CardAnswer answer) {
        return answer.outcome() == CardAnswer.Outcome.UNKNOWN ? lost(answer) : settled(call, answer);
    }

    private boolean lost(CardAnswer answer) {
        return jdbc.sql(
                                """
                                update card_call set outcome = 'UNKNOWN', code = :code, answered_at = :now
                                 where id = :id and outcome is null
                                """)
                        .param("code", answer.code())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", answer.callId())
                        .update()
                > 0;
    }

    private boolean settled(Pending call, CardAnswer answer) {
        var fresh = jdbc.sql(
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
        if (fresh) {
            jdbc.sql(
                            """
                            update card_call set outcome = :outcome, answered_at = :now
                             where transaction_no = :no and wanted = :wanted and refund_id is not distinct from :refund
                               and (kind = 'SEARCH' and outcome is null or outcome = 'UNKNOWN')
                            """)
                    .param("outcome", answer.outcome().name())
                    .param("no", call.transactionNo())
                    .param("wanted", call.wanted().name())
                    .param("refund", call.refundId(), Types.BIGINT)
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        }
        return fresh;
    }

    /** Locks all calls of the transaction, so that two concurrent answers are booked one after the other. */
    Pending pending(long callId) {
        return jdbc
                .sql(
                        SELECT
                                + " where transaction_no = (select transaction_no from card_call where id = :id) order by id for update")
                .param("id", callId)
                .query(CardCalls::call)
                .list()
                .stream()
                .filter(call -> call.callId() == callId)
                .findFirst()
                .orElseThrow();
    }

    /** Whether a call of this kind for the order is still unanswered. */
    boolean outstanding(CardCall.Kind wanted, OrderNumber orderNumber) {
        return jdbc.sql(
                        """
                        select exists (select 1 from card_call
                                        where order_number = :order and wanted = :wanted and outcome is null)
                        """)
                .param("order", orderNumber.value())
                .param("wanted", wanted.name())
                .query(Boolean.class)
                .single();
    }

    /** Whether the gateway has still to say whether the order's card is authorised or captured; not what was put off. */
    boolean charging(OrderNumber orderNumber) {
        return jdbc.sql(
                        """
                        select exists (select 1 from card_call
                                        where order_number = :order and wanted in ('AUTHORISE', 'CAPTURE') and outcome is null
                                          and not (kind = 'AUTHORISE' and not_before > :now))
                        """)
                .param("order", orderNumber.value())
                .param("now", Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /** Whether a call of this kind for the transaction is still unanswered. */
    boolean outstanding(CardCall.Kind wanted, @Nullable String transactionNo) {
        return transactionNo != null && outstandingFor(wanted, transactionNo);
    }

    private boolean outstandingFor(CardCall.Kind wanted, String transactionNo) {
        return jdbc.sql(
                        """
                        select exists (select 1 from card_call
                                        where transaction_no = :no and wanted = :wanted and outcome is null)
                        """)
                .param("no", transactionNo)
                .param("wanted", wanted.name())
                .query(Boolean.class)
                .single();
    }

    /** The latest call of a transaction. */
    Optional<Pending> latest(String transactionNo) {
        return jdbc.sql(SELECT + " where transaction_no = :no order by id desc limit 1")
                .param("no", transactionNo)
                .query(CardCalls::call)
                .optional();
    }

    /** The latest call about an operation of a transaction. */
    Optional<Pending> latest(String transactionNo, CardCall.Kind wanted) {
        return jdbc.sql(SELECT + " where transaction_no = :no and wanted = :wanted order by id desc limit 1")
                .param("no", transactionNo)
                .param("wanted", wanted.name())
                .query(CardCalls::call)
                .optional();
    }

    /** The latest call about a refund. */
    Optional<Pending> latestOfRefund(long refund) {
        return jdbc.sql(SELECT + " where refund_id = :refund order by id desc limit 1")
                .param("refund", refund)
                .query(CardCalls::call)
                .optional();
    }

    /** The latest call about each refund of a transaction of which the gateway has not said what became of it. */
    List<Pending> awaitedRefunds(String transactionNo) {
        return jdbc.sql(SELECT
                        + " where id in (select max(c.id) from card_call c join refund r on r.id = c.refund_id"
                        + " where r.transaction_no = :no and r.state = 'SENT' group by r.id) order by id")
                .param("no", transactionNo)
                .query(CardCalls::call)
                .list();
    }

    /** The card by which a transaction was asked for. */
    Optional<CardToken> token(String transactionNo) {
        return jdbc.sql(
                        """
                        select token from card_call where transaction_no = :no and kind = 'AUTHORISE' and token is not null
                         order by id desc limit 1
                        """)
                .param("no", transactionNo)
                .query(String.class)
                .optional()
                .map(token -> new CardToken(secrets.decrypt(token)));
    }

    /** How often the gateway was told to capture a transaction. */
    int captures(String transactionNo) {
        return jdbc.sql("select count(*) from card_call where transaction_no = :no and kind = 'CAPTURE'")
                .param("no", transactionNo)
                .query(Integer.class)
                .single();
    }

    private static Pending call(ResultSet row, int index) throws SQLException {
        return new Pending(
                row.getLong("call_id"),
                CardCall.Kind.valueOf(row.getString("kind")),
                row.getString("transaction_no"),
                Yen.of(row.getLong("amount")),
                row.getString("token"),
                OrderNumber.of(row.getString("order_number")),
                CardCall.Kind.valueOf(row.getString("wanted")),
                row.getInt("asked"),
                row.getObject("refund_id", Long.class),
                row.getString("refund_key"));
    }

    /**
     * @param wanted the operation that a SEARCH asks about; otherwise the same as the kind
     * @param refundId the refund that is asked for or searched; null for anything else
     */
    record Pending(
            long callId,
            CardCall.Kind kind,
            String transactionNo,
            Yen amount,
            @Nullable String token,
            OrderNumber orderNumber,
            CardCall.Kind wanted,
            int asked,
            @Nullable Long refundId,
            @Nullable String refundKey) {
        CardCall call() {
            return new CardCall(callId, kind, transactionNo, amount, token, orderNumber, refundKey);
        }
    }
}
