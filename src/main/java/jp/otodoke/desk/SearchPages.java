package jp.otodoke.desk;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The search of the top bar: while typing, and as a page; one exact hit is opened at once. */
@Controller
class SearchPages {
    private final Find find;

    SearchPages(Find find) {
        this.find = find;
    }

    @GetMapping("/search")
    String search(@RequestParam(defaultValue = "") String q, Model model) {
        var hits = find.find(q, 50);
        var exact = hits.stream().filter(Find.Hit::exact).toList();
        if (exact.size() == 1) {
            return "redirect:" + exact.get(0).href();
        }
        if (hits.size() == 1) {
            return "redirect:" + hits.get(0).href();
        }
        model.addAttribute("q", q);
        model.addAttribute("hits", hits);
        return "desk/search";
    }

    @GetMapping("/search/quick")
    String quick(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("q", q);
        model.addAttribute("hits", find.find(q, 5));
        return "desk/search :: hits";
    }
}
