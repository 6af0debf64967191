package jp.otodoke.payments;

import java.util.Optional;
import jp.otodoke.payments.DeferredCall.Kind;
import jp.otodoke.payments.DeferredCalls.Pending;
import jp.otodoke.payments.DeferredCalls.Wanted;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads a call to the provider of 後払い as it is to be sent: a check is about the order as it is at that moment. */
@Component
public class LoadDeferredCall {
    private final Payments payments;
    private final DeferredTransactions transactions;
    private final DeferredCalls calls;
    private final AdvanceDeferred advance;
    private final DescribeDeferredOrder describe;

    LoadDeferredCall(
            Payments payments,
            DeferredTransactions transactions,
            DeferredCalls calls,
            AdvanceDeferred advance,
            DescribeDeferredOrder describe) {
        this.payments = payments;
        this.transactions = transactions;
        this.calls = calls;
        this.advance = advance;
        this.describe = describe;
    }

    /** @return empty if it was answered meanwhile */
    @Transactional
    public Optional<DeferredCall> load(long callId) {
        var call = calls.get(callId);
        return call.outcome() == null ? Optional.of(load(call, transactions.get(call.ownId()))) : Optional.empty();
    }

    private DeferredCall load(Pending call, DeferredTransaction transaction) {
        return switch (call.kind()) {
            case REGISTER, UPDATE -> check(call, transaction);
            case REDUCE -> of(call, transaction, call.kind(), describe.describe(transaction.order(), call.amount()));
            default -> of(call, transaction, call.kind(), null);
        };
    }

    /** Where nothing is to be checked any more, the provider is only asked whether it knows of it. */
    private DeferredCall check(Pending call, DeferredTransaction transaction) {
        var payment = payments.findById(transaction.order()).orElseThrow();
        if (!advance.isWanted(payment, transaction)) {
            return of(call, transaction, Kind.FIND, null);
        }
        var content = describe.describe(transaction.order(), payment.open());
        transactions.asked(transaction.ownId(), content.amount(), content.fingerprint());
        calls.bills(call.id(), content.amount());
        return of(call, transaction, call.kind(), content);
    }

    private static DeferredCall of(
            Pending call, DeferredTransaction transaction, Kind kind, @Nullable DeferredOrder content) {
        // What became of a reduction is known by the number that it has made.
        var reduced = kind == Kind.FIND && call.wanted() == Wanted.REDUCE ? call.newId() : null;
        Yen amount = content == null ? call.amount() : content.amount();
        return new DeferredCall(
                call.id(),
                kind,
                transaction.order(),
                reduced == null ? transaction.ownId() : reduced,
                reduced == null ? transaction.providerId() : null,
                amount,
                call.carrier(),
                call.slipNo(),
                call.newId(),
                content);
    }
}
