package jp.otodoke.desk.search;

import java.util.List;
import jp.otodoke.platform.pages.PageContribution;
import jp.otodoke.platform.pages.PathRule;
import org.springframework.stereotype.Component;

/** Adds the search to the common page frame. */
@Component
class SearchPageContribution implements PageContribution {
    @Override
    public List<PathRule> paths() {
        return List.of(new PathRule(340, "search", "VIEW", "VIEW"));
    }

    @Override
    public List<String> unaudited() {
        return List.of("/search/**");
    }
}
