package jp.otodoke.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.staff.ChangePassword;
import jp.otodoke.staff.PasswordRules;
import jp.otodoke.staff.Role;
import jp.otodoke.staff.StaffUser;
import jp.otodoke.staff.StaffUsers;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sign-in and the change of one's own password. */
@Controller
class SignInPage {
    private final StaffUsers users;
    private final ChangePassword changePassword;
    private final boolean demo;

    SignInPage(StaffUsers users, ChangePassword changePassword, Environment environment) {
        this.users = users;
        this.changePassword = changePassword;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @GetMapping("/login")
    String signIn(@RequestParam(required = false) @Nullable Integer wait, Model model) {
        model.addAttribute("wait", wait == null ? null : Math.max(1, Math.min(wait, 600)));
        model.addAttribute("demoUsers", demo ? demoUsers() : List.of());
        return "staff/login";
    }

    private List<StaffUser> demoUsers() {
        return Arrays.stream(Role.values())
                .flatMap(role -> users.find(role.code()).stream())
                .filter(StaffUser::active)
                .toList();
    }

    @GetMapping("/password")
    String password(Authentication who, Model model) {
        model.addAttribute(
                "shortest",
                PasswordRules.shortest(who.getPrincipal() instanceof StaffUser user && user.secondFactor()));
        model.addAttribute("first", who.getPrincipal() instanceof StaffUser user && user.mustChangePassword());
        return "staff/password";
    }

    @PostMapping("/password")
    String change(
            @RequestParam String present,
            @RequestParam String wanted,
            @RequestParam String again,
            Authentication who,
            Model model,
            Locale locale,
            RedirectAttributes after,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            goOnAs(changePassword.change(who.getName(), present, wanted, again), request, response);
        } catch (InvalidInput input) {
            model.addAttribute("problems", input.problems());
            return password(who, model);
        }
        after.addFlashAttribute(
                "done", BilingualText.of("staff.password.changed").in(locale));
        return "redirect:/";
    }

    private static void goOnAs(StaffUser user, HttpServletRequest request, HttpServletResponse response) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
        SecurityContextHolder.setContext(context);
        request.changeSessionId();
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
    }
}
