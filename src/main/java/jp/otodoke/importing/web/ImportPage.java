package jp.otodoke.importing.web;

import java.io.IOException;
import jp.otodoke.customers.PostalCodes;
import jp.otodoke.importing.ImportCustomers;
import jp.otodoke.importing.ImportPostalCodes;
import jp.otodoke.importing.ImportProducts;
import jp.otodoke.importing.ImportResult;
import jp.otodoke.partners.exchange.FileImport;
import jp.otodoke.partners.exchange.web.Imports;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.InvalidInput;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Uploads files and shows the result of every line. */
@Controller
@RequestMapping("/imports")
class ImportPage {
    private static final int SHOWN = 500;
    private static final String POSTAL_CODES = "postal-codes";

    private final ImportProducts importProducts;
    private final ImportCustomers importCustomers;
    private final ImportPostalCodes importPostalCodes;
    private final PostalCodes postalCodes;

    ImportPage(
            ImportProducts importProducts,
            ImportCustomers importCustomers,
            ImportPostalCodes importPostalCodes,
            PostalCodes postalCodes) {
        this.importProducts = importProducts;
        this.importCustomers = importCustomers;
        this.importPostalCodes = importPostalCodes;
        this.postalCodes = postalCodes;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("postal", postalCodes.version().orElse(null));
        return "importing/imports";
    }

    @PostMapping("/{what:products|customers|" + POSTAL_CODES + "}")
    String read(@PathVariable String what, @RequestParam MultipartFile file, Model model) throws IOException {
        model.addAttribute("what", what);
        var name = Imports.name(file, what + ".csv");
        model.addAttribute("fileName", name);
        model.addAttribute("shown", SHOWN);
        try {
            var begun = begin(what, name, Imports.content(file));
            if (begun.running()) {
                return "redirect:/imports/" + begun.id();
            }
            if (what.equals(POSTAL_CODES) && begun.rejected() == 0) {
                model.addAttribute("imported", importPostalCodes.result(begun));
            } else {
                model.addAttribute("result", ImportResult.of(begun));
            }
        } catch (InvalidInput whole) {
            model.addAttribute("wrong", whole.problems());
        }
        return show(model);
    }

    private FileImport begin(String what, String name, FileContent content) {
        return switch (what) {
            case "products" -> importProducts.take(name, content, Imports.PAGE_WAITS);
            case "customers" -> importCustomers.take(name, content, Imports.PAGE_WAITS);
            default -> importPostalCodes.take(name, content, Imports.PAGE_WAITS);
        };
    }
}
