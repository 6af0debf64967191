package jp.otodoke.platform.pages;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The colours and icons of all states. */
@Component
class Chips {
    private final Map<String, StatusChip> byState;

    Chips(List<PageContribution> contributions) {
        byState = contributions.stream()
                .flatMap(module -> module.chips().stream())
                .collect(Collectors.toMap(StatusChip::state, Function.identity()));
    }

    Chip of(String kind, Object state) {
        var name = state instanceof Enum<?> e ? e.name() : state.toString();
        var full = kind + "." + name;
        var look = byState.getOrDefault(full, new StatusChip(full, "idle", "circle"));
        return new Chip(
                look.tone(),
                look.icon(),
                "status.%s.%s".formatted(kind, name),
                "status.%s.%s.help".formatted(kind, name));
    }
}
