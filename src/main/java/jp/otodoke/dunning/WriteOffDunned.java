package jp.otodoke.dunning;

import java.util.Objects;
import jp.otodoke.payments.WriteOffReceivable;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives up the money of a case, as a person has decided; above a limit a second one. */
@Component
public class WriteOffDunned {
    private final DunningCases cases;
    private final WriteOffReceivable writeOffReceivable;
    private final EndDunning endDunning;
    private final Yen limit;

    WriteOffDunned(
            DunningCases cases,
            WriteOffReceivable writeOffReceivable,
            EndDunning endDunning,
            @Value("${otodoke.dunning.write-off-approval-above:10000}") long limit) {
        this.cases = cases;
        this.writeOffReceivable = writeOffReceivable;
        this.endDunning = endDunning;
        this.limit = Yen.of(limit);
    }

    @Transactional(readOnly = true)
    public boolean needsSecondPerson(long id) {
        return cases.get(id).open().isMoreThan(limit);
    }

    /** Has no effect if the money has come meanwhile. */
    @Transactional
    public void writeOff(long id) {
        var one = cases.locked(id);
        if (!one.ended()) {
            writeOffReceivable.writeOff(
                    one.receivable(),
                    one.open(),
                    Objects.requireNonNullElse(one.writeOffWhy(), ""),
                    Objects.requireNonNullElse(one.writeOffBy(), CurrentStaff.SYSTEM));
            if (!cases.get(id).ended()) {
                endDunning.writtenOff(id);
            }
        }
    }
}
