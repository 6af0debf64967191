package jp.otodoke.platform.pages;

import java.util.List;

/** What a module adds to the frame around all pages; a component without dependencies. */
public interface PageContribution {
    default List<NavigationEntry> navigation() {
        return List.of();
    }

    default List<PathRule> paths() {
        return List.of();
    }

    default List<StatusChip> chips() {
        return List.of();
    }
}
