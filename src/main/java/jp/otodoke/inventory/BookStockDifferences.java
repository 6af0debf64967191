package jp.otodoke.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Books differences between counts and the ledger as adjustments. What can't be booked stays undecided, with the reason, and
 * keeps none of the others from being booked.
 */
@Component
public class BookStockDifferences {
    private static final int SHOWN = 10;
    private static final int MOST_NAMED = 1000;

    private final JdbcClient jdbc;
    private final UndecidedDifferences undecided;
    private final StockLedger ledger;
    private final RetryOnConflict retryOnConflict;

    BookStockDifferences(
            JdbcClient jdbc, UndecidedDifferences undecided, StockLedger ledger, RetryOnConflict retryOnConflict) {
        this.jdbc = jdbc;
        this.undecided = undecided;
        this.ledger = ledger;
        this.retryOnConflict = retryOnConflict;
    }

    /**
     * Good pieces that come to light go to the orders that wait for them.
     *
     * @param despiteMovements books the difference of the count also where the ledger has changed since
     */
    public DifferenceDecisions book(
            Collection<Long> ids, @Nullable String reason, boolean despiteMovements, String by) {
        var why = UndecidedDifferences.checked(ids, reason);
        return retryOnConflict.inTransaction(() -> bookAll(new TreeSet<>(ids), why, despiteMovements, by));
    }

    private DifferenceDecisions bookAll(TreeSet<Long> ids, String reason, boolean despiteMovements, String by) {
        var rows = undecided.lock(ids);
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
                    left.add(allocated(row, balance));
                } else {
                    booked.add(row);
                }
            }
        }
        undecided.decide(State.BOOKED, booked, reason, by);
        ledger.adjust(booked.stream()
                .map(row -> new Adjustment(row.counted(), row.difference(), "difference/" + row.id()))
                .toList());
        return new DifferenceDecisions(booked.stream().map(Row::id).toList(), left);
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

    /** Which orders go short is a person's decision: they are named, and nothing is taken from them. */
    private Left allocated(Row row, Balance balance) {
        long after = balance.onHand() + row.difference();
        var orders = youngest(row, balance.allocated() - after);
        return new Left(
                row.id(),
                Why.ALLOCATED,
                row.text(
                        "stock.difference.allocated",
                        balance.allocated(),
                        after,
                        balance.allocated() - after,
                        BilingualText.list(orders.stream().limit(SHOWN).toList()),
                        orders.size() > SHOWN ? BilingualText.of("task.stock-difference.more") : ""),
                orders);
    }

    /** The youngest orders that are allocated so many pieces. */
    private List<OrderNumber> youngest(Row row, long pieces) {
        return jdbc.sql(
                        """
                        select order_number
                          from (select order_number, sum(quantity) as quantity,
                                       sum(sum(quantity)) over (order by order_number desc) as up_to
                                  from stock_allocation where sku = :sku and warehouse = :warehouse
                                 group by order_number) a
                         where up_to - quantity < :pieces order by order_number desc limit :most
                        """)
                .param("sku", row.counted().sku().value())
                .param("warehouse", row.counted().warehouse().code())
                .param("pieces", pieces)
                .param("most", MOST_NAMED)
                .query((found, i) -> OrderNumber.of(found.getString(1)))
                .list();
    }
}
