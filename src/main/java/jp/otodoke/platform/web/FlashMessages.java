package jp.otodoke.platform.web;

import java.util.function.Supplier;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tells the user on the next page what was done, or why it was refused. */
@Component
public class FlashMessages {
    /**
     * @param act returns the message key of what was done
     * @throws Refusal forbidden: no page offers such an action, so there is none to return to
     */
    public void show(RedirectAttributes flash, Supplier<String> act) {
        try {
            flash.addFlashAttribute("done", text(act.get()));
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.FORBIDDEN) {
                throw refusal;
            }
            flash.addFlashAttribute("refused", localized(refusal.words()));
        } catch (InvalidInput wrong) {
            flash.addFlashAttribute("problems", wrong.problems());
        }
    }

    public String localized(BilingualText bilingualText) {
        return bilingualText.in(LocaleContextHolder.getLocale());
    }

    public String text(String key, @Nullable Object... arguments) {
        return localized(BilingualText.of(key, arguments));
    }
}
