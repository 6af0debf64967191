package jp.otodoke.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import jp.otodoke.inventory.DifferenceDecisions.Left;
import jp.otodoke.inventory.StockDifference.State;
import jp.otodoke.inventory.UndecidedDifferences.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Dismisses differences between counts and the ledger, which stays as it is. */
@Component
public class DismissStockDifferences {
    private final UndecidedDifferences undecided;

    DismissStockDifferences(UndecidedDifferences undecided) {
        this.undecided = undecided;
    }

    @Transactional
    public DifferenceDecisions dismiss(Collection<Long> ids, @Nullable String reason, String by) {
        var why = UndecidedDifferences.checked(ids, reason);
        var rows = undecided.lock(ids);
        var dismissed = new ArrayList<Row>();
        var left = new ArrayList<Left>();
        for (var id : new TreeSet<>(ids)) {
            var row = rows.get(id);
            if (row == null) {
                left.add(UndecidedDifferences.unknown(id));
            } else if (row.isOpen()) {
                dismissed.add(row);
            } else {
                left.add(UndecidedDifferences.decided(row));
            }
        }
        undecided.decide(State.DISMISSED, dismissed, why, by);
        return new DifferenceDecisions(dismissed.stream().map(Row::id).toList(), left, List.of());
    }
}
