package jp.otodoke.desk.home;

import java.util.List;
import jp.otodoke.platform.pages.NavigationEntry;
import jp.otodoke.platform.pages.PageContribution;
import jp.otodoke.platform.pages.WarmUpPages;
import org.springframework.stereotype.Component;

/** Adds the first page to the common page frame. */
@Component
class HomePageContribution implements PageContribution, WarmUpPages {
    @Override
    public List<NavigationEntry> navigation() {
        return List.of(new NavigationEntry(10, "work", "home", "/", "house"));
    }

    @Override
    public List<String> toWarmUp() {
        return List.of("/");
    }
}
