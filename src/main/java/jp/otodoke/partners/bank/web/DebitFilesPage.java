package jp.otodoke.partners.bank.web;

import java.io.IOException;
import java.util.Locale;
import jp.otodoke.partners.bank.FetchDebitRequest;
import jp.otodoke.partners.bank.Framing;
import jp.otodoke.partners.bank.TakeDebitResult;
import jp.otodoke.partners.exchange.web.Imports;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The files of direct debits, from the page of a cycle. */
@Controller
@RequestMapping("/direct-debits/{id}")
class DebitFilesPage {
    private static final int SHOWN = 100;

    private final FetchDebitRequest fetchDebitRequest;
    private final TakeDebitResult takeDebitResult;

    DebitFilesPage(FetchDebitRequest fetchDebitRequest, TakeDebitResult takeDebitResult) {
        this.fetchDebitRequest = fetchDebitRequest;
        this.takeDebitResult = takeDebitResult;
    }

    @GetMapping("/request-file")
    ResponseEntity<byte[]> request(@PathVariable long id, @RequestParam(defaultValue = "CRLF") Framing framing) {
        return DebitDownload.of(id, fetchDebitRequest.fetch(id, framing));
    }

    @PostMapping("/result-file")
    String result(@PathVariable long id, @RequestParam MultipartFile file, RedirectAttributes flash, Locale locale)
            throws IOException {
        try (var content = Imports.content(file)) {
            takeDebitResult.take(id, Imports.name(file, "result.txt"), content);
            flash.addFlashAttribute(
                    "done", BilingualText.of("bank.debit.booked").in(locale));
        } catch (InvalidInput wrong) {
            flash.addFlashAttribute(
                    "problems", wrong.problems().stream().limit(SHOWN).toList());
        } catch (Refusal no) {
            flash.addFlashAttribute("refused", no.words().in(locale));
        }
        return "redirect:/direct-debits/" + id;
    }
}
