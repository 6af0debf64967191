package jp.otodoke.staff.web;

import java.util.List;
import java.util.Locale;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.ManageStaff;
import jp.otodoke.staff.Role;
import jp.otodoke.staff.SecondFactor;
import jp.otodoke.staff.StaffUser;
import jp.otodoke.staff.StaffUsers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who may sign in, and as what. */
@Controller
@RequestMapping("/staff")
class StaffPage {
    private final StaffUsers users;
    private final ManageStaff manage;
    private final SecondFactor second;
    private final Sessions sessions;

    StaffPage(StaffUsers users, ManageStaff manage, SecondFactor second, Sessions sessions) {
        this.users = users;
        this.manage = manage;
        this.second = second;
        this.sessions = sessions;
    }

    @ModelAttribute("allRoles")
    Role[] roles() {
        return Role.values();
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("people", users.all());
        model.addAttribute("lastSignIns", users.lastSignIns());
        return "staff/people";
    }

    @GetMapping("/new")
    String blank(Model model) {
        model.addAttribute("form", new Form("", "", List.of(), true));
        return "staff/person-new";
    }

    @PostMapping("/new")
    String register(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String displayName,
            @RequestParam(required = false) @Nullable List<Role> roles,
            Model model,
            Locale locale) {
        var chosen = roles == null ? List.<Role>of() : roles;
        try {
            model.addAttribute("oneTime", manage.register(username, displayName, chosen));
        } catch (InvalidInput mistakes) {
            model.addAttribute("problems", mistakes.problems());
            model.addAttribute("form", new Form(username, displayName, chosen, true));
            return "staff/person-new";
        }
        model.addAttribute("done", text("staff.registered", locale));
        return show(username.strip().toLowerCase(Locale.ROOT), model);
    }

    @GetMapping("/users/{username}")
    String show(@PathVariable String username, Model model) {
        var user = known(username);
        model.addAttribute("person", user);
        model.addAttribute("sessions", sessions.of(username));
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", new Form(user.username(), user.displayName(), user.roles(), user.active()));
        }
        return "staff/person";
    }

    @PostMapping("/users/{username}")
    String change(
            @PathVariable String username,
            @RequestParam(defaultValue = "") String displayName,
            @RequestParam(required = false) @Nullable List<Role> roles,
            @RequestParam(defaultValue = "false") boolean active,
            Model model,
            RedirectAttributes after,
            Locale locale) {
        var chosen = roles == null ? List.<Role>of() : roles;
        try {
            manage.change(username, displayName, chosen, active);
        } catch (InvalidInput mistakes) {
            model.addAttribute("problems", mistakes.problems());
            model.addAttribute("form", new Form(username, displayName, chosen, active));
            return show(username, model);
        } catch (Refusal no) {
            after.addFlashAttribute("refused", no.words().in(locale));
            return "redirect:/staff/users/" + username;
        }
        after.addFlashAttribute("done", text("staff.changed", locale));
        return "redirect:/staff/users/" + username;
    }

    @PostMapping("/users/{username}/password")
    String resetPassword(@PathVariable String username, Model model, Locale locale) {
        model.addAttribute("oneTime", manage.resetPassword(username));
        model.addAttribute("done", text("staff.reset", locale));
        return show(username, model);
    }

    @PostMapping("/users/{username}/second-factor/end")
    String endSecondFactor(@PathVariable String username, RedirectAttributes after, Locale locale) {
        second.end(known(username).username());
        after.addFlashAttribute("done", text("staff.second.ended", locale));
        return "redirect:/staff/users/" + username;
    }

    @GetMapping("/sessions")
    String sessions(Model model) {
        model.addAttribute("sessions", sessions.all());
        return "staff/sessions";
    }

    @PostMapping("/sessions/{username}/{handle}/end")
    String endSession(
            @PathVariable String username, @PathVariable String handle, RedirectAttributes after, Locale locale) {
        sessions.end(username, handle);
        after.addFlashAttribute("done", text("staff.session.ended", locale));
        return "redirect:/staff/sessions";
    }

    private StaffUser known(String username) {
        return users.find(username).orElseThrow(() -> Refusal.notFound("staff.unknown", username));
    }

    private String text(String key, Locale locale) {
        return BilingualText.of(key).in(locale);
    }

    /** What is being typed about a person. */
    record Form(String username, String displayName, List<Role> roles, boolean active) {}
}
