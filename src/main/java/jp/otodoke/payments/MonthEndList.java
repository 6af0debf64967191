package jp.otodoke.payments;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import jp.otodoke.payments.MonthEndCheck.Line;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 月次締めチェックリスト: all that should be looked at before a month is closed. */
@Component
public class MonthEndList {
    private final ObjectProvider<MonthEndCheck> checks;

    MonthEndList(ObjectProvider<MonthEndCheck> checks) {
        this.checks = checks;
    }

    /** What keeps the month from being closed first. */
    @Transactional(readOnly = true)
    public List<Line> of(YearMonth month) {
        var lines = checks.orderedStream()
                .flatMap(check -> check.lines(month).stream())
                .toList();
        return lines.stream()
                .sorted((one, other) -> Boolean.compare(other.blocks(), one.blocks()))
                .toList();
    }

    Optional<Line> obstacle(YearMonth month) {
        return of(month).stream().filter(line -> line.blocks() && !line.done()).findFirst();
    }
}
