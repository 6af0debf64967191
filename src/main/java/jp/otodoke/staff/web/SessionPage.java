package jp.otodoke.staff.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.otodoke.staff.SecondFactor;
import jp.otodoke.staff.StaffUser;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.UriComponentsBuilder;

/** Lets a user whose session ended in the middle of work sign in again without losing what was typed. */
@Controller
class SessionPage {
    static final String RESEND = "/session/resend";

    private static final String TYPED_BY = "_user";
    private static final Set<String> OWN = Set.of("_csrf", TYPED_BY);

    private final SecondFactor second;

    SessionPage(SecondFactor second) {
        this.second = second;
    }

    /** How far whoever uses this browser has come in signing in, and the token for the next request. */
    @GetMapping("/session")
    @ResponseBody
    Session session(@AuthenticationPrincipal @Nullable StaffUser user, HttpServletRequest request, CsrfToken token) {
        return new Session(
                user == null ? null : user.username(), state(user, request), token.getHeaderName(), token.getToken());
    }

    /** The form of an ended session, to be sent again by the same user. */
    @PostMapping(RESEND)
    String resend(
            @RequestParam(name = TYPED_BY, required = false) @Nullable String typedBy,
            @AuthenticationPrincipal @Nullable StaffUser user,
            HttpServletRequest request,
            Model model) {
        var path = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        if (path == null) {
            return "redirect:/";
        }
        var query = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
        var files = String.valueOf(request.getContentType()).startsWith("multipart/");
        model.addAttribute("action", query == null ? path : path + "?" + query);
        model.addAttribute("fields", files ? List.of() : fields(request));
        model.addAttribute("files", files);
        model.addAttribute("typedBy", typedBy);
        model.addAttribute("now", user == null ? null : user.username());
        return "staff/resend";
    }

    /** Without what stands in the address, which is sent again with it. */
    private static List<Field> fields(HttpServletRequest request) {
        var fields = new ArrayList<Field>();
        var query = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
        var inAddress = UriComponentsBuilder.newInstance()
                .query(query == null ? "" : query.toString())
                .build()
                .getQueryParams()
                .keySet();
        request.getParameterMap().forEach((name, values) -> {
            if (!OWN.contains(name) && !inAddress.contains(name)) {
                List.of(values).forEach(value -> fields.add(new Field(name, value)));
            }
        });
        return fields;
    }

    private State state(@Nullable StaffUser user, HttpServletRequest request) {
        if (user == null) {
            return State.ANONYMOUS;
        }
        if (second.needed(user) && !SecondFactorFilter.shown(request)) {
            return user.secondFactor() ? State.SECOND_FACTOR : State.UNFINISHED;
        }
        return user.mustChangePassword() ? State.UNFINISHED : State.SIGNED_IN;
    }

    /** {@code UNFINISHED}: a first password has to be changed, or a second factor to be set up. */
    enum State {
        ANONYMOUS,
        SECOND_FACTOR,
        UNFINISHED,
        SIGNED_IN
    }

    record Session(@Nullable String user, State state, String header, String token) {}

    record Field(String name, String value) {
        /** Whether a person has typed it, as far as can be told: ids, codes and figures are not shown. */
        public boolean typed() {
            return value.matches("(?s).*[^\\x21-\\x7e].*\\S.*|(?s).*\\S.*[^\\x21-\\x7e].*");
        }
    }
}
