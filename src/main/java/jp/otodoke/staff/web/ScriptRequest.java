package jp.otodoke.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** A request that a page's script makes: whatever page it is redirected to would end up inside the one that is shown. */
final class ScriptRequest {
    private ScriptRequest() {}

    static boolean is(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null
                || request.getHeader("X-Requested-With") != null
                || Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "")
                        .contains(MediaType.TEXT_EVENT_STREAM_VALUE);
    }
}
