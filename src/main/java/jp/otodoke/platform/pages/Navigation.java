package jp.otodoke.platform.pages;

import static java.util.stream.Collectors.toSet;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
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

    /** What doesn't change while the application runs; every page of everybody shows it. */
    private final Supplier<List<Place>> places;

    Navigation(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings,
            PageAccess pageAccess,
            ObjectProvider<NavBadge> badges,
            List<PageContribution> contributions) {
        this.places = SingletonSupplier.of(() -> {
            var mapped = pathsOf(mappings.getObject());
            return contributions.stream()
                    .flatMap(module -> module.navigation().stream())
                    .sorted(Comparator.comparing(NavigationEntry::place))
                    .filter(entry -> mapped.contains(entry.path()))
                    .map(entry -> new Place(
                            entry,
                            pageAccess.permission(entry.path()),
                            badges.orderedStream()
                                    .filter(badge -> badge.path().equals(entry.path()))
                                    .toList()))
                    .toList();
        });
    }

    List<NavGroup> groups(Predicate<String> may, String current) {
        var open = open(may);
        var here = open.stream()
                .map(place -> place.entry().path())
                .filter(path -> within(path, current))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        return GROUPS.stream()
                .map(group -> new NavGroup(
                        group,
                        open.stream()
                                .filter(place -> place.entry().group().equals(group))
                                .map(place -> place.shown(here))
                                .toList()))
                .filter(group -> !group.entries().isEmpty())
                .toList();
    }

    /** Every page the person may open, for the search. */
    List<NavEntry> pages(Predicate<String> may) {
        return open(may).stream()
                .map(place -> place.entry())
                .map(entry -> new NavEntry(entry.key(), entry.path(), entry.icon(), 0, false))
                .toList();
    }

    private List<Place> open(Predicate<String> may) {
        return places.get().stream().filter(place -> place.open(may)).toList();
    }

    private static boolean within(String path, String current) {
        return path.equals("/") ? current.equals("/") : current.equals(path) || current.startsWith(path + "/");
    }

    private static Set<String> pathsOf(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream())
                .collect(toSet());
    }

    private record Place(NavigationEntry entry, String permission, List<NavBadge> badges) {
        boolean open(Predicate<String> may) {
            return may.test(permission)
                    && (entry.forWork().isEmpty() || entry.forWork().stream().anyMatch(may));
        }

        NavEntry shown(String here) {
            long count = badges.stream().mapToLong(NavBadge::count).sum();
            return new NavEntry(
                    entry.key(), entry.path(), entry.icon(), count, entry.path().equals(here));
        }
    }
}
