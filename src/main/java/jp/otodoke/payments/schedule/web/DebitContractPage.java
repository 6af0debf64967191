package jp.otodoke.payments.schedule.web;

import java.util.Locale;
import jp.otodoke.payments.schedule.DebitContracts;
import jp.otodoke.payments.schedule.SaveDebitContract;
import jp.otodoke.platform.pages.PageFrame;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Contracts by which direct debits are collected each month, and their calendar. */
@Controller
class DebitContractPage {
    private final DebitContracts contracts;
    private final SaveDebitContract saveDebitContract;
    private final PageFrame pageFrame;

    DebitContractPage(DebitContracts contracts, SaveDebitContract saveDebitContract, PageFrame pageFrame) {
        this.contracts = contracts;
        this.saveDebitContract = saveDebitContract;
        this.pageFrame = pageFrame;
    }

    @GetMapping("/debit-contracts")
    String list(Model model) {
        model.addAttribute("contracts", contracts.all());
        model.addAttribute("calendar", contracts.calendar());
        return "payments/debit-contracts";
    }

    /** The coming cycles, for the page of all cycles. */
    @GetMapping("/debit-contracts/calendar")
    String calendar(Model model) {
        model.addAttribute("calendar", contracts.calendar());
        return "payments/debit-contracts :: calendar";
    }

    /** Adds one, or changes the one of that name. */
    @PostMapping("/debit-contracts")
    String save(@ModelAttribute SaveDebitContract.Typed typed, RedirectAttributes flash, Locale locale) {
        try {
            saveDebitContract.save(typed, pageFrame.user());
            flash.addFlashAttribute(
                    "done", BilingualText.of("debit-contracts.saved").in(locale));
        } catch (InvalidInput wrong) {
            flash.addFlashAttribute("problems", wrong.problems());
        }
        return "redirect:/debit-contracts";
    }
}
