package jp.otodoke.payments.paper.banks.web;

import java.io.IOException;
import java.util.Locale;
import jp.otodoke.payments.BankCodes;
import jp.otodoke.payments.paper.banks.BankCodeScope;
import jp.otodoke.payments.paper.banks.BankCodeUploads;
import jp.otodoke.payments.paper.banks.ImportBankCodes;
import jp.otodoke.platform.pages.PageFrame;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The table of bank codes: what it has, and a file that is looked at before it is imported. */
@Controller
@RequestMapping("/bank-codes")
class BankCodesPage {
    private static final int SIZE = 100;
    private static final int SHOWN = 100;
    private static final String BACK = "redirect:/bank-codes";

    private final BankCodes codes;
    private final BankCodeUploads uploads;
    private final ImportBankCodes importBankCodes;
    private final PageFrame pageFrame;

    BankCodesPage(BankCodes codes, BankCodeUploads uploads, ImportBankCodes importBankCodes, PageFrame pageFrame) {
        this.codes = codes;
        this.uploads = uploads;
        this.importBankCodes = importBankCodes;
        this.pageFrame = pageFrame;
    }

    /** @param bank whose branches are listed; without one, the banks */
    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String bank,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var of = TextNormalizer.digits(bank);
        var total = codes.count(of);
        var shown = Math.max(0, Math.min(page, (int) ((total - 1) / SIZE)));
        model.addAttribute("codes", codes.list(of, shown * SIZE, SIZE));
        model.addAttribute("total", total);
        model.addAttribute("page", shown);
        model.addAttribute("size", SIZE);
        model.addAttribute("bank", of);
        model.addAttribute("table", codes.size());
        model.addAttribute("scopes", BankCodeScope.values());
        return "payments/bank-codes";
    }

    /** The names beside codes that somebody is typing. */
    @GetMapping("/names")
    String names(
            @RequestParam(defaultValue = "") String bankCode,
            @RequestParam(defaultValue = "") String branchCode,
            Model model) {
        var bank = TextNormalizer.digits(bankCode);
        model.addAttribute("names", bank.isEmpty() ? null : codes.names(bank, TextNormalizer.digits(branchCode)));
        return "payments/bank-codes :: names";
    }

    @PostMapping
    String upload(@RequestParam MultipartFile file, @RequestParam BankCodeScope scope, RedirectAttributes flash)
            throws IOException {
        try {
            long id =
                    uploads.keep(String.valueOf(file.getOriginalFilename()), file.getBytes(), scope, pageFrame.user());
            return BACK + "/uploads/" + id;
        } catch (InvalidInput wrong) {
            flash.addFlashAttribute("problems", wrong.problems());
            return BACK;
        }
    }

    @GetMapping("/uploads/{id}")
    String preview(@PathVariable long id, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("differences", uploads.preview(id));
        model.addAttribute("shown", SHOWN);
        return "payments/bank-codes-preview";
    }

    @PostMapping("/uploads/{id}")
    String apply(@PathVariable long id, RedirectAttributes flash, Locale locale) {
        try {
            var done = importBankCodes.apply(id, pageFrame.user());
            flash.addFlashAttribute(
                    "done",
                    BilingualText.of(
                                    "bank-codes.imported",
                                    done.added().size(),
                                    done.changed().size(),
                                    done.removed().size())
                            .in(locale));
        } catch (InvalidInput wrong) {
            flash.addFlashAttribute("problems", wrong.problems());
        } catch (Refusal no) {
            flash.addFlashAttribute("refused", no.words().in(locale));
        }
        return BACK;
    }
}
