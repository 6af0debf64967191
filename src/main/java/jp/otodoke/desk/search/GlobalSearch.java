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

    @Transactional(readOnly = true)
    List<SearchHit> find(@Nullable String typed, int limit) {
        var term = SearchTerm.typed(typed);
        return term.isEmpty()
                ? List.of()
                : sources.stream()
                        .flatMap(source -> source.find(term, limit).stream())
                        .toList();
    }
}
