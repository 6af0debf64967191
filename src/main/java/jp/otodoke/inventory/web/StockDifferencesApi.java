package jp.otodoke.inventory.web;

import java.util.List;
import java.util.Locale;
import jp.otodoke.inventory.BookStockDifferences;
import jp.otodoke.inventory.DifferenceDecisions;
import jp.otodoke.inventory.DismissStockDifferences;
import jp.otodoke.inventory.StockCondition;
import jp.otodoke.inventory.StockDifference;
import jp.otodoke.inventory.StockDifferences;
import jp.otodoke.platform.web.PageQuery;
import jp.otodoke.platform.web.Paged;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Differences between warehouses' counts and the ledger: listed, booked as adjustments, dismissed. */
@RestController
@RequestMapping("/api/v1/stock/differences")
class StockDifferencesApi {
    private final StockDifferences differences;
    private final BookStockDifferences bookDifferences;
    private final DismissStockDifferences dismissDifferences;
    private final CurrentStaff staff;

    StockDifferencesApi(
            StockDifferences differences,
            BookStockDifferences bookDifferences,
            DismissStockDifferences dismissDifferences,
            CurrentStaff staff) {
        this.differences = differences;
        this.bookDifferences = bookDifferences;
        this.dismissDifferences = dismissDifferences;
        this.staff = staff;
    }

    @GetMapping
    Paged<StockDifference> list(
            @RequestParam(required = false) StockDifference.@Nullable State state,
            @RequestParam(required = false) @Nullable String warehouse,
            @RequestParam(required = false) @Nullable StockCondition condition,
            @RequestParam(required = false) @Nullable String q,
            PageQuery page) {
        var filter = new StockDifferences.Filter(
                state, TextNormalizer.orNull(warehouse), condition, TextNormalizer.orNull(q));
        var sort = page.sort(StockDifferences.SORTING).asWritten();
        return Paged.of(differences.list(filter, sort, page.offset(), page.size()), page, differences.count(filter));
    }

    @GetMapping("/{id}")
    StockDifference show(@PathVariable long id) {
        return differences.find(id).orElseThrow(() -> Refusal.notFound("stock.difference.unknown", id));
    }

    /** Each by itself: what can't be booked is answered with its reason and keeps none of the others from being booked. */
    @PostMapping("/book")
    Decisions book(@RequestBody Decision decision, Locale locale) {
        return Decisions.of(
                bookDifferences.book(
                        decision.idsOrNone(),
                        decision.reason(),
                        decision.isDespiteMovements(),
                        decision.isWithdrawing(),
                        staff.name()),
                locale);
    }

    @PostMapping("/dismiss")
    Decisions dismiss(@RequestBody Decision decision, Locale locale) {
        return Decisions.of(dismissDifferences.dismiss(decision.idsOrNone(), decision.reason(), staff.name()), locale);
    }

    /**
     * @param despiteMovements books the difference of the count also where the ledger has changed since
     * @param withdrawing takes missing pieces from the youngest orders that can wait for stock again
     */
    record Decision(
            @Nullable List<Long> ids,
            @Nullable String reason,
            @Nullable Boolean despiteMovements,
            @Nullable Boolean withdrawing) {
        boolean isWithdrawing() {
            return Boolean.TRUE.equals(withdrawing);
        }

        List<Long> idsOrNone() {
            return ids == null ? List.of() : ids;
        }

        boolean isDespiteMovements() {
            return Boolean.TRUE.equals(despiteMovements);
        }
    }

    /**
     * @param done ids of those decided
     * @param withdrawn the orders that were taken what they were allocated and wait for stock
     */
    record Decisions(List<Long> done, List<Left> left, List<OrderNumber> withdrawn) {
        static Decisions of(DifferenceDecisions decisions, Locale locale) {
            return new Decisions(
                    decisions.done(),
                    decisions.left().stream()
                            .map(one -> new Left(one.id(), one.why(), one.text().in(locale), one.orders()))
                            .toList(),
                    decisions.withdrawn());
        }
    }

    /** @param orders whose allocated pieces would be missing, the youngest first, up to 1,000 */
    record Left(long id, DifferenceDecisions.Why why, String message, List<OrderNumber> orders) {}
}
