package jp.otodoke.loyalty.web;

import java.util.Locale;
import jp.otodoke.loyalty.AddCoupon;
import jp.otodoke.loyalty.ChangeCoupon;
import jp.otodoke.loyalty.CouponKind;
import jp.otodoke.loyalty.Coupons;
import jp.otodoke.loyalty.SwitchCoupon;
import jp.otodoke.platform.pages.ListLimits;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The coupons, with what they brought. */
@Controller
@RequestMapping("/coupons")
class CouponPage {
    private static final int SIZE = 50;

    private final Coupons coupons;
    private final AddCoupon addCoupon;
    private final SwitchCoupon switchCoupon;
    private final ChangeCoupon changeCoupon;

    CouponPage(Coupons coupons, AddCoupon addCoupon, SwitchCoupon switchCoupon, ChangeCoupon changeCoupon) {
        this.coupons = coupons;
        this.addCoupon = addCoupon;
        this.switchCoupon = switchCoupon;
        this.changeCoupon = changeCoupon;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        return page(page, CouponForm.EMPTY, model);
    }

    /** Its terms in the form, as long as no order has used it. */
    @GetMapping("/{code}")
    String edit(@PathVariable String code, Model model) {
        var terms = coupons.find(code)
                .orElseThrow(() -> Refusal.notFound("coupon.not-found", code))
                .terms();
        model.addAttribute("editing", terms.code());
        return page(0, CouponForm.of(terms), model);
    }

    @PostMapping("/{code}")
    String change(
            @PathVariable String code,
            @ModelAttribute("form") CouponForm form,
            Model model,
            RedirectAttributes after,
            Locale locale) {
        var typed = form.withCode(code);
        try {
            var active = coupons.find(code)
                    .orElseThrow(() -> Refusal.notFound("coupon.not-found", code))
                    .terms()
                    .active();
            changeCoupon.change(typed.read(active));
            after.addFlashAttribute(
                    "done", BilingualText.of("coupon.changed", code).in(locale));
            return "redirect:/coupons";
        } catch (InvalidInput mistakes) {
            model.addAttribute("problems", mistakes.problems());
            model.addAttribute("editing", code);
            return page(0, typed, model);
        } catch (Refusal used) {
            after.addFlashAttribute("refused", used.words().in(locale));
            return "redirect:/coupons";
        }
    }

    @PostMapping
    String add(@ModelAttribute("form") CouponForm form, Model model, RedirectAttributes after, Locale locale) {
        try {
            var code = addCoupon.add(form.read());
            after.addFlashAttribute(
                    "done", BilingualText.of("coupon.added", code).in(locale));
            return "redirect:/coupons";
        } catch (InvalidInput mistakes) {
            model.addAttribute("problems", mistakes.problems());
            return page(0, form, model);
        }
    }

    @PostMapping("/{code}/active")
    String change(@PathVariable String code, @RequestParam boolean active, RedirectAttributes after, Locale locale) {
        switchCoupon.active(code, active);
        after.addFlashAttribute(
                "done",
                BilingualText.of(active ? "coupon.started" : "coupon.stopped", code)
                        .in(locale));
        return "redirect:/coupons";
    }

    private String page(int asked, CouponForm form, Model model) {
        var total = coupons.count();
        var page = ListLimits.page(asked, total, SIZE);
        model.addAttribute("form", form);
        model.addAttribute("kinds", CouponKind.values());
        model.addAttribute("coupons", coupons.list(page * SIZE, SIZE));
        model.addAttribute("total", total);
        model.addAttribute("page", page);
        model.addAttribute("size", SIZE);
        return "loyalty/coupons";
    }
}
