package jp.otodoke.partners.cardupdate.web;

import java.io.IOException;
import java.util.Locale;
import jp.otodoke.partners.cardupdate.FetchCardUpdateRequest;
import jp.otodoke.partners.cardupdate.TakeCardUpdateResult;
import jp.otodoke.partners.exchange.web.Imports;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The files of card updates, from the page of one. */
@Controller
@RequestMapping("/card-updates/{id:\\d+}")
class CardUpdateFilesPage {
    private final FetchCardUpdateRequest fetchRequest;
    private final TakeCardUpdateResult takeResult;

    CardUpdateFilesPage(FetchCardUpdateRequest fetchRequest, TakeCardUpdateResult takeResult) {
        this.fetchRequest = fetchRequest;
        this.takeResult = takeResult;
    }

    @GetMapping("/request-file")
    ResponseEntity<byte[]> request(@PathVariable long id) {
        return CardUpdateDownload.of(id, fetchRequest.fetch(id));
    }

    /** What takes longer goes on in the background, and the page shows how many answers there are by now. */
    @PostMapping("/result-file")
    String result(@PathVariable long id, @RequestParam MultipartFile file, RedirectAttributes flash, Locale locale)
            throws IOException {
        try {
            var done = takeResult.take(
                    id, Imports.name(file, FetchCardUpdateRequest.name(id)), Imports.content(file), Imports.PAGE_WAITS);
            flash.addFlashAttribute(
                    "done",
                    BilingualText.of("card-update.taken", done.records(), done.created(), done.existing())
                            .in(locale));
        } catch (InvalidInput wrong) {
            flash.addFlashAttribute("problems", wrong.problems());
        }
        return "redirect:/card-updates/" + id;
    }
}
