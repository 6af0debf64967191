package jp.otodoke.platform.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Styles, scripts and pictures: they cost next to nothing, and a page without them is no page. */
final class StaticFiles {
    private static final List<String> FOLDERS = List.of("/css/", "/js/", "/img/", "/webjars/");

    private StaticFiles() {}

    static boolean asked(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return FOLDERS.stream().anyMatch(path::startsWith);
    }
}
