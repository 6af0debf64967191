package jp.otodoke.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import jp.otodoke.inventory.DifferenceDecisions.Left;
import jp.otodoke.inventory.DifferenceDecisions.Why;
import jp.otodoke.inventory.StockDifference.State;
import jp.otodoke.inventory.StockLedger.Adjustment;
import jp.otodoke.inventory.StockLedger.Balance;
import jp.otodoke.inventory.UndecidedDifferences.Row;
import jp.otodoke.platform.data.RetryOnConflict;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Books differences between counts and the ledger as adjustments. What can't be booked stays undecided, with the reason, and
 * keeps none of the others from being booked.
 */
@Component
public class BookStockDifferences {
    private static final int SHOWN = 10;

    private final UndecidedDifferences undecided;
    private final StockLedger ledger;
    private final WithdrawAllocations withdraw;
    private final RetryOnConflict retryOnConflict;

    BookStockDifferences(
            UndecidedDifferences undecided,
            StockLedger ledger,
            WithdrawAllocations withdraw,
            RetryOnConflict retryOnConflict) {
        this.undecided = undecided;
        this.ledger = ledger;
        this.withdraw = withdraw;
        this.retryOnConflict = retryOnConflict;
    }

    /**
     * Good pieces that come to light go to the orders that wait for them.
     *
     * @param despiteMovements books the difference of the count also where the ledger has changed since
     */
    public DifferenceDecisions book(
            Collection<Long> ids, @Nullable String reason, boolean despiteMovements, String by) {
        return book(ids, reason, despiteMovements, false, by);
    }

    /**
     * As above, and with what the youngest orders lose.
     *
     * @param withdrawing takes missing pieces from the youngest orders that were allocated them and can wait for stock again
     */
    public DifferenceDecisions book(
            Collection<Long> ids, @Nullable String reason, boolean despiteMovements, boolean withdrawing, String by) {
        var why = UndecidedDifferences.checked(ids, reason);
        return retryOnConflict.inTransaction(() -> bookAll(new TreeSet<>(ids), why, despiteMovements, withdrawing, by));
    }

    private DifferenceDecisions bookAll(
            TreeSet<Long> ids, String reason, boolean despiteMovements, boolean withdrawing, String by) {
        var rows = undecided.lock(ids);
        var withdrawn = withdraw.withdraw(withdrawing ? goShort(rows.values(), despiteMovements) : List.of());
        var balances = ledger.lock(
                rows.values().stream().filter(Row::isOpen).map(Row::counted).toList());
        var booked = new ArrayList<Row>();
        var left = new ArrayList<Left>();
        for (var id : ids) {
            var row = rows.get(id);
            if (row == null) {
                left.add(UndecidedDifferences.unknown(id));
            } else if (!row.isOpen()) {
                left.add(UndecidedDifferences.decided(row));
            } else {
                var balance = Objects.requireNonNull(balances.get(row.counted()));
                long after = balance.onHand() + row.difference();
                if (balance.onHand() != row.onHand() && !despiteMovements) {
                    left.add(moved(row, balance));
                } else if (after < 0) {
                    left.add(negative(row, balance));
                } else if (after < balance.allocated()) {
                    left.add(allocated(row, balance, withdrawing));
                } else {
                    booked.add(row);
                }
            }
        }
        undecided.decide(State.BOOKED, booked, reason, by);
        // What comes to light is given to whoever waits, so those that wait again are among them by then.
        adjust(booked, row -> row.difference() < 0);
        withdraw.waitAgain(withdrawn);
        adjust(booked, row -> row.difference() > 0);
        return new DifferenceDecisions(booked.stream().map(Row::id).toList(), left, withdrawn.orders());
    }

    /** The orders that have to wait for the differences to be booked; they are locked before the balances are. */
    private Set<OrderNumber> goShort(Collection<Row> rows, boolean despiteMovements) {
        var open = rows.stream()
                .filter(row -> row.isOpen() && row.counted().isGood())
                .toList();
        var balances = ledger.read(open.stream().map(Row::counted).toList());
        var orders = new TreeSet<OrderNumber>();
        for (var row : open) {
            var balance = balances.getOrDefault(row.counted(), Balance.NONE);
            long after = balance.onHand() + row.difference();
            boolean bookable = after >= 0 && (despiteMovements || balance.onHand() == row.onHand());
            if (bookable && after < balance.allocated()) {
                orders.addAll(withdraw.youngestThatCanWait(row.counted().key(), balance.allocated() - after));
            }
        }
        return orders;
    }

    private void adjust(List<Row> booked, Predicate<Row> which) {
        ledger.adjust(booked.stream()
                .filter(which)
                .map(row -> new Adjustment(row.counted(), row.difference(), "difference/" + row.id()))
                .toList());
    }

    private static Left moved(Row row, Balance balance) {
        return new Left(
                row.id(),
                Why.MOVED,
                row.text("stock.difference.moved", row.onHand(), balance.onHand(), row.difference()),
                List.of());
    }

    private static Left negative(Row row, Balance balance) {
        return new Left(
                row.id(),
                Why.NEGATIVE,
                row.text("stock.difference.negative", balance.onHand(), row.difference()),
                List.of());
    }

    /**
     * Which orders go short is a person's decision: they are named, and nothing is taken from them. Once that is decided, what is
     * missing is what warehouses are sending.
     */
    private Left allocated(Row row, Balance balance, boolean withdrawing) {
        long after = balance.onHand() + row.difference();
        var orders = withdraw.youngest(row.counted().key(), balance.allocated() - after);
        return new Left(
                row.id(),
                Why.ALLOCATED,
                row.text(
                        withdrawing ? "stock.difference.sending" : "stock.difference.allocated",
                        balance.allocated(),
                        after,
                        balance.allocated() - after,
                        BilingualText.list(orders.stream().limit(SHOWN).toList()),
                        orders.size() > SHOWN ? BilingualText.of("task.stock-difference.more") : ""),
                orders);
    }
}
