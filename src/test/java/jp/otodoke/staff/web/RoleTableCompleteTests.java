package jp.otodoke.staff.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.otodoke.OtodokeTest;
import jp.otodoke.staff.Permission;
import jp.otodoke.staff.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Every address that the application answers, for every role and for somebody not signed in: let in exactly where the
 * table says. An address that is in no line of the table fails, so a new page comes with its permission.
 */
@OtodokeTest
class RoleTableCompleteTests {
    /** Open to everybody: the sign-in page, and what signs its own calls. */
    private static final Set<String> OPEN = Set.of(
            "GET /login",
            "GET /session",
            "POST /session/resend",
            "* /error",
            "GET /actuator/health",
            "GET /actuator/health/**",
            "POST /api/v1/webhooks/card",
            "* /demo/card/payments",
            "* /new-card/**",
            "GET /demo/card/form",
            "* /demo/card/chargebacks",
            "* /demo/card/chargebacks/**",
            "* /demo/deferred/**",
            "* /demo/card/payments/**");

    /** For whoever is signed in, of whatever role. */
    private static final Set<String> OWN = Set.of(
            "/password",
            "/account",
            "/account/**",
            "/second-factor",
            "/second-factor/**",
            "/swagger-ui/**",
            "/swagger-ui.html");

    /** Calls with a token, of whatever scope. */
    private static final Set<String> DESCRIPTION = Set.of("/v3/api-docs", "/v3/api-docs.yaml", "/v3/api-docs/**");

    private static final AntPathMatcher PATHS = new AntPathMatcher();

    @Autowired
    List<RequestMappingInfoHandlerMapping> mappings;

    @Autowired
    FilterChainProxy security;

    @Autowired
    PathPermissions permissions;

    private record Place(HttpMethod method, String path) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @Test
    void letsInWhoMayAndNobodyElse() {
        var wrong = new TreeSet<String>();
        for (var place : places()) {
            for (var role : Role.values()) {
                if (let(place, as(role)) != may(place, role)) {
                    wrong.add(role + " at " + place + (may(place, role) ? " is kept out" : " is let in"));
                }
            }
            if (let(place, nobody()) != open(place)) {
                wrong.add("not signed in at " + place + (open(place) ? " is kept out" : " is let in"));
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void knowsEveryAddress() {
        assertThat(places().stream()
                        .filter(place -> !open(place) && !own(place) && !described(place) && !technical(place))
                        .filter(place -> rule(place).isEmpty())
                        .map(Place::toString))
                .as("addresses without a line in PathPermissions")
                .isEmpty();
    }

    @Test
    void findsTheAddressesOfPagesApiAndActuator() {
        assertThat(places().stream().map(Place::toString))
                .contains("GET /orders", "POST /api/v1/orders", "GET /staff/roles", "GET /actuator/health")
                .hasSizeGreaterThan(100);
    }

    /** What the table says, read by itself: the first line whose path fits. */
    private boolean may(Place place, Role role) {
        if (open(place) || own(place) || described(place)) {
            return true;
        }
        if (technical(place)) {
            return role.permissions().contains(Permission.SYSTEM);
        }
        return rule(place)
                .map(rule -> place.method() == HttpMethod.GET ? rule.toRead() : rule.toChange())
                .or(() -> Optional.of(place.method() == HttpMethod.GET ? Permission.VIEW : Permission.OPERATIONS))
                .filter(role.permissions()::contains)
                .isPresent();
    }

    private Optional<PathPermissions.Rule> rule(Place place) {
        var path = place.path().replaceFirst("^/(api/v1/)?", "");
        return permissions.rules().stream()
                .filter(rule -> rule.path().isEmpty()
                        ? path.isEmpty()
                        : PATHS.match(rule.path(), path) || PATHS.match(rule.path() + "/**", path))
                .findFirst();
    }

    private static boolean open(Place place) {
        return OPEN.stream().anyMatch(open -> {
            var parts = open.split(" ");
            return (parts[0].equals("*") || parts[0].equals(place.method().name()))
                    && PATHS.match(parts[1], place.path());
        });
    }

    private static boolean own(Place place) {
        return OWN.stream().anyMatch(path -> PATHS.match(path, place.path()));
    }

    private static boolean described(Place place) {
        return DESCRIPTION.stream().anyMatch(path -> PATHS.match(path, place.path()));
    }

    private static boolean technical(Place place) {
        return place.path().startsWith("/actuator");
    }

    private Set<Place> places() {
        var places = new LinkedHashSet<Place>();
        for (var mapping : mappings) {
            mapping.getHandlerMethods().keySet().forEach(info -> {
                var methods = info.getMethodsCondition().getMethods();
                for (var pattern : info.getPatternValues()) {
                    (methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods)
                            .forEach(method -> places.add(new Place(method.asHttpMethod(), example(pattern))));
                }
            });
        }
        return places;
    }

    /** Something in place of each variable. */
    private static String example(String pattern) {
        var path = pattern.replaceAll("\\{number:A\\[0-9]\\+}", "A00000000")
                .replaceAll("\\{[^/]*?}(?=/|$)", "1")
                .replace("/**", "/1")
                .replace("*", "1");
        return path.isEmpty() ? "/" : path;
    }

    /** Asks the very filter that decides, without running what stands behind it. */
    private boolean let(Place place, Authentication who) {
        var request = new MockHttpServletRequest(place.method().name(), place.path());
        request.setServletPath(place.path());
        var filter =
                chain(request).filter(AuthorizationFilter.class::isInstance).findFirst();
        var manager = ((AuthorizationFilter) filter.orElseThrow()).getAuthorizationManager();
        return Objects.requireNonNull(manager.authorize(() -> who, request)).isGranted();
    }

    private Stream<Filter> chain(HttpServletRequest request) {
        return security.getFilterChains().stream()
                .filter(chain -> chain.matches(request))
                .findFirst()
                .orElseThrow()
                .getFilters()
                .stream();
    }

    private static Authentication as(Role role) {
        var authorities = new ArrayList<SimpleGrantedAuthority>();
        authorities.add(new SimpleGrantedAuthority("ROLE_" + role.name()));
        role.permissions().forEach(p -> authorities.add(new SimpleGrantedAuthority(p.name())));
        return UsernamePasswordAuthenticationToken.authenticated(role.code(), null, authorities);
    }

    private static Authentication nobody() {
        return new AnonymousAuthenticationToken("test", "nobody", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));
    }
}
