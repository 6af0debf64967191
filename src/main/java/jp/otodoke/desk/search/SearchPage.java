package jp.otodoke.desk.search;

import jp.otodoke.platform.pages.SearchHit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The search of the top bar: while typing, and as a page; a single exact match opens at once. */
@Controller
class SearchPage {
    private final GlobalSearch globalSearch;

    SearchPage(GlobalSearch globalSearch) {
        this.globalSearch = globalSearch;
    }

    @GetMapping("/search")
    String search(@RequestParam(defaultValue = "") String q, Model model) {
        var found = globalSearch.find(q, 50);
        var hits = found.hits();
        var exact = hits.stream().filter(SearchHit::exact).toList();
        if (exact.size() == 1) {
            return "redirect:" + exact.get(0).href();
        }
        if (hits.size() == 1) {
            return "redirect:" + hits.get(0).href();
        }
        model.addAttribute("q", q);
        model.addAttribute("hits", hits);
        model.addAttribute("more", found.more());
        return "desk/search";
    }

    @GetMapping("/search/quick")
    String quick(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("q", q);
        var found = globalSearch.find(q, 5);
        model.addAttribute("hits", found.hits());
        model.addAttribute("more", found.more());
        return "desk/search :: hits";
    }
}
