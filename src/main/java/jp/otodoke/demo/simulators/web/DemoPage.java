package jp.otodoke.demo.simulators.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.otodoke.demo.clock.MoveClock;
import jp.otodoke.demo.clock.StillMoving;
import jp.otodoke.demo.simulators.Fault;
import jp.otodoke.demo.simulators.FaultSwitch;
import jp.otodoke.demo.simulators.PartnerFaults;
import jp.otodoke.demo.simulators.SimulatedPartner;
import jp.otodoke.demo.simulators.SimulatedShop;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Controls the demo: faults of the partners, the shop's orders, the caught mail. */
@Controller
@Profile("demo")
@RequestMapping("/demo")
class DemoPage {
    /** One fault across the partners; a partner that cannot have it has no switch. */
    record FaultRow(String fault, List<Optional<FaultSwitch>> switches) {}

    /** The choices of the buttons: hours ahead. */
    private static final List<Integer> STEPS = List.of(1, 6, 24, 72, 168);

    private final PartnerFaults faults;
    private final ObjectProvider<SimulatedShop> shop;
    private final MoveClock moveClock;
    private final BusinessClock clock;

    DemoPage(PartnerFaults faults, ObjectProvider<SimulatedShop> shop, MoveClock moveClock, BusinessClock clock) {
        this.faults = faults;
        this.shop = shop;
        this.moveClock = moveClock;
        this.clock = clock;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute(
                "partners",
                Arrays.stream(SimulatedPartner.values())
                        .map(SimulatedPartner::code)
                        .toList());
        model.addAttribute("faults", rows(faults.all()));
        model.addAttribute("now", clock.instant());
        model.addAttribute("steps", STEPS);
        model.addAttribute("simulated", shop.getIfAvailable() != null);
        return "demo/demo";
    }

    private static List<FaultRow> rows(List<FaultSwitch> switches) {
        return Arrays.stream(Fault.values())
                .map(fault -> new FaultRow(
                        fault.code(),
                        Arrays.stream(SimulatedPartner.values())
                                .map(partner -> switches.stream()
                                        .filter(s -> s.partner().equals(partner.code())
                                                && s.fault().equals(fault.code()))
                                        .findFirst())
                                .toList()))
                .toList();
    }

    @PostMapping("/faults")
    String switchFault(
            @RequestParam String partner,
            @RequestParam String fault,
            @RequestParam boolean on,
            RedirectAttributes flash,
            Locale locale) {
        faults.switchFault(partner, fault, on);
        flash.addFlashAttribute(
                "done",
                BilingualText.of(
                                on ? "demo.fault.turned-on" : "demo.fault.turned-off",
                                BilingualText.of("demo.partner." + partner).in(locale),
                                BilingualText.of("demo.fault." + fault).in(locale))
                        .in(locale));
        return "redirect:/demo";
    }

    /** Responds when all work due until then has completed. */
    @PostMapping("/clock")
    String move(@RequestParam int hours, RedirectAttributes flash, Locale locale) {
        try {
            moveClock.to(clock.instant().plus(Duration.ofHours(Math.max(0, hours))));
            flash.addFlashAttribute("done", BilingualText.of("demo.clock.moved").in(locale));
        } catch (StillMoving e) {
            flash.addFlashAttribute(
                    "refused",
                    BilingualText.of("demo.clock.still-moving", e.getMessage()).in(locale));
        }
        return "redirect:/demo";
    }

    @PostMapping("/shop-orders")
    String order(@RequestParam int count, RedirectAttributes flash, Locale locale) {
        try {
            List<String> orders = shop.getObject().order(count);
            flash.addFlashAttribute(
                    "done", BilingualText.of("demo.shop.ordered", orders.size()).in(locale));
        } catch (InvalidInput e) {
            flash.addFlashAttribute(
                    "refused",
                    String.join(
                            " ",
                            e.problems().stream().map(FieldProblem::message).toList()));
        }
        return "redirect:/demo";
    }
}
