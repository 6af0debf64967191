package jp.otodoke.loyalty.web;

import java.time.LocalDate;
import java.util.Locale;
import jp.otodoke.loyalty.AddPointRate;
import jp.otodoke.loyalty.PointChannels;
import jp.otodoke.loyalty.PointRate;
import jp.otodoke.loyalty.PointRates;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** At which rates goods earn points, and through which channels they earn none. */
@Controller
@RequestMapping("/point-rates")
class PointRatePage {
    private final PointRates rates;
    private final AddPointRate addPointRate;
    private final PointChannels channels;

    PointRatePage(PointRates rates, AddPointRate addPointRate, PointChannels channels) {
        this.rates = rates;
        this.addPointRate = addPointRate;
        this.channels = channels;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("rates", rates.all());
        model.addAttribute("without", channels.withoutPoints());
        return "loyalty/rates";
    }

    @PostMapping
    String add(
            @RequestParam(defaultValue = "") String name,
            @RequestParam int perMille,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate validFrom,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate validUntil,
            @RequestParam(defaultValue = "12") int validMonths,
            RedirectAttributes after,
            Locale locale) {
        try {
            addPointRate.add(new PointRate(name, perMille, validFrom, validUntil, validMonths));
            after.addFlashAttribute(
                    "done", BilingualText.of("points.rate.added", name).in(locale));
        } catch (InvalidInput mistakes) {
            after.addFlashAttribute("problems", mistakes.problems());
        }
        return "redirect:/point-rates";
    }

    @PostMapping("/channels")
    String channel(@RequestParam String channel, @RequestParam boolean earns) {
        channels.earns(channel, earns);
        return "redirect:/point-rates";
    }
}
