package jp.otodoke.desk.orderentry;

import java.util.List;
import java.util.UUID;
import jp.otodoke.catalog.Charges;
import jp.otodoke.catalog.Product;
import jp.otodoke.catalog.sql.ProductSearch;
import jp.otodoke.customers.sql.CustomerSearch;
import jp.otodoke.fulfilment.PreviewShipments;
import jp.otodoke.orders.Noshi;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.platform.pages.PageFrame;
import jp.otodoke.platform.web.FlashMessages;
import jp.otodoke.platform.web.Redirects;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Prefectures;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.TimeSlot;
import jp.otodoke.staff.CurrentStaff;
import jp.otodoke.staff.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Order entry on the telephone. Every button submits the whole form, so that it also works without JavaScript. */
@Controller
@RequestMapping("/orders/new")
class OrderEntryPage {
    private static final String PAGE = "desk/order-form";
    private static final int HITS = 9;

    private final PreviewOrder previewOrder;
    private final EnterOrder enterOrder;
    private final RepeatOrder repeatOrder;
    private final OrderDrafts drafts;
    private final ConfirmationScript confirmationScript;
    private final CustomerSearch customers;
    private final ProductSearch products;
    private final PreviewShipments previewShipments;
    private final Charges charges;
    private final CurrentStaff staff;
    private final BusinessClock clock;
    private final PageFrame pageFrame;
    private final FlashMessages flashMessages;

    OrderEntryPage(
            PreviewOrder previewOrder,
            EnterOrder enterOrder,
            RepeatOrder repeatOrder,
            OrderDrafts drafts,
            ConfirmationScript confirmationScript,
            CustomerSearch customers,
            ProductSearch products,
            PreviewShipments previewShipments,
            Charges charges,
            CurrentStaff staff,
            BusinessClock clock,
            PageFrame pageFrame,
            FlashMessages flashMessages) {
        this.previewOrder = previewOrder;
        this.enterOrder = enterOrder;
        this.repeatOrder = repeatOrder;
        this.drafts = drafts;
        this.confirmationScript = confirmationScript;
        this.customers = customers;
        this.products = products;
        this.previewShipments = previewShipments;
        this.charges = charges;
        this.staff = staff;
        this.clock = clock;
        this.pageFrame = pageFrame;
        this.flashMessages = flashMessages;
    }

    /**
     * @param who prefills the search; a telephone system opens the page with the caller's number
     * @param dialled the number that was called, which identifies the medium
     * @param draft token of a form that was started before
     */
    @GetMapping
    ModelAndView open(
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String who,
            @RequestParam(required = false) @Nullable String dialled,
            @RequestParam(required = false) @Nullable String draft,
            Model model,
            RedirectAttributes flash) {
        var placed = draft == null ? null : enterOrder.placed(draft).orElse(null);
        if (placed != null) {
            return already(placed, flash);
        }
        var saved = draft == null ? null : drafts.find(draft, pageFrame.user()).orElse(null);
        if (draft != null && saved == null) {
            model.addAttribute("refused", flashMessages.text("entry.draft.gone"));
        }
        var blank = OrderForm.empty(UUID.randomUUID().toString())
                .withCustomer(customer)
                .withCall(dialled);
        model.addAttribute("who", who);
        model.addAttribute(
                "drafts",
                drafts.of(pageFrame.user()).stream()
                        .filter(d -> !TextNormalizer.clean(d.form().token()).equals(draft))
                        .toList());
        return page(saved == null ? blank : saved, model, PAGE);
    }

    @PostMapping
    ModelAndView act(
            @ModelAttribute("form") OrderForm form,
            @RequestParam(defaultValue = "save") String act,
            @RequestParam(required = false) @Nullable String who,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model,
            RedirectAttributes flash) {
        var view = htmx == null ? PAGE : PAGE + " :: entry";
        model.addAttribute("redrawn", htmx != null);
        model.addAttribute("who", who);
        var argument = act.replaceFirst("^\\w+:?", "");
        return switch (act.replaceFirst(":.*", "")) {
            case "save" -> save(form, model, view, flash);
            case "pick" -> page(form.withCustomer(argument), model, view);
            case "repeat" ->
                TextNormalizer.blank(argument)
                        ? page(form, model, view)
                        : repeatOrder(form, OrderNumber.of(argument), model, view);
            case "all-points" -> page(form.withPoints(previewOrder.mostPoints(form)), model, view);
            case "add-destination" -> page(form.withDestination(), model, view);
            case "remove-destination" -> page(form.withoutDestination(index(argument)), model, view);
            case "discard" ->
                discard(TextNormalizer.blank(argument) ? TextNormalizer.clean(form.token()) : argument, flash);
            default -> page(form.withCustomer(form.customer()), model, view);
        };
    }

