package jp.otodoke.payments;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import jp.otodoke.payments.DeferredAnswer.Outcome;
import jp.otodoke.payments.DeferredCall.Kind;
import jp.otodoke.payments.DeferredCalls.Pending;
import jp.otodoke.payments.DeferredCalls.Wanted;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Carries out what people decide about calls to the provider of 後払い that were refused or never answered. */
@Component
class DecideDeferred {
    private static final int LONGEST_SLIP = 20;

    private final DeferredTransactions transactions;
    private final DeferredCalls calls;
    private final DeferredParcels parcels;
    private final Payments payments;
    private final AskDeferred ask;
    private final RecordDeferredAnswer answers;
    private final CollectDeferred collect;

    DecideDeferred(
            DeferredTransactions transactions,
            DeferredCalls calls,
            DeferredParcels parcels,
            Payments payments,
            AskDeferred ask,
            RecordDeferredAnswer answers,
            CollectDeferred collect) {
        this.transactions = transactions;
        this.calls = calls;
        this.parcels = parcels;
        this.payments = payments;
        this.ask = ask;
        this.answers = answers;
        this.collect = collect;
    }

    /**
     * Asks the provider for the same once more, or whether it secures the order.
     *
     * @throws Refusal while another answer is awaited (conflict)
     */
    @Transactional
    public void again(long callId) {
        var call = unanswered(callId);
        if (call.wanted() == Wanted.CANCEL) {
            calls.request(Kind.CANCEL, call.ownId(), call.amount());
        } else {
            secure(call);
        }
    }

    /**
     * Reports another parcel number in place of the one that was not accepted.
     *
     * @param carrier our code; empty for the same carrier
     * @throws InvalidInput if no number of a parcel is given
     * @throws Refusal while another answer is awaited (conflict)
     */
    @Transactional
    public void report(long callId, String carrier, String slipNo) {
        if (!slipNo.replace("-", "").matches("[0-9A-Za-z]{1," + LONGEST_SLIP + "}")) {
            throw new InvalidInput("slipNumber", "invalid", BilingualText.of("deferred.problem.slip", LONGEST_SLIP));
        }
        var call = unanswered(callId);
        var transaction = transactions.get(call.ownId());
        var by = carrier.isEmpty() ? carrierOf(call, transaction) : carrier;
        parcels.add(transaction.order(), by, slipNo);
        if (transaction.state() == DeferredState.SECURED || transaction.state() == DeferredState.REPORTED) {
            calls.report(call.ownId(), transaction.amount(), by, slipNo);
        } else {
            secure(call);
        }
    }

    private static String carrierOf(Pending call, DeferredTransaction transaction) {
        return call.carrier() != null ? call.carrier() : Objects.requireNonNullElse(transaction.carrier(), "");
    }

    private void secure(Pending call) {
        var payment = payments.findById(transactions.get(call.ownId()).order()).orElseThrow();
        ask.ask(payment);
        payments.saveAndFlush(payment);
    }

    /** A person has seen at the provider that it was done. */
    @Transactional
    public void carriedOut(long callId) {
        var call = unanswered(callId);
        if (call.wanted() == Wanted.CONFIRM) {
            transactions.confirmed(call.ownId(), true);
        } else {
            calls.again(Kind.FIND, call, call.asked(), Duration.ZERO);
            answered(call.ownId(), call.wanted(), true);
        }
    }

    /** What a person has found out counts as the provider's answer. Has no effect if that has come meanwhile. */
    @Transactional
    public void answered(String ownId, Wanted wanted, boolean carriedOut) {
        calls.outstanding(ownId)
                .filter(call -> call.wanted() == wanted)
                .ifPresent(call -> answers.record(new DeferredAnswer(
                        call.id(), carriedOut ? done(wanted) : notDone(wanted), null, List.of(), null)));
    }

    private static Outcome done(Wanted wanted) {
        return switch (wanted) {
            case REGISTER, UPDATE -> Outcome.OK;
            case CANCEL -> Outcome.CANCELLED;
            case REPORT, REDUCE -> Outcome.REPORTED;
            case CONFIRM -> Outcome.CONFIRMED;
        };
    }

    /** A report and a cancellation are asked for again; what the provider does not reduce goes back in another way. */
    private static Outcome notDone(Wanted wanted) {
        return switch (wanted) {
            case REGISTER -> Outcome.NOT_FOUND;
            case UPDATE -> Outcome.HOLD;
            case CANCEL, REPORT -> Outcome.OK;
            case REDUCE -> Outcome.ERROR;
            case CONFIRM -> Outcome.REPORTED;
        };
    }

    /**
     * The shop asks the customer for a transfer, and the provider is told to bill nothing.
     *
     * @throws Refusal while another answer is awaited (conflict)
     */
    @Transactional
    public void byTransfer(long callId, String by) {
        collect.byTransfer(transactions.get(unanswered(callId).ownId()).order(), by);
    }

    private Pending unanswered(long callId) {
        var call = calls.get(callId);
        if (calls.outstanding(call.ownId()).isPresent()) {
            throw Refusal.conflict(
                    "deferred.unanswered", transactions.get(call.ownId()).order());
        }
        return call;
    }
}
