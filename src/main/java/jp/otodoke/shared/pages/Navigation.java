package jp.otodoke.shared.pages;

import static java.util.stream.Collectors.toSet;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The entries of the navigation: those that exist and that the person's roles may use. */
@Component
class Navigation {
    private static final Set<String> ALL =
            Set.of("operator", "shipping", "accounting", "marketing", "manager", "admin");

    private record Place(String group, String key, String path, String icon, Set<String> roles) {}

    private static final List<Place> PLACES = List.of(
            place("work", "home", "/", "house", ALL),
            place("work", "inbox", "/inbox", "inbox", ALL),
            place("work", "orders", "/orders", "receipt", ALL),
            place("work", "order-entry", "/orders/new", "telephone-plus", "operator", "manager"),
            place("work", "shipments", "/shipments", "truck", "operator", "shipping", "manager", "admin"),
            place("work", "deposits", "/deposits", "cash-coin", "operator", "accounting", "manager", "admin"),
            place("work", "customers", "/customers", "people", ALL),
            place("work", "products", "/products", "box-seam", ALL),
            place("work", "media", "/media", "megaphone", "operator", "marketing", "manager", "admin"),
            place("flow", "processes", "/processes", "diagram-3", ALL),
            place("flow", "incidents", "/incidents", "exclamation-triangle", "manager", "admin"),
            place("flow", "watchdog", "/watchdog", "binoculars", ALL),
            place("flow", "partners", "/partners", "arrow-left-right", "shipping", "accounting", "manager", "admin"),
            place("flow", "imports", "/imports", "file-earmark-arrow-up", "operator", "manager", "admin"),
            place("system", "invariants", "/invariants", "shield-check", "accounting", "manager", "admin"),
            place("system", "staff", "/staff", "person-badge", "admin"),
            place("system", "audit", "/audit", "clock-history", "manager", "admin"),
            place("system", "settings", "/settings", "gear", "manager", "admin"),
            place("system", "demo", "/demo", "magic", ALL));

    private final Supplier<Set<String>> mapped;
    private final List<WaitingWork> waiting;
    private final boolean demo;

    Navigation(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings,
            ObjectProvider<WaitingWork> waiting,
            Environment environment) {
        this.mapped = SingletonSupplier.of(() -> pathsOf(mappings.getObject()));
        this.waiting = waiting.orderedStream().toList();
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    List<NavGroup> groups(Set<String> roles, String current) {
        return List.of("work", "flow", "system").stream()
                .map(group -> new NavGroup(group, entries(group, roles, current)))
                .filter(group -> !group.entries().isEmpty())
                .toList();
    }

    /** Every page the roles may open, for the search. */
    List<NavEntry> pages(Set<String> roles) {
        return open(roles)
                .map(p -> new NavEntry(p.key, p.path, p.icon, 0, false))
                .toList();
    }

    private List<NavEntry> entries(String group, Set<String> roles, String current) {
        var here = open(roles)
                .map(Place::path)
                .filter(path -> within(path, current))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        return open(roles)
                .filter(p -> p.group.equals(group))
                .map(p -> new NavEntry(p.key, p.path, p.icon, count(p.path, roles), p.path.equals(here)))
                .toList();
    }

    private java.util.stream.Stream<Place> open(Set<String> roles) {
        return PLACES.stream()
                .filter(p -> p.roles.stream().anyMatch(roles::contains))
                .filter(p -> mapped.get().contains(p.path))
                .filter(p -> demo || !p.key.equals("demo"));
    }

    private long count(String path, Set<String> roles) {
        return waiting.stream()
                .filter(w -> w.path().equals(path))
                .mapToLong(w -> w.count(roles))
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

    private static Place place(String group, String key, String path, String icon, String... roles) {
        return place(group, key, path, icon, Arrays.stream(roles).collect(toSet()));
    }

    private static Place place(String group, String key, String path, String icon, Set<String> roles) {
        return new Place(group, key, path, icon, roles);
    }
}
