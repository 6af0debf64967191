package jp.otodoke.staff.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Somebody's sign-in that still holds.
 *
 * @param handle names it on pages; the id itself would let whoever sees it take the session over
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

    /** {@code Chrome, Windows}; what the browser says of itself where that is not known. */
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
