package jp.otodoke.demo.mail;

import jp.otodoke.platform.pages.ListLimits;
import jp.otodoke.shared.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The mail that customers of the demo would have received. */
@Controller
class CaughtMailPage {
    private static final int SIZE = 50;

    private final CaughtMails mails;

    CaughtMailPage(CaughtMails mails) {
        this.mails = mails;
    }

    @GetMapping("/demo/mail")
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") int page, Model model) {
        int number = ListLimits.page(page);
        model.addAttribute("mails", mails.latest(q, SIZE, number * SIZE));
        model.addAttribute("total", mails.count(q));
        model.addAttribute("q", q);
        model.addAttribute("page", number);
        model.addAttribute("size", SIZE);
        return "partners/mails";
    }

    @GetMapping("/demo/mail/{id}")
    String show(@PathVariable long id, Model model) {
        model.addAttribute("mail", mails.find(id).orElseThrow(() -> Refusal.notFound("demo.mail.not-found", id)));
        return "partners/mail";
    }
}
