package jp.otodoke.desk.search;

import java.util.List;
import java.util.Locale;
import jp.otodoke.platform.pages.Formats;
import jp.otodoke.platform.pages.PageFrame;
import jp.otodoke.platform.pages.SearchHit;
import jp.otodoke.platform.pages.SearchSource;
import jp.otodoke.platform.pages.SearchTerm;
import org.springframework.stereotype.Component;

/** Finds pages of the navigation by their titles. */
@Component
class PageHits implements SearchSource {
    private final PageFrame pageFrame;
    private final Formats formats;

    PageHits(PageFrame pageFrame, Formats formats) {
        this.pageFrame = pageFrame;
        this.formats = formats;
    }

    @Override
    public int place() {
        return 50;
    }

    @Override
    public List<SearchHit> find(SearchTerm term, int limit) {
        var wanted = term.text().toLowerCase(Locale.ROOT);
        return pageFrame.pages().stream()
                .map(page -> new Titled(page.key(), formats.text("nav." + page.key(), page.key()), page.path()))
                .filter(page -> page.title().toLowerCase(Locale.ROOT).contains(wanted)
                        || page.key().startsWith(wanted))
                .map(page -> new SearchHit("page", page.title(), null, null, page.path(), false))
                .toList();
    }

    private record Titled(String key, String title, String path) {}
}
