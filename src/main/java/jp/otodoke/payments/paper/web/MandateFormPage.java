package jp.otodoke.payments.paper.web;

import java.util.List;
import java.util.Locale;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.payments.NewMandate;
import jp.otodoke.payments.paper.AcceptMandateForm;
import jp.otodoke.payments.paper.GiveUpMandateForm;
import jp.otodoke.payments.paper.MandateDefect;
import jp.otodoke.payments.paper.MandateForms;
import jp.otodoke.payments.paper.ReceiveMandateForm;
import jp.otodoke.payments.paper.ReturnMandateForm;
import jp.otodoke.payments.paper.SendMandateForm;
import jp.otodoke.platform.pages.PageFrame;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Mandates on paper: which are on their way, and what has become of each. */
@Controller
@RequestMapping("/mandate-forms")
class MandateFormPage {
    private static final int SIZE = 50;
    private static final List<String> TYPES = List.of("1", "2", "3", "9");
    private static final String BACK = "redirect:/mandate-forms";

    private final MandateForms forms;
    private final ReceiveMandateForm receive;
    private final SendMandateForm send;
    private final AcceptMandateForm accept;
    private final ReturnMandateForm returns;
    private final GiveUpMandateForm giveUp;
    private final FindCustomer customers;
    private final BusinessClock clock;
    private final PageFrame pageFrame;
    private final String account;

    MandateFormPage(
            MandateForms forms,
            ReceiveMandateForm receive,
            SendMandateForm send,
            AcceptMandateForm accept,
            ReturnMandateForm returns,
            GiveUpMandateForm giveUp,
            FindCustomer customers,
            BusinessClock clock,
            PageFrame pageFrame,
            @Value("${otodoke.transfer.account}") String account) {
        this.forms = forms;
        this.receive = receive;
        this.send = send;
        this.accept = accept;
        this.returns = returns;
        this.giveUp = giveUp;
        this.customers = customers;
        this.clock = clock;
        this.pageFrame = pageFrame;
        this.account = account;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var of = TextNormalizer.orNull(customer);
        var total = forms.count(of, !all);
        var shown = Math.max(0, Math.min(page, (int) ((total - 1) / SIZE)));
        model.addAttribute("forms", forms.list(of, !all, shown * SIZE, SIZE));
        model.addAttribute("total", total);
        model.addAttribute("page", shown);
        model.addAttribute("size", SIZE);
        model.addAttribute("customer", of);
        model.addAttribute("all", all);
        model.addAttribute("types", TYPES);
        model.addAttribute("defects", MandateDefect.values());
        return "payments/mandate-forms";
    }

    /** For the browser's printer; it goes back with the paper. */
    @GetMapping("/{id}/letter")
    String letter(@PathVariable long id, Model model) {
        var form = forms.find(id)
                .filter(one -> one.defect() != null)
                .orElseThrow(() -> Refusal.notFound("mandate-form.not-found", id));
        model.addAttribute("form", form);
        model.addAttribute("to", customers.find(form.customer()).orElseThrow());
        model.addAttribute("today", clock.today());
        model.addAttribute("account", account);
        return "payments/mandate-form-letter";
    }

    /** @param defect seen at once; the account is not needed then */
    @PostMapping
    String receive(
            @ModelAttribute NewMandate typed,
            @RequestParam(defaultValue = "") String defect,
            RedirectAttributes flash,
            Locale locale) {
        return done(
                () -> receive.receive(typed, defect.isEmpty() ? null : MandateDefect.valueOf(defect), pageFrame.user()),
                "received",
                flash,
                locale);
    }

    @PostMapping("/{id}/send")
    String send(@PathVariable long id, RedirectAttributes flash, Locale locale) {
        return done(() -> send.send(id, pageFrame.user()), "sent", flash, locale);
    }

    @PostMapping("/{id}/accept")
    String accept(@PathVariable long id, RedirectAttributes flash, Locale locale) {
        return done(() -> accept.accept(id, pageFrame.user()), "accepted", flash, locale);
    }

    @PostMapping("/{id}/defect")
    String defect(@PathVariable long id, @RequestParam MandateDefect defect, RedirectAttributes flash, Locale locale) {
        return done(() -> returns.back(id, defect, pageFrame.user()), "returned", flash, locale);
    }

    @PostMapping("/{id}/give-up")
    String giveUp(@PathVariable long id, RedirectAttributes flash, Locale locale) {
        return done(() -> giveUp.giveUp(id, pageFrame.user()), "given-up", flash, locale);
    }

    private static String done(Runnable change, String what, RedirectAttributes flash, Locale locale) {
        try {
            change.run();
            flash.addFlashAttribute(
                    "done", BilingualText.of("mandate-forms.done." + what).in(locale));
        } catch (InvalidInput wrong) {
            flash.addFlashAttribute("problems", wrong.problems());
        } catch (Refusal no) {
            flash.addFlashAttribute("refused", no.words().in(locale));
        }
        return BACK;
    }
}
