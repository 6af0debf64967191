package jp.otodoke.workflow.web;

import java.util.Locale;
import jp.otodoke.workflow.Incidents;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Steps that failed for good, in plain words, and trying them again. */
@Controller
class IncidentPages {
    private static final int SIZE = 50;

    private final Incidents incidents;
    private final MessageSource messages;

    IncidentPages(Incidents incidents, MessageSource messages) {
        this.incidents = incidents;
        this.messages = messages;
    }

    @GetMapping("/incidents")
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        model.addAttribute("incidents", incidents.list(page * SIZE, SIZE));
        model.addAttribute("total", incidents.count());
        model.addAttribute("page", page);
        model.addAttribute("size", SIZE);
        return "workflow/incidents";
    }

    @PostMapping("/incidents/{id}/retry")
    String retry(@PathVariable String id, RedirectAttributes flash, Locale locale) {
        incidents.retry(id);
        flash.addFlashAttribute("done", messages.getMessage("incidents.retried", null, locale));
        return "redirect:/incidents";
    }
}
