package jp.otodoke.media.web;

import java.util.List;
import jp.otodoke.platform.pages.NavigationEntry;
import jp.otodoke.platform.pages.PageContribution;
import jp.otodoke.platform.pages.PathRule;
import org.springframework.stereotype.Component;

/** Advertising media in the frame around all pages. */
@Component
class MediaPageContribution implements PageContribution {
    @Override
    public List<NavigationEntry> navigation() {
        return List.of(new NavigationEntry(
                90, "work", "media", "/media", "megaphone", "ORDERS_EDIT", "MARKETING_EDIT", "OPERATIONS"));
    }

    @Override
    public List<PathRule> paths() {
        return List.of(new PathRule(80, "media", "VIEW", "MARKETING_EDIT"));
    }
}
