package jp.otodoke.partners.bank;

import java.util.List;
import java.util.Objects;
import jp.otodoke.partners.exchange.ChunkSteps;
import jp.otodoke.partners.exchange.Outcome;
import jp.otodoke.payments.DepositSet;
import jp.otodoke.payments.NewDeposit;
import jp.otodoke.payments.RecordDepositSet;
import org.jspecify.annotations.Nullable;

/** The deposits of a chunk, recorded beside those of the chunk before it. */
final class DepositSteps implements ChunkSteps {
    private final RecordDepositSet recordSet;
    private final String source;
    private final long message;
    private final List<NewDeposit> deposits;
    private final @Nullable DepositSet before;
    private @Nullable DepositSet set;

    DepositSteps(
            RecordDepositSet recordSet,
            String source,
            long message,
            List<NewDeposit> deposits,
            @Nullable DepositSteps before) {
        this.recordSet = recordSet;
        this.source = source;
        this.message = message;
        this.deposits = deposits;
        this.before = before == null ? null : before.set;
    }

    @Override
    public void decide() {
        set = recordSet.decide(source, message, deposits, before).orElseThrow(NotBeside::new);
    }

    @Override
    public void write() {
        recordSet.write(decided());
    }

    @Override
    public Outcome finish() {
        return DepositFormat.outcome(recordSet.finish(decided()));
    }

    private DepositSet decided() {
        return Objects.requireNonNull(set, "Decided first");
    }
}
