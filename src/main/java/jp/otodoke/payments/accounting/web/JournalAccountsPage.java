package jp.otodoke.payments.accounting.web;

import java.util.Locale;
import jp.otodoke.payments.accounting.JournalAccounts;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Names the accounts of the ledger as the accounting software calls them. */
@Controller
class JournalAccountsPage {
    private final JournalAccounts accounts;

    JournalAccountsPage(JournalAccounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/ledger/accounts")
    String list(Model model) {
        model.addAttribute("accounts", accounts.all());
        return "payments/journal-accounts";
    }

    @PostMapping("/ledger/accounts/{id}")
    String rename(
            @PathVariable long id,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String subAccount,
            @RequestParam(defaultValue = "") String taxClass,
            RedirectAttributes flash,
            Locale locale) {
        try {
            accounts.rename(id, name, subAccount, taxClass);
            flash.addFlashAttribute(
                    "done", BilingualText.of("journal.account.renamed", name).in(locale));
        } catch (InvalidInput wrong) {
            flash.addFlashAttribute("problems", wrong.problems());
        }
        return "redirect:/ledger/accounts";
    }
}
