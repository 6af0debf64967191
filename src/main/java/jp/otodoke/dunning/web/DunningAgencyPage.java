package jp.otodoke.dunning.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jp.otodoke.dunning.AgencyFiles;
import jp.otodoke.dunning.AgencyFiles.Row;
import jp.otodoke.platform.csv.Cp932Csv;
import jp.otodoke.platform.pages.PageFrame;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists for the collection agency. */
@Controller
class DunningAgencyPage {
    private static final List<String> COLUMNS = List.of(
            "case",
            "receivable",
            "amount",
            "cause",
            "since",
            "customer",
            "name",
            "kana",
            "phone",
            "postalCode",
            "address");

    private final AgencyFiles files;
    private final PageFrame pageFrame;

    DunningAgencyPage(AgencyFiles files, PageFrame pageFrame) {
        this.files = files;
        this.pageFrame = pageFrame;
    }

    @GetMapping("/dunning/agency")
    String list(Model model) {
        model.addAttribute("files", files.all());
        model.addAttribute("waiting", files.waiting());
        return "dunning/agency";
    }

    @PostMapping("/dunning/agency")
    String make(RedirectAttributes flash, Locale locale) {
        try {
            var made = files.make(pageFrame.user());
            flash.addFlashAttribute(
                    "done",
                    BilingualText.of("dunning.agency.made", made.count(), made.total())
                            .in(locale));
        } catch (Refusal no) {
            flash.addFlashAttribute("refused", no.words().in(locale));
        }
        return "redirect:/dunning/agency";
    }

    /** The same list each time. */
    @GetMapping("/dunning/agency/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable long id) {
        files.get(id);
        var csv = new Cp932Csv(COLUMNS.stream()
                .map(column ->
                        BilingualText.of("dunning.agency.column." + column).japanese())
                .toList());
        files.rows(id).forEach(row -> csv.row(row.receivable(), cells(row)));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=windows-31j"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"KAISHU_" + id + ".csv\"")
                .body(csv.bytes());
    }

    private static List<String> cells(Row row) {
        return Stream.of(
                        row.caseId(),
                        row.receivable(),
                        row.amount().amount(),
                        BilingualText.of("dunning.cause." + row.cause()).japanese(),
                        row.since(),
                        text(row.customer()),
                        text(row.name()),
                        text(row.kana()),
                        text(row.phone()),
                        text(row.postalCode()),
                        row.address().strip())
                .map(String::valueOf)
                .toList();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
