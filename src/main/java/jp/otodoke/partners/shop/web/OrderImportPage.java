package jp.otodoke.partners.shop.web;

import java.io.IOException;
import java.util.List;
import jp.otodoke.partners.exchange.web.Imports;
import jp.otodoke.partners.shop.ImportOrders;
import jp.otodoke.partners.shop.ImportReport;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The page on which staff upload a shop's order file, first as a preview and then to import it. */
@Controller
@RequestMapping("/orders/import")
class OrderImportPage {
    private static final int MISTAKES_SHOWN = 500;
    private static final String VIEW = "partners/order-import";

    private final ImportOrders importOrders;

    OrderImportPage(ImportOrders importOrders) {
        this.importOrders = importOrders;
    }

    @ModelAttribute("fileFormats")
    List<String> formats() {
        return List.of("ec-cube", "shopify", "generic");
    }

    @ModelAttribute("shown")
    int shown() {
        return MISTAKES_SHOWN;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "ec-cube") String format, Model model) {
        model.addAttribute("format", format);
        return VIEW;
    }

    @PostMapping
    String take(
            @RequestParam MultipartFile file,
            @RequestParam String format,
            @RequestParam(defaultValue = "false") boolean dryRun,
            Model model)
            throws IOException {
        model.addAttribute("format", format);
        if (file.isEmpty()) {
            model.addAttribute(
                    "problems",
                    List.of(new FieldProblem("file", "required", BilingualText.of("shop.import.file-required"))));
            return VIEW;
        }
        var name = Imports.name(file, "orders.csv");
        model.addAttribute("fileName", name);
        model.addAttribute("dryRun", dryRun);
        var content = Imports.content(file);
        try {
            if (dryRun) {
                model.addAttribute("report", ImportReport.of(importOrders.dryRun(format, name, content)));
                return VIEW;
            }
            var begun = importOrders.take(format, name, content, Imports.PAGE_WAITS);
            if (begun.running()) {
                return "redirect:/imports/" + begun.id();
            }
            model.addAttribute("report", ImportReport.of(begun));
        } catch (InvalidInput refused) {
            model.addAttribute("problems", refused.problems());
        }
        return VIEW;
    }
}
