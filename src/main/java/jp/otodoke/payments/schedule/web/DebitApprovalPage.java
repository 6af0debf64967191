package jp.otodoke.payments.schedule.web;

import java.util.Locale;
import jp.otodoke.payments.schedule.ApproveCycle;
import jp.otodoke.platform.pages.PageFrame;
import jp.otodoke.shared.BilingualText;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The button by which a cycle of direct debits is approved on its page. */
@Controller
class DebitApprovalPage {
    private final ApproveCycle approveCycle;
    private final PageFrame pageFrame;

    DebitApprovalPage(ApproveCycle approveCycle, PageFrame pageFrame) {
        this.approveCycle = approveCycle;
        this.pageFrame = pageFrame;
    }

    @PostMapping("/direct-debits/{id}/approval")
    String approve(@PathVariable long id, RedirectAttributes flash, Locale locale) {
        approveCycle.approve(id, pageFrame.user());
        flash.addFlashAttribute(
                "done", BilingualText.of("direct-debits.approved").in(locale));
        return "redirect:/direct-debits/" + id;
    }
}
