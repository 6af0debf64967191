package jp.otodoke.partners.exchange.web;

import jp.otodoke.partners.exchange.FileImports;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Shows the progress of an upload, and stops it. */
@Controller
@RequestMapping("/imports/{id:\\d+}")
class FileImportPage {
    private static final int SHOWN = 500;
    private static final String VIEW = "partners/file-import";

    private final FileImports imports;

    FileImportPage(FileImports imports) {
        this.imports = imports;
    }

    @GetMapping
    String show(@PathVariable long id, Model model) {
        model.addAttribute("run", imports.get(id));
        model.addAttribute("shown", SHOWN);
        return VIEW;
    }

    /** The fragment that the page polls while the upload is running. */
    @GetMapping(headers = "HX-Request")
    String progress(@PathVariable long id, Model model) {
        show(id, model);
        return VIEW + " :: run";
    }

    @PostMapping("/stop")
    String stop(@PathVariable long id) {
        imports.stop(id);
        return "redirect:/imports/" + id;
    }
}
