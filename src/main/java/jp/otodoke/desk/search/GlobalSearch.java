package jp.otodoke.desk.search;

import java.util.Comparator;
import java.util.List;
import jp.otodoke.platform.pages.SearchHit;
import jp.otodoke.platform.pages.SearchSource;
import jp.otodoke.platform.pages.SearchTerm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The global search over everything that the modules make searchable. */
@Component
class GlobalSearch {
    private final List<SearchSource> sources;

    GlobalSearch(List<SearchSource> sources) {
        this.sources = sources.stream()
                .sorted(Comparator.comparing(SearchSource::place))
                .toList();
    }

    /** @param limit how many of each kind are shown */
    @Transactional(readOnly = true)
    Found find(@Nullable String typed, int limit) {
        var term = SearchTerm.typed(typed);
        if (term.isEmpty()) {
            return new Found(List.of(), false);
        }
        var found = sources.stream().map(source -> source.find(term, limit + 1)).toList();
        return new Found(
                found.stream().flatMap(hits -> hits.stream().limit(limit)).toList(),
                found.stream().anyMatch(hits -> hits.size() > limit));
    }

    /** @param more whether there is more of any kind than is shown */
    record Found(List<SearchHit> hits, boolean more) {}
}
