package jp.otodoke.inventory.web;

import java.util.List;
import java.util.stream.Collectors;
import jp.otodoke.inventory.BookStockDifferences;
import jp.otodoke.inventory.DifferenceDecisions;
import jp.otodoke.inventory.DismissStockDifferences;
import jp.otodoke.inventory.StockCondition;
import jp.otodoke.inventory.StockDifference;
import jp.otodoke.inventory.StockDifferences;
import jp.otodoke.inventory.Warehouses;
import jp.otodoke.platform.pages.ListLimits;
import jp.otodoke.platform.web.FlashMessages;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The differences between warehouses' counts and the ledger; some or all of the list are booked or dismissed at once. */
@Controller
@RequestMapping("/stock/differences")
class StockDifferencePage {
    private static final int SIZE = 50;
    private static final int SHOWN = 20;

    private final StockDifferences differences;
    private final BookStockDifferences bookDifferences;
    private final DismissStockDifferences dismissDifferences;
    private final Warehouses warehouses;
    private final FlashMessages messages;
    private final CurrentStaff staff;

    StockDifferencePage(
            StockDifferences differences,
            BookStockDifferences bookDifferences,
            DismissStockDifferences dismissDifferences,
            Warehouses warehouses,
            FlashMessages messages,
            CurrentStaff staff) {
        this.differences = differences;
        this.bookDifferences = bookDifferences;
        this.dismissDifferences = dismissDifferences;
        this.warehouses = warehouses;
        this.messages = messages;
        this.staff = staff;
    }

    /** @param state a state, {@code ALL}, or those that nobody has decided about */
    @GetMapping
    String list(
            @RequestParam(defaultValue = "OPEN") String state,
            @RequestParam(required = false) @Nullable String warehouse,
            @RequestParam(required = false) @Nullable String condition,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var filter = StockDifferences.Filter.of(state, warehouse, condition, q);
        var total = differences.count(filter);
        var shown = ListLimits.page(page, total, SIZE);
        model.addAttribute("filter", filter);
        model.addAttribute("differences", differences.list(filter, sort, shown * SIZE, SIZE));
        model.addAttribute("states", StockDifference.State.values());
        model.addAttribute("warehouses", warehouses.all());
        model.addAttribute("conditions", StockCondition.values());
        model.addAttribute("total", total);
        model.addAttribute("page", shown);
        model.addAttribute("size", SIZE);
        return "inventory/differences";
    }

    /**
     * @param all decides about everything that the filter finds, not only about what is chosen
     * @param withdrawing takes what is missing from the youngest orders, which the answer before has named
     */
    @PostMapping
    String decide(
            @RequestParam(required = false) @Nullable List<Long> id,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam String decision,
            @RequestParam String reason,
            @RequestParam(defaultValue = "false") boolean despiteMovements,
            @RequestParam(defaultValue = "false") boolean withdrawing,
            @RequestParam(required = false) @Nullable String warehouse,
            @RequestParam(required = false) @Nullable String condition,
            @RequestParam(required = false) @Nullable String q,
            RedirectAttributes flash) {
        var filter = StockDifferences.Filter.of(StockDifference.State.OPEN.name(), warehouse, condition, q);
        var chosen = id == null ? List.<Long>of() : id;
        var ids = all
                ? differences.list(filter, null, 0, ListLimits.MAX).stream()
                        .map(StockDifference::id)
                        .toList()
                : chosen;
        try {
            var decisions = decision.equals("dismiss")
                    ? dismissDifferences.dismiss(ids, reason, staff.name())
                    : bookDifferences.book(ids, reason, despiteMovements, withdrawing, staff.name());
            tell(
                    decisions,
                    decision.equals("dismiss") ? "stock.difference.dismissed" : "stock.difference.booked",
                    withdrawing,
                    flash);
            if (!decisions.left().isEmpty()) {
                keep(reason, chosen, all, despiteMovements, flash);
            }
        } catch (InvalidInput wrong) {
            flash.addFlashAttribute("problems", wrong.problems());
            keep(reason, chosen, all, despiteMovements, flash);
        }
        addTo(flash, "warehouse", filter.warehouse());
        addTo(flash, "condition", filter.condition());
        addTo(flash, "q", filter.q());
        return "redirect:/stock/differences";
    }

    /** What was typed and chosen stays for the next try. */
    private static void keep(
            String reason, List<Long> chosen, boolean all, boolean despiteMovements, RedirectAttributes flash) {
        flash.addFlashAttribute("reason", reason);
        flash.addFlashAttribute("chosen", chosen);
        flash.addFlashAttribute("everything", all);
        flash.addFlashAttribute("despite", despiteMovements);
    }

    private void tell(DifferenceDecisions decisions, String done, boolean withdrawing, RedirectAttributes flash) {
        if (!decisions.done().isEmpty()) {
            flash.addFlashAttribute("done", messages.text(done, decisions.done().size()));
        }
        if (!decisions.withdrawn().isEmpty()) {
            flash.addFlashAttribute(
                    "withdrawn",
                    messages.text(
                            "stock.difference.withdrawn",
                            decisions.withdrawn().size(),
                            decisions.withdrawn().stream()
                                    .limit(SHOWN)
                                    .map(OrderNumber::value)
                                    .collect(Collectors.joining(", "))));
        }
        var left = decisions.left();
        if (!left.isEmpty()) {
            flash.addFlashAttribute(
                    "goingShort",
                    !withdrawing && left.stream().anyMatch(one -> one.why() == DifferenceDecisions.Why.ALLOCATED));
            flash.addFlashAttribute(
                    decisions.done().isEmpty() ? "refused" : "unchanged",
                    messages.text("stock.difference.left", left.size()));
            flash.addFlashAttribute(
                    "left",
                    left.stream()
                            .limit(SHOWN)
                            .map(one -> messages.localized(one.text()))
                            .toList());
        }
    }

    private static void addTo(RedirectAttributes query, String name, @Nullable Object value) {
        if (value != null) {
            query.addAttribute(name, value.toString());
        }
    }
}
