package jp.otodoke.platform.pages;

import static java.util.stream.Collectors.toSet;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jp.otodoke.shared.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The data of the layout around every page; templates use it as {@code @pageFrame}. */
@Component("pageFrame")
public class PageFrame {
    private static final String ROLE = "ROLE_";

    private final Navigation navigation;
    private final BusinessClock clock;

    PageFrame(Navigation navigation, BusinessClock clock) {
        this.navigation = navigation;
        this.clock = clock;
    }

    public List<NavGroup> navigation() {
        return navigation.groups(permissions()::contains, request().getServletPath());
    }

    public List<NavEntry> pages() {
        return navigation.pages(permissions()::contains);
    }

    public boolean signedIn() {
        return !roles().isEmpty();
    }

    public String user() {
        var who = who();
        return who == null ? "" : who.getName();
    }

    /** Whether the user has this permission; whatever a button does is checked again on the server. */
    public boolean may(String permission) {
        var who = who();
        return who != null && who.getAuthorities().stream().anyMatch(a -> permission.equals(a.getAuthority()));
    }

    /** The roles of the user, in lower case. */
    public Set<String> roles() {
        var who = who();
        return who == null
                ? Set.of()
                : who.getAuthorities().stream()
                        .map(a -> String.valueOf(a.getAuthority()))
                        .filter(a -> a.startsWith(ROLE) && !a.equals("ROLE_ANONYMOUS"))
                        .map(a -> a.substring(ROLE.length()).toLowerCase(Locale.ROOT))
                        .collect(toSet());
    }

    /** The business clock is shown only if it differs from real time. */
    public boolean clockMoved() {
        return clock.offset().abs().compareTo(Duration.ofSeconds(30)) > 0;
    }

    /** The path of this page with one parameter set, or removed by an empty value. */
    public String with(String name, @Nullable Object value) {
        var uri = here();
        if (!name.equals("page")) {
            uri.replaceQueryParam("page");
        }
        var text = value == null ? "" : value.toString();
        if (text.isEmpty()) {
            uri.replaceQueryParam(name);
        } else {
            uri.replaceQueryParam(name, URLEncoder.encode(text, StandardCharsets.UTF_8));
        }
        return uri.build().toUriString();
    }

    /** The path of this list as a file, {@code csv} or {@code xlsx}, with the same filter. */
    public String file(String format) {
        return here().replaceQueryParam("page")
                .path("/export." + format)
                .build()
                .toUriString();
    }

    /** {@code asc}, {@code desc} or empty: how the list is currently sorted by this column. */
    public String sorted(String column) {
        var sort = request().getParameter("sort");
        if (sort == null || !(sort.equals(column) || sort.startsWith(column + ","))) {
            return "";
        }
        return sort.endsWith(",desc") ? "desc" : "asc";
    }

    public String sortBy(String column) {
        return with("sort", column + (sorted(column).equals("asc") ? ",desc" : ",asc"));
    }

    private UriComponentsBuilder here() {
        var request = request();
        return UriComponentsBuilder.fromPath(request.getContextPath() + request.getServletPath())
                .query(request.getQueryString());
    }

    private static @Nullable Authentication who() {
        return SecurityContextHolder.getContext().getAuthentication();
    }

    private static Set<String> permissions() {
        var who = who();
        return who == null
                ? Set.of()
                : who.getAuthorities().stream()
                        .map(a -> String.valueOf(a.getAuthority()))
                        .collect(toSet());
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
