package jp.otodoke.fulfilment;

import java.util.List;
import jp.otodoke.EngineJobs;
import jp.otodoke.payments.DeferredAnswer;
import jp.otodoke.payments.DeferredAnswer.Outcome;
import jp.otodoke.payments.DeferredCall;
import jp.otodoke.payments.FindDeferred;
import jp.otodoke.payments.LoadDeferredCall;
import jp.otodoke.payments.RecordDeferredAnswer;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The provider of 後払い, played by a test. */
class DeferredDesk {
    private static final long FIRST_NUMBER = 18_000_000_000L;

    private final LoadDeferredCall load;
    private final RecordDeferredAnswer answers;
    private final FindDeferred deferred;
    private final EngineJobs jobs;
    private final JdbcClient jdbc;

    DeferredDesk(
            LoadDeferredCall load,
            RecordDeferredAnswer answers,
            FindDeferred deferred,
            EngineJobs jobs,
            JdbcClient jdbc) {
        this.load = load;
        this.answers = answers;
        this.deferred = deferred;
        this.jobs = jobs;
        this.jdbc = jdbc;
    }

    /** What it was asked about the order and has not answered; looking whether a parcel arrived is left out. */
    List<String> asked(OrderNumber order) {
        return jdbc.sql(
                        """
                        select c.kind from deferred_call c join deferred_transaction t on t.own_id = c.own_id
                         where t.order_number = ? and c.outcome is null and c.wanted <> 'CONFIRM' order by c.id
                        """)
                .param(order.value())
                .query(String.class)
                .list();
    }

    /** The call reaches it. */
    DeferredCall receives(OrderNumber order) {
        return receives(order, "<>");
    }

    private DeferredCall receives(OrderNumber order, String confirm) {
        var call = jdbc.sql(
                        """
                        select min(c.id) from deferred_call c join deferred_transaction t on t.own_id = c.own_id
                         where t.order_number = ? and c.outcome is null and c.wanted %s 'CONFIRM'"""
                                .formatted(confirm))
                .param(order.value())
                .query(Long.class)
                .single();
        return load.load(call).orElseThrow();
    }

    /** It receives what it was asked and answers; its number follows from ours. */
    DeferredCall says(OrderNumber order, Outcome outcome, String... codes) {
        var call = receives(order);
        answers.record(new DeferredAnswer(call.id(), outcome, number(call, outcome), List.of(codes), billed(call)));
        jobs.run(order);
        return call;
    }

    /** What it says to whether the reported parcel arrived. */
    void saysOfArrival(OrderNumber order, Outcome outcome) {
        var call = receives(order, "=");
        answers.record(new DeferredAnswer(call.id(), outcome, null, List.of(), null));
        jobs.run(order);
    }

    void repeats(DeferredCall call, Outcome outcome) {
        answers.record(new DeferredAnswer(call.id(), outcome, number(call, outcome), List.of(), billed(call)));
    }

    String reference(OrderNumber order) {
        return deferred.current(order).orElseThrow().reference();
    }

    private static @Nullable Yen billed(DeferredCall call) {
        return call.content() == null ? null : call.amount();
    }

    private static @Nullable String number(DeferredCall call, Outcome outcome) {
        if (outcome == Outcome.UNKNOWN || outcome == Outcome.NOT_FOUND) {
            return null;
        }
        var own = call.newId() == null ? call.ownId() : call.newId();
        return String.valueOf(FIRST_NUMBER + Math.floorMod((long) own.hashCode() * 31, 999_999_999L));
    }
}
