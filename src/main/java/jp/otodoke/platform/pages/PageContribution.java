package jp.otodoke.platform.pages;

import java.util.List;
import java.util.Map;

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

    /** Patterns of paths to which partners post without a token, because they sign what they send. */
    default List<String> signedPosts() {
        return List.of();
    }

    /** Patterns of paths whose changes the audit trail does not record. */
    default List<String> unaudited() {
        return List.of();
    }

    /** What the API's groups, the first parts of paths below {@code /api/v1/}, are about; in English. */
    default Map<String, String> apiGroups() {
        return Map.of();
    }
}
