package jp.otodoke.payments.desk.web;

import java.util.Arrays;
import java.util.List;
import jp.otodoke.payments.PrintSlips;
import jp.otodoke.payments.ReissueSlip;
import jp.otodoke.payments.SlipList;
import jp.otodoke.payments.SlipNumber;
import jp.otodoke.platform.web.FlashMessages;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.staff.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists, prints and reissues payment slips. */
@Controller
class SlipsPage {
    private static final int SIZE = 50;
    private static final List<SlipList.State> TABS = List.of(
            SlipList.State.TO_PRINT,
            SlipList.State.OPEN,
            SlipList.State.PROVISIONAL,
            SlipList.State.PAID,
            SlipList.State.EXPIRED,
            SlipList.State.REPLACED,
            SlipList.State.NEEDLESS);

    private final SlipList slips;
    private final PrintSlips printSlips;
    private final ReissueSlip reissueSlip;
    private final FlashMessages flashMessages;
    private final AuditTrail audit;

    SlipsPage(
            SlipList slips,
            PrintSlips printSlips,
            ReissueSlip reissueSlip,
            FlashMessages flashMessages,
            AuditTrail audit) {
        this.slips = slips;
        this.printSlips = printSlips;
        this.reissueSlip = reissueSlip;
        this.flashMessages = flashMessages;
        this.audit = audit;
    }

    /** @param state null for all */
    @GetMapping("/slips")
    String list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var filter = new SlipList.Filter(state(state), q);
        var totals = slips.totals(filter);
        var shown = Math.max(0, Math.min(page, (int) ((totals.slips() - 1) / SIZE)));
        model.addAttribute("slips", slips.list(filter, sort, shown * SIZE, SIZE));
        model.addAttribute("totals", totals);
        model.addAttribute("toPrint", slips.toPrint());
        model.addAttribute("state", filter.state());
        model.addAttribute("states", TABS);
        model.addAttribute("q", q);
        model.addAttribute("page", shown);
        model.addAttribute("size", SIZE);
        return "payments/slips";
    }

    @PostMapping("/slips/print")
    String print(@RequestParam List<SlipNumber> number, RedirectAttributes redirect) {
        printSlips.printed(number);
        redirect.addAttribute("number", number.stream().map(SlipNumber::value).toArray(String[]::new));
        return "redirect:/slips/print";
    }

    /** For the printer of the browser. */
    @GetMapping("/slips/print")
    String sheets(@RequestParam List<SlipNumber> number, Model model) {
        var sheets = printSlips.sheets(number).stream().map(PrintedSlip::of).toList();
        sheets.forEach(sheet -> {
            if (sheet.customer() != null) {
                audit.record(
                        "customer-seen",
                        sheet.customer().number().value(),
                        sheet.slip().number().value());
            }
        });
        model.addAttribute("sheets", sheets);
        return "payments/slip-print";
    }

    @PostMapping("/orders/{number:A[0-9]+}/slip")
    String reissue(@PathVariable OrderNumber number, RedirectAttributes flash) {
        flashMessages.show(flash, () -> {
            reissueSlip.reissue(number);
            return "slips.reissued";
        });
        return "redirect:/orders/" + number;
    }

    @PostMapping("/receivables/{number:F[0-9]+}/slip")
    String reissue(@PathVariable ReceivableNumber number, RedirectAttributes flash) {
        flashMessages.show(flash, () -> {
            reissueSlip.reissue(number);
            return "slips.reissued";
        });
        return "redirect:/slips?q=" + number;
    }

    private static SlipList.@Nullable State state(@Nullable String text) {
        return Arrays.stream(SlipList.State.values())
                .filter(state -> state.name().equals(text))
                .findFirst()
                .orElse(null);
    }
}
