package jp.otodoke.catalog.web;

import java.util.List;
import java.util.Map;
import jp.otodoke.platform.pages.NavigationEntry;
import jp.otodoke.platform.pages.PageContribution;
import jp.otodoke.platform.pages.PathRule;
import org.springframework.stereotype.Component;

/** Products in the frame around all pages. */
@Component
class ProductPageContribution implements PageContribution {
    @Override
    public List<NavigationEntry> navigation() {
        return List.of(new NavigationEntry(80, "work", "products", "/products", "box-seam"));
    }

    @Override
    public List<PathRule> paths() {
        return List.of(new PathRule(40, "products", "VIEW", "PRODUCTS_EDIT"));
    }

    @Override
    public Map<String, String> apiGroups() {
        return Map.of("products", "What is sold, with price and tax class");
    }
}
