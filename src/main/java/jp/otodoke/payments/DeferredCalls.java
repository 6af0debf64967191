package jp.otodoke.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.util.Optional;
import jp.otodoke.payments.DeferredCall.Kind;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores the calls to the provider of 後払い, made and pending. */
@Component
class DeferredCalls {
    private static final String SELECT =
            """
            select id, own_id, kind, wanted, amount, carrier, slip_no, new_id, refund_id, asked, outcome from deferred_call""";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    DeferredCalls(JdbcClient jdbc, ApplicationEventPublisher events, BusinessClock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Asks for something new. */
    void request(Kind kind, String ownId, Yen amount) {
        insert(
                new Pending(0, ownId, kind, Wanted.valueOf(kind.name()), amount, null, null, null, null, 0, null),
                Duration.ZERO);
    }

    void report(String ownId, Yen amount, String carrier, String slipNo) {
        insert(
                new Pending(0, ownId, Kind.REPORT, Wanted.REPORT, amount, carrier, slipNo, null, null, 0, null),
                Duration.ZERO);
    }

    /** @param newId null if nothing is left to be billed: then it is cancelled */
    void takeBack(String ownId, Yen left, @Nullable String newId, long refund) {
        var kind = newId == null ? Kind.CANCEL : Kind.REDUCE;
        insert(
                new Pending(0, ownId, kind, Wanted.valueOf(kind.name()), left, null, null, newId, refund, 0, null),
                Duration.ZERO);
    }

    /** Whether the parcel was found to have arrived. */
    void askWhetherConfirmed(String ownId, int asked, Duration pause) {
        insert(new Pending(0, ownId, Kind.FIND, Wanted.CONFIRM, Yen.ZERO, null, null, null, null, asked, null), pause);
    }

    /** What this call wanted is asked for once more, or looked up. */
    void again(Kind kind, Pending call, int asked, Duration pause) {
        insert(
                new Pending(
                        0,
                        call.ownId(),
                        kind,
                        call.wanted(),
                        call.amount(),
                        call.carrier(),
                        call.slipNo(),
                        call.newId(),
                        call.refundId(),
                        asked,
                        null),
                pause);
    }

    private void insert(Pending call, Duration pause) {
        var id = jdbc.sql(
                        """
                        insert into deferred_call (own_id, kind, wanted, amount, carrier, slip_no, new_id, refund_id, asked, created_at)
                        values (:own, :kind, :wanted, :amount, :carrier, :slip, :new, :refund, :asked, :now) returning id
                        """)
                .param("own", call.ownId())
                .param("kind", call.kind().name())
                .param("wanted", call.wanted().name())
                .param("amount", call.amount().amount())
                .param("carrier", call.carrier())
                .param("slip", call.slipNo())
                .param("new", call.newId())
                .param("refund", call.refundId(), Types.BIGINT)
                .param("asked", call.asked())
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        events.publishEvent(new DeferredCallRequested(id, clock.instant().plus(pause)));
    }

    /** What is sent now bills another amount than when it was asked for. */
    void bills(long callId, Yen amount) {
        jdbc.sql("update deferred_call set amount = :amount where id = :id")
                .param("amount", amount.amount())
                .param("id", callId)
                .update();
    }

    Pending get(long callId) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", callId)
                .query(DeferredCalls::call)
                .single();
    }

    /** @return false if it was answered before */
    boolean answered(DeferredAnswer answer) {
        return jdbc.sql(
                                """
                                update deferred_call set outcome = :outcome, codes = :codes, answered_at = :now
                                 where id = :id and outcome is null
                                """)
                        .param("outcome", answer.outcome().name())
                        .param("codes", String.join(",", answer.codes()))
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", answer.callId())
                        .update()
                == 1;
    }

    /** The call about a transaction that has no answer yet. */
    Optional<Pending> outstanding(String ownId) {
        return jdbc.sql(SELECT + " where own_id = :own and outcome is null and wanted <> 'CONFIRM'")
                .param("own", ownId)
                .query(DeferredCalls::call)
                .optional();
    }

    /** The latest call about something of a transaction. */
    Optional<Pending> latest(String ownId, Wanted wanted) {
        return jdbc.sql(SELECT + " where own_id = :own and wanted = :wanted order by id desc limit 1")
                .param("own", ownId)
                .param("wanted", wanted.name())
                .query(DeferredCalls::call)
                .optional();
    }

    private static Pending call(ResultSet row, int index) throws SQLException {
        var outcome = row.getString("outcome");
        return new Pending(
                row.getLong("id"),
                row.getString("own_id"),
                Kind.valueOf(row.getString("kind")),
                Wanted.valueOf(row.getString("wanted")),
                Yen.of(row.getLong("amount")),
                row.getString("carrier"),
                row.getString("slip_no"),
                row.getString("new_id"),
                row.getObject("refund_id", Long.class),
                row.getInt("asked"),
                outcome == null ? null : DeferredAnswer.Outcome.valueOf(outcome));
    }

    /** What a call is for, whether it does it or looks up what became of it. */
    enum Wanted {
        REGISTER,
        UPDATE,
        CANCEL,
        REPORT,
        REDUCE,
        CONFIRM;

        boolean check() {
            return this == REGISTER || this == UPDATE;
        }
    }

    /** @param refundId that is carried out by it; null for anything else */
    record Pending(
            long id,
            String ownId,
            Kind kind,
            Wanted wanted,
            Yen amount,
            @Nullable String carrier,
            @Nullable String slipNo,
            @Nullable String newId,
            @Nullable Long refundId,
            int asked,
            DeferredAnswer.@Nullable Outcome outcome) {}
}
