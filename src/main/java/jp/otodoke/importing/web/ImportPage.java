package jp.otodoke.importing.web;

import java.io.IOException;
import jp.otodoke.customers.ImportPostalFile;
import jp.otodoke.customers.PostalCodes;
import jp.otodoke.importing.ImportCustomers;
import jp.otodoke.importing.ImportProducts;
import jp.otodoke.shared.InvalidInput;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Uploads files and shows what became of every line. */
@Controller
@RequestMapping("/imports")
class ImportPage {
    private static final int SHOWN = 500;

    private final ImportProducts importProducts;
    private final ImportCustomers importCustomers;
    private final ImportPostalFile importPostalFile;
    private final PostalCodes postalCodes;

    ImportPage(
            ImportProducts importProducts,
            ImportCustomers importCustomers,
            ImportPostalFile importPostalFile,
            PostalCodes postalCodes) {
        this.importProducts = importProducts;
        this.importCustomers = importCustomers;
        this.importPostalFile = importPostalFile;
        this.postalCodes = postalCodes;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("postal", postalCodes.version().orElse(null));
        return "importing/imports";
    }

    @PostMapping("/{what:products|customers|postal-codes}")
    String read(@PathVariable String what, @RequestParam MultipartFile file, Model model) throws IOException {
        model.addAttribute("what", what);
        model.addAttribute("fileName", file.getOriginalFilename());
        model.addAttribute("shown", SHOWN);
        try {
            read(what, file.getOriginalFilename() + "", file.getBytes(), model);
        } catch (InvalidInput whole) {
            model.addAttribute("wrong", whole.problems());
        }
        return show(model);
    }

    private void read(String what, String name, byte[] content, Model model) {
        switch (what) {
            case "products" -> model.addAttribute("result", importProducts.read(content));
            case "customers" -> model.addAttribute("result", importCustomers.read(content));
            default -> model.addAttribute("imported", importPostalFile.read(name, content));
        }
    }
}
