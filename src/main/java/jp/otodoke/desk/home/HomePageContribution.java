package jp.otodoke.desk.home;

import java.util.List;
import jp.otodoke.platform.pages.NavigationEntry;
import jp.otodoke.platform.pages.PageContribution;
import org.springframework.stereotype.Component;

/** Adds the first page to the common page frame. */
@Component
class HomePageContribution implements PageContribution {
    @Override
    public List<NavigationEntry> navigation() {
        return List.of(new NavigationEntry(10, "work", "home", "/", "house"));
    }
}
