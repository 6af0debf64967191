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
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The navigation: entries that exist and that the user may open. A page that more people may open than work with
 * it is listed only for the latter.
 */
@Component
class Navigation {
    private static final List<String> GROUPS = List.of("work", "flow", "system");

    private final List<NavigationEntry> places;
    private final Supplier<Set<String>> mapped;
    private final PageAccess pageAccess;
    private final ObjectProvider<NavBadge> waiting;

    Navigation(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings,
            PageAccess pageAccess,
            ObjectProvider<NavBadge> waiting,
            List<PageContribution> contributions) {
        this.mapped = SingletonSupplier.of(() -> pathsOf(mappings.getObject()));
        this.pageAccess = pageAccess;
        this.waiting = waiting;
        this.places = contributions.stream()
                .flatMap(module -> module.navigation().stream())
                .sorted(Comparator.comparing(NavigationEntry::place))
                .toList();
    }

    List<NavGroup> groups(Predicate<String> may, String current) {
        return GROUPS.stream()
                .map(group -> new NavGroup(group, entries(group, may, current)))
                .filter(group -> !group.entries().isEmpty())
                .toList();
    }

    /** Every page the person may open, for the search. */
    List<NavEntry> pages(Predicate<String> may) {
        return open(may)
                .map(p -> new NavEntry(p.key(), p.path(), p.icon(), 0, false))
                .toList();
    }

    private List<NavEntry> entries(String group, Predicate<String> may, String current) {
        var here = open(may)
                .map(NavigationEntry::path)
                .filter(path -> within(path, current))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        return open(may)
                .filter(p -> p.group().equals(group))
                .map(p -> new NavEntry(
                        p.key(), p.path(), p.icon(), count(p.path()), p.path().equals(here)))
                .toList();
    }

    private Stream<NavigationEntry> open(Predicate<String> may) {
        return places.stream()
                .filter(p -> pageAccess.open(p.path()))
                .filter(p -> p.forWork().isEmpty() || p.forWork().stream().anyMatch(may))
                .filter(p -> mapped.get().contains(p.path()));
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
}
