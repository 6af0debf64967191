package jp.otodoke.loyalty.web;

import java.time.LocalDate;
import java.util.Locale;
import jp.otodoke.catalog.Catalog;
import jp.otodoke.loyalty.AddPointRate;
import jp.otodoke.loyalty.EndPointRate;
import jp.otodoke.loyalty.PointChannels;
import jp.otodoke.loyalty.PointRate;
import jp.otodoke.loyalty.PointRates;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
    private final EndPointRate endPointRate;
    private final PointChannels channels;
    private final Catalog catalog;

    PointRatePage(
            PointRates rates,
            AddPointRate addPointRate,
            EndPointRate endPointRate,
            PointChannels channels,
            Catalog catalog) {
        this.rates = rates;
        this.addPointRate = addPointRate;
        this.endPointRate = endPointRate;
        this.channels = channels;
        this.catalog = catalog;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("rates", rates.all());
        model.addAttribute("groups", catalog.groups());
        model.addAttribute("without", channels.withoutPoints());
        return "loyalty/rates";
    }

    @PostMapping
    String add(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam int perMille,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate validFrom,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate validUntil,
            @RequestParam(defaultValue = "12") int validMonths,
            RedirectAttributes after,
            Locale locale) {
        try {
            addPointRate.add(new PointRate(0, name, group, perMille, validFrom, validUntil, validMonths));
            after.addFlashAttribute(
                    "done", BilingualText.of("points.rate.added", name).in(locale));
        } catch (InvalidInput mistakes) {
            after.addFlashAttribute("problems", mistakes.problems());
        } catch (Refusal overlap) {
            after.addFlashAttribute("refused", overlap.words().in(locale));
        }
        return "redirect:/point-rates";
    }

    @PostMapping("/{id}/end")
    String end(
            @PathVariable long id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate validUntil,
            RedirectAttributes after,
            Locale locale) {
        try {
            endPointRate.end(id, validUntil);
            after.addFlashAttribute(
                    "done", BilingualText.of("points.rate.ended").in(locale));
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
