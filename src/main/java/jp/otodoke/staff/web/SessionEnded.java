package jp.otodoke.staff.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Answers requests whose session is over. A page's script is told by status and header, so that it can ask to sign in
 * where the user is; a form keeps what was typed, on a page that sends it again.
 */
class SessionEnded implements AuthenticationEntryPoint, AccessDeniedHandler {
    static final String HEADER = "Otodoke-Session";

    private static final String SIGN_IN = "/login";

    /** Forms with secrets, which are never shown again. */
    private static final Set<String> SECRET = Set.of("/password", "/second-factor", "/second-factor/new");

    private final AuthenticationEntryPoint signIn = new LoginUrlAuthenticationEntryPoint(SIGN_IN);
    private final AccessDeniedHandler denied = new AccessDeniedHandlerImpl();

    static void tell(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader(HEADER, "ended");
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException, ServletException {
        if (ScriptRequest.is(request)) {
            tell(response);
        } else {
            signIn.commence(request, response, e);
        }
    }

    /** The token of a form belongs to its session, so the form of an ended one arrives with a wrong token. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException, ServletException {
        var path = request.getServletPath();
        if (!(e instanceof CsrfException) || !fromOwnPage(request)) {
            denied.handle(request, response, e);
        } else if (ScriptRequest.is(request)) {
            tell(response);
        } else if (path.equals(SIGN_IN)) {
            response.sendRedirect(request.getContextPath() + SIGN_IN + "?late");
        } else if (path.equals("/logout")) {
            response.sendRedirect(request.getContextPath() + (signedIn() ? "/" : SIGN_IN + "?out"));
        } else if (SECRET.contains(path)) {
            response.sendRedirect(request.getContextPath() + path);
        } else {
            response.setStatus(signedIn() ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_UNAUTHORIZED);
            request.getRequestDispatcher(SessionPage.RESEND).forward(request, response);
        }
    }

    /** What another site makes a browser send is never offered to be sent again. */
    private static boolean fromOwnPage(HttpServletRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        var host = request.getHeader(HttpHeaders.HOST);
        return origin != null
                && host != null
                && origin.replaceFirst("^https?://", "").equals(host);
    }

    private static boolean signedIn() {
        var who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.isAuthenticated() && !(who instanceof AnonymousAuthenticationToken);
    }
}
