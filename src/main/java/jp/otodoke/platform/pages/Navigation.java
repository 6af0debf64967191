package jp.otodoke.platform.pages;

import static java.util.stream.Collectors.toSet;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The navigation: entries that exist and that the user may open. A page that more people may open than work with
 * it is listed only for the latter.
 */
@Component
class Navigation {
    /** @param forWork the permissions of those who work with it; none means everybody who may open it */
    private record Place(String group, String key, String path, String icon, Set<String> forWork) {}

    private static final List<Place> PLACES = List.of(
            place("work", "home", "/", "house"),
            place("work", "inbox", "/inbox", "inbox"),
            place("work", "orders", "/orders", "receipt"),
            place("work", "order-entry", "/orders/new", "telephone-plus"),
            place("work", "shipments", "/shipments", "truck", "SHIPMENTS_EDIT", "OPERATIONS"),
            place("work", "deposits", "/deposits", "cash-coin"),
            place("work", "customers", "/customers", "people"),
            place("work", "products", "/products", "box-seam"),
            place("work", "media", "/media", "megaphone", "ORDERS_EDIT", "MARKETING_EDIT", "OPERATIONS"),
            place("flow", "processes", "/processes", "diagram-3"),
            place("flow", "incidents", "/incidents", "exclamation-triangle"),
            place("flow", "watchdog", "/watchdog", "binoculars"),
            place("flow", "partners", "/partners", "arrow-left-right"),
            place("flow", "imports", "/imports", "file-earmark-arrow-up"),
            place("system", "invariants", "/invariants", "shield-check"),
            place("system", "staff", "/staff", "person-badge"),
            place("system", "audit", "/audit", "clock-history"),
            place("system", "settings", "/settings", "gear"),
            place("system", "demo", "/demo", "magic"));

    private final Supplier<Set<String>> mapped;
    private final PageAccess pageAccess;
    private final ObjectProvider<NavBadge> waiting;
    private final boolean demo;

    Navigation(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings,
            PageAccess pageAccess,
            ObjectProvider<NavBadge> waiting,
            Environment environment) {
        this.mapped = SingletonSupplier.of(() -> pathsOf(mappings.getObject()));
        this.pageAccess = pageAccess;
        this.waiting = waiting;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    List<NavGroup> groups(Predicate<String> may, String current) {
        return List.of("work", "flow", "system").stream()
                .map(group -> new NavGroup(group, entries(group, may, current)))
                .filter(group -> !group.entries().isEmpty())
                .toList();
    }

    /** Every page the person may open, for the search. */
    List<NavEntry> pages(Predicate<String> may) {
        return open(may).map(p -> new NavEntry(p.key, p.path, p.icon, 0, false)).toList();
    }

    private List<NavEntry> entries(String group, Predicate<String> may, String current) {
        var here = open(may)
                .map(Place::path)
                .filter(path -> within(path, current))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        return open(may)
                .filter(p -> p.group.equals(group))
                .map(p -> new NavEntry(p.key, p.path, p.icon, count(p.path), p.path.equals(here)))
                .toList();
    }

    private Stream<Place> open(Predicate<String> may) {
        return PLACES.stream()
                .filter(p -> pageAccess.open(p.path))
                .filter(p -> p.forWork.isEmpty() || p.forWork.stream().anyMatch(may))
                .filter(p -> mapped.get().contains(p.path))
                .filter(p -> demo || !p.key.equals("demo"));
    }

    private long count(String path) {
        return waiting.orderedStream()
                .filter(w -> w.path().equals(path))
                .mapToLong(NavBadge::count)
                .sum();
    }

    private static boolean within(String path, String current) {
        return path.equals("/") ? current.equals("/") : current.equals(path) || current.startsWith(path + "/");
    }

    private static Set<String> pathsOf(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream())
                .collect(toSet());
    }

    private static Place place(String group, String key, String path, String icon, String... forWork) {
        return new Place(group, key, path, icon, Set.of(forWork));
    }
}
