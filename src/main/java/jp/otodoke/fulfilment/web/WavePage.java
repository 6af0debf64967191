package jp.otodoke.fulfilment.web;

import jp.otodoke.fulfilment.BeginWave;
import jp.otodoke.fulfilment.ShippingChoices;
import jp.otodoke.fulfilment.StopWave;
import jp.otodoke.fulfilment.WaveScope;
import jp.otodoke.fulfilment.Waves;
import jp.otodoke.platform.pages.ListLimits;
import jp.otodoke.platform.web.FlashMessages;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of the waves: how far they are, what is due, and waves by hand. */
@Controller
@RequestMapping("/shipments/waves")
class WavePage {
    private static final int SIZE = 50;

    private final Waves waves;
    private final BeginWave beginWave;
    private final StopWave stopWave;
    private final ShippingChoices choices;
    private final FlashMessages messages;
    private final CurrentStaff staff;

    WavePage(
            Waves waves,
            BeginWave beginWave,
            StopWave stopWave,
            ShippingChoices choices,
            FlashMessages messages,
            CurrentStaff staff) {
        this.waves = waves;
        this.beginWave = beginWave;
        this.stopWave = stopWave;
        this.choices = choices;
        this.messages = messages;
        this.staff = staff;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        var total = waves.count();
        var shown = ListLimits.page(page, total, SIZE);
        model.addAttribute("running", waves.running());
        model.addAttribute("waves", waves.list(shown * SIZE, SIZE));
        model.addAttribute("due", waves.due());
        model.addAttribute("warehouses", choices.warehouses());
        model.addAttribute("carriers", choices.carriers());
        model.addAttribute("total", total);
        model.addAttribute("page", shown);
        model.addAttribute("size", SIZE);
        return "fulfilment/waves";
    }

    @PostMapping
    String begin(
            @RequestParam(required = false) @Nullable String warehouse,
            @RequestParam(required = false) @Nullable String carrier,
            RedirectAttributes flash) {
        messages.show(flash, () -> {
            beginWave.byHand(new WaveScope(warehouse, carrier), staff.name());
            return "waves.begun";
        });
        return "redirect:/shipments/waves";
    }

    @PostMapping("/{wave}/stop")
    String stop(@PathVariable long wave, RedirectAttributes flash) {
        messages.show(flash, () -> {
            stopWave.stop(wave, staff.name());
            return "waves.stopped";
        });
        return "redirect:/shipments/waves";
    }
}
