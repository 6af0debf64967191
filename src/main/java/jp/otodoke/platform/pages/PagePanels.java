package jp.otodoke.platform.pages;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All that other modules have to say on the page of a thing, for its template. */
@Component
public class PagePanels {
    private final ObjectProvider<PagePanelSource> sources;

    PagePanels(ObjectProvider<PagePanelSource> sources) {
        this.sources = sources;
    }

    /** @see PagePanelSource#of(String, String) */
    public List<PagePanel> of(String kind, Object number) {
        return sources.orderedStream()
                .flatMap(source -> source.of(kind, String.valueOf(number)).stream())
                .toList();
    }
}
