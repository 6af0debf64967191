package jp.otodoke.staff.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A session that is still valid.
 *
 * @param handle identifies it on pages; with its id anybody could take it over
 */
record OpenSession(
        String handle, String username, String address, String device, Instant since, Instant lastUse, boolean own) {
    private static final Map<String, String> SYSTEMS = Map.of(
            "Windows",
            "Windows",
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Android",
            "Android",
            "Mac OS X",
            "Mac",
            "CrOS",
            "ChromeOS",
            "Linux",
            "Linux");
    private static final List<String> SYSTEMS_IN_ORDER =
            List.of("Windows", "iPhone", "iPad", "Android", "CrOS", "Mac OS X", "Linux");
    private static final List<String> BROWSERS =
            List.of("Edg/", "OPR/", "Firefox/", "Chrome/", "CriOS/", "Safari/", "curl/");
    private static final Map<String, String> BROWSER_NAMES = Map.of(
            "Edg/",
            "Edge",
            "OPR/",
            "Opera",
            "Firefox/",
            "Firefox",
            "Chrome/",
            "Chrome",
            "CriOS/",
            "Chrome",
            "Safari/",
            "Safari",
            "curl/",
            "curl");

    /** {@code Chrome, Windows}; the browser's own description if unknown. */
    public String deviceInShort() {
        var browser = BROWSERS.stream().filter(device::contains).findFirst().map(BROWSER_NAMES::get);
        var system =
                SYSTEMS_IN_ORDER.stream().filter(device::contains).findFirst().map(SYSTEMS::get);
        if (browser.isEmpty()) {
            return device;
        }
        return browser.get() + system.map(s -> ", " + s).orElse("");
    }
}
