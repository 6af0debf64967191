package jp.otodoke.staff.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** Records where a session was opened, so that its owner can recognise it in the list. */
class SessionOrigin extends SavedRequestAwareAuthenticationSuccessHandler {
    static final String ADDRESS = "session.address";
    static final String DEVICE = "session.device";

    private static final int LONGEST_DEVICE = 300;

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws ServletException, IOException {
        var session = request.getSession();
        var device = request.getHeader("User-Agent");
        session.setAttribute(ADDRESS, request.getRemoteAddr());
        session.setAttribute(
                DEVICE, device == null ? "" : device.substring(0, Math.min(LONGEST_DEVICE, device.length())));
        if (ScriptRequest.is(request)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        super.onAuthenticationSuccess(request, response, who);
    }
}
