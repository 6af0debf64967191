package jp.otodoke.staff.web;

import org.springframework.web.util.UriComponentsBuilder;

/** A path to return to; never leads outside the application, whatever the form says. */
final class LocalPath {
    private LocalPath() {}

    static String of(String asked) {
        return asked.startsWith("/") && !asked.startsWith("//") && !asked.matches(".*[\\\\{}].*") ? asked : "/";
    }

    /** Without its parameters, which may contain search terms. */
    static String path(String asked) {
        return String.valueOf(
                UriComponentsBuilder.fromUriString(of(asked)).build().getPath());
    }
}