    /** Saves a draft while the operator types and returns a preview of the order. */
    @PostMapping("/check")
    ModelAndView check(@ModelAttribute("form") OrderForm form, Model model) {
        var placed = enterOrder.placed(TextNormalizer.clean(form.token())).orElse(null);
        var saved = form;
        if (placed == null && form.begun()) {
            var revision = drafts.save(form, pageFrame.user());
            model.addAttribute("draft", revision.isPresent() ? "saved" : "ahead");
            saved = revision.map(form::withRevision).orElse(form);
        }
        model.addAttribute("made", placed);
        model.addAttribute("now", clock.instant());
        model.addAttribute("live", true);
        return page(saved, model, PAGE + " :: live");
    }

    @GetMapping("/customers")
    String customers(@RequestParam(name = "who", defaultValue = "") String who, Model model) {
        var hits = customers.callers(who, HITS + 1);
        model.addAttribute("hits", hits.stream().limit(HITS).toList());
        model.addAttribute("more", hits.size() > HITS);
        model.addAttribute("asked", !who.isBlank());
        return PAGE + " :: customers";
    }

    @GetMapping("/products")
    String products(@RequestParam(defaultValue = "") String q, Model model) {
        var found = q.isBlank()
                ? List.<Product>of()
                : products.find(q, null, true, "sku", false, 0, HITS + 1, clock.today())
                        .products();
        var shown = found.stream().limit(HITS).toList();
        model.addAttribute("products", shown);
        model.addAttribute(
                "stock",
                previewShipments
                        .preview(shown.stream()
                                .map(p -> new PreviewShipments.Wanted(1, "", p.sku(), 1))
                                .toList())
                        .lines());
        model.addAttribute("more", found.size() > HITS);
        model.addAttribute("asked", !q.isBlank());
        return PAGE + " :: products";
    }

    private ModelAndView save(OrderForm form, Model model, String view, RedirectAttributes flash) {
        var token =
                TextNormalizer.blank(form.token()) ? UUID.randomUUID().toString() : TextNormalizer.clean(form.token());
        var placed = enterOrder.placed(token).orElse(null);
        if (placed != null) {
            return already(placed, flash);
        }
        var preview = previewOrder.preview(form);
        var quote = preview.quote();
        if (quote == null || !preview.problems().isEmpty()) {
            model.addAttribute("problems", preview.problems());
            return page(form, model, view);
        }
        ConfirmationScript.Text script = null;
        if (preview.order().channel().equals("PHONE")) {
            script = confirmationScript.of(
                    quote,
                    previewOrder.buyer(form, preview).name(),
                    preview.order().payment().method(),
                    preview::firstDate);
            if (!script.print().equals(form.confirmed())) {
                model.addAttribute("text", script);
                model.addAttribute("outdated", !TextNormalizer.blank(form.confirmed()));
                return page(form, model, view);
            }
        }
        try {
            var entered = enterOrder.enter(
                    token, preview.order(), Boolean.TRUE.equals(form.separateCustomer()), script, pageFrame.user());
            if (!entered.now()) {
                return already(entered.number(), flash);
            }
            flash.addFlashAttribute("done", flashMessages.text("order.done.placed", entered.number()));
            return new ModelAndView(new Redirects("/orders/" + entered.number()));
        } catch (InvalidInput mistakes) {
            model.addAttribute("problems", mistakes.problems());
            return page(form, model, view);
        }
    }

    private ModelAndView repeatOrder(OrderForm form, OrderNumber number, Model model, String view) {
        var repeated = repeatOrder.repeat(form, number);
        if (!repeated.left().isEmpty()) {
            model.addAttribute("left", BilingualText.list(repeated.left()).in(LocaleContextHolder.getLocale()));
        }
        model.addAttribute("instead", repeated.instead());
        return page(repeated.form(), model, view);
    }

    private ModelAndView discard(String token, RedirectAttributes flash) {
        drafts.discard(token, pageFrame.user());
        flash.addFlashAttribute("done", flashMessages.text("entry.draft.discarded"));
        return new ModelAndView(new Redirects("/orders/new"));
    }

    private ModelAndView already(OrderNumber number, RedirectAttributes flash) {
        flash.addFlashAttribute("done", flashMessages.text("entry.already", number));
        return new ModelAndView(new Redirects("/orders/" + number));
    }

    private ModelAndView page(OrderForm form, Model model, String view) {
        model.addAttribute("form", form);
        model.addAttribute("preview", previewOrder.preview(form));
        model.addAttribute("cards", previewOrder.cards(form));
        model.addAttribute("methods", PaymentMethod.values());
        model.addAttribute("slots", TimeSlot.values());
        model.addAttribute("noshis", Noshi.values());
        model.addAttribute("wrappingFee", charges.wrappingFee(clock.today()));
        model.addAttribute("channels", List.of("PHONE", "FAX", "POSTCARD"));
        model.addAttribute("prefectures", Prefectures.ALL);
        model.addAttribute("mayPrice", staff.may(Permission.PRICES_EDIT));
        return new ModelAndView(view);
    }

    private static int index(String typed) {
        return typed.matches("\\d{1,3}") ? Integer.parseInt(typed) : 0;
    }
}
