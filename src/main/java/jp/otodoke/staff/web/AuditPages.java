package jp.otodoke.staff.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Who did what, when: for those who answer for it. */
@Controller
class AuditPages {
    private static final int SIZE = 50;

    private final AuditList entries;

    AuditPages(AuditList entries) {
        this.entries = entries;
    }

    @GetMapping("/audit")
    String list(
            @ModelAttribute("filter") AuditFilter filter,
            BindingResult mistakes,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var total = entries.count(filter);
        var shown = Math.max(0, Math.min(page, (int) ((total - 1) / SIZE)));
        // Where a condition can't be read, binding leaves none in the model.
        model.addAttribute("filter", filter);
        model.addAttribute("entries", entries.page(filter, shown, SIZE));
        model.addAttribute("actions", entries.actions());
        model.addAttribute("total", total);
        model.addAttribute("page", shown);
        model.addAttribute("size", SIZE);
        model.addAttribute("mistyped", mistakes.hasErrors());
        return "staff/audit";
    }
}
