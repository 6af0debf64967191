package jp.otodoke.media.web;

import jp.otodoke.media.Media;
import jp.otodoke.media.Medium;
import jp.otodoke.media.SaveMedium;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The table of advertising media. */
@Controller
@RequestMapping("/media")
class MediaPage {
    private final Media media;
    private final SaveMedium saveMedium;

    MediaPage(Media media, SaveMedium saveMedium) {
        this.media = media;
        this.saveMedium = saveMedium;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String code, Model model) {
        var chosen = media.find(code).orElseGet(() -> new Medium("", "", null, true));
        return page(chosen, model);
    }

    @PostMapping
    String save(
            @RequestParam String code,
            @RequestParam String name,
            @RequestParam(required = false) @Nullable String dialled,
            @RequestParam(defaultValue = "false") boolean active,
            Model model,
            RedirectAttributes after) {
        var typed = new Medium(code, name, dialled, active);
        try {
            saveMedium.save(typed);
        } catch (InvalidInput mistakes) {
            model.addAttribute("problems", mistakes.problems());
            return page(typed, model);
        }
        after.addFlashAttribute("done", text("media.saved", TextNormalizer.clean(name)));
        return "redirect:/media";
    }

    private String page(Medium form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("media", media.all());
        return "media/list";
    }

    private String text(String key, Object... arguments) {
        return BilingualText.of(key, arguments).in(LocaleContextHolder.getLocale());
    }
}
