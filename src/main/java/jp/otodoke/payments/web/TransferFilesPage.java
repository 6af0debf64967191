package jp.otodoke.payments.web;

import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Supplier;
import jp.otodoke.payments.CollectTransfers;
import jp.otodoke.payments.EndTransferFile;
import jp.otodoke.payments.HandOverTransferFile;
import jp.otodoke.payments.TransferFiles;
import jp.otodoke.payments.TransferFraming;
import jp.otodoke.platform.pages.PageFrame;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists the files by which the bank transfers refunds, makes them and hands them over. */
@Controller
class TransferFilesPage {
    private static final int SIZE = 50;

    private final TransferFiles files;
    private final CollectTransfers collectTransfers;
    private final HandOverTransferFile handOver;
    private final EndTransferFile endTransferFile;
    private final PageFrame pageFrame;

    TransferFilesPage(
            TransferFiles files,
            CollectTransfers collectTransfers,
            HandOverTransferFile handOver,
            EndTransferFile endTransferFile,
            PageFrame pageFrame) {
        this.files = files;
        this.collectTransfers = collectTransfers;
        this.handOver = handOver;
        this.endTransferFile = endTransferFile;
        this.pageFrame = pageFrame;
    }

    @GetMapping("/transfer-files")
    String list(
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var total = files.count();
        var shown = Math.max(0, Math.min(page, (int) ((total - 1) / SIZE)));
        model.addAttribute("files", files.list(sort, shown * SIZE, SIZE));
        model.addAttribute("total", total);
        model.addAttribute("page", shown);
        model.addAttribute("size", SIZE);
        model.addAttribute("waiting", files.waitingInAll());
        model.addAttribute("day", collectTransfers.nextDay());
        return "payments/transfer-files";
    }

    @GetMapping("/transfer-files/{id}")
    String show(@PathVariable long id, Model model) {
        model.addAttribute("f", files.get(id));
        model.addAttribute("refunds", files.refunds(id));
        model.addAttribute("repeated", files.toSameAccount(id));
        return "payments/transfer-file";
    }

    @PostMapping("/transfer-files")
    String collect(@RequestParam LocalDate transferDate, RedirectAttributes flash, Locale locale) {
        try {
            var made = collectTransfers.collect(transferDate, pageFrame.user());
            flash.addFlashAttribute(
                    "done",
                    BilingualText.of("transfer-files.collected", made.count(), made.total())
                            .in(locale));
            return "redirect:/transfer-files/" + made.id();
        } catch (InvalidInput wrong) {
            flash.addFlashAttribute("problems", wrong.problems());
        } catch (Refusal no) {
            flash.addFlashAttribute("refused", no.words().in(locale));
        }
        return "redirect:/transfer-files";
    }

    @GetMapping("/transfer-files/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable long id, @RequestParam(defaultValue = "CRLF") TransferFraming framing) {
        return TransferFilesApi.download(id, handOver.fetch(id, framing, pageFrame.user()));
    }

    @PostMapping("/transfer-files/{id}/confirmation")
    String confirm(@PathVariable long id, RedirectAttributes flash, Locale locale) {
        return change(id, flash, locale, () -> {
            endTransferFile.confirm(id);
            return "transfer-files.confirmed";
        });
    }

    @PostMapping("/transfer-files/{id}/discarding")
    String discard(@PathVariable long id, RedirectAttributes flash, Locale locale) {
        return change(id, flash, locale, () -> {
            endTransferFile.discard(id);
            return "transfer-files.discarded";
        });
    }

    /** @param change returns the key of what it has done */
    private static String change(long id, RedirectAttributes flash, Locale locale, Supplier<String> change) {
        try {
            flash.addFlashAttribute("done", BilingualText.of(change.get()).in(locale));
        } catch (Refusal no) {
            flash.addFlashAttribute("refused", no.words().in(locale));
        }
        return "redirect:/transfer-files/" + id;
    }
}
