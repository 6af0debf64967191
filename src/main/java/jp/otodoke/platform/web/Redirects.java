package jp.otodoke.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Redirects the browser, also for htmx requests, which would follow a plain redirect and insert that page into the
 * current one.
 */
public class Redirects extends RedirectView {
    public Redirects(String path) {
        super(path, true);
    }

    @Override
    protected void sendRedirect(HttpServletRequest request, HttpServletResponse response, String target, boolean http10)
            throws IOException {
        if (request.getHeader("HX-Request") == null) {
            super.sendRedirect(request, response, target, http10);
        } else {
            response.setHeader("HX-Redirect", target);
        }
    }
}
