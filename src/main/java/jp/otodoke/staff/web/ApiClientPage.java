package jp.otodoke.staff.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.ApiClients;
import jp.otodoke.staff.ManageApiClients;
import jp.otodoke.staff.Permission;
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

/** Programs that may call the API. */
@Controller
@RequestMapping("/api-clients")
class ApiClientPage {
    private static final int USUAL_DAYS = 365;

    private final ApiClients clients;
    private final ManageApiClients manage;
    private final BusinessClock clock;

    ApiClientPage(ApiClients clients, ManageApiClients manage, BusinessClock clock) {
        this.clients = clients;
        this.manage = manage;
        this.clock = clock;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("clients", clients.all());
        model.addAttribute("permissions", Permission.values());
        model.addAttribute("now", clock.instant());
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", new Form("", Set.of(), clock.today().plusDays(USUAL_DAYS)));
        }
        return "staff/api-clients";
    }

    @PostMapping
    String add(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable List<Permission> permissions,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            Model model,
            Locale locale) {
        var chosen = EnumSet.noneOf(Permission.class);
        if (permissions != null) {
            chosen.addAll(permissions);
        }
        try {
            model.addAttribute("token", manage.add(name, chosen, endOf(until)));
            model.addAttribute("tokenOf", name);
        } catch (InvalidInput mistakes) {
            model.addAttribute("problems", mistakes.problems());
            model.addAttribute("form", new Form(name, chosen, until));
        }
        return list(model);
    }

    @PostMapping("/{name}/token")
    String renew(@PathVariable String name, Model model, RedirectAttributes after, Locale locale) {
        try {
            model.addAttribute("token", manage.renew(name));
            model.addAttribute("tokenOf", name);
        } catch (Refusal no) {
            after.addFlashAttribute("refused", no.words().in(locale));
            return "redirect:/api-clients";
        }
        return list(model);
    }

    @PostMapping("/{name}/revocation")
    String revoke(@PathVariable String name, RedirectAttributes after, Locale locale) {
        manage.revoke(name);
        after.addFlashAttribute(
                "done", BilingualText.of("api.client.revoked.done", name).in(locale));
        return "redirect:/api-clients";
    }

    private static @Nullable Instant endOf(@Nullable LocalDate last) {
        return last == null
                ? null
                : last.plusDays(1).atStartOfDay(BusinessClock.TOKYO).toInstant();
    }

    record Form(String name, Set<Permission> permissions, @Nullable LocalDate until) {}
}
