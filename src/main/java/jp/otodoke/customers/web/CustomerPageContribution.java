package jp.otodoke.customers.web;

import java.util.List;
import java.util.Map;
import jp.otodoke.platform.pages.NavigationEntry;
import jp.otodoke.platform.pages.PageContribution;
import jp.otodoke.platform.pages.PathRule;
import jp.otodoke.platform.pages.StatusChip;
import jp.otodoke.platform.pages.WarmUpPages;
import org.springframework.stereotype.Component;

/** Customers and postal codes in the frame around all pages. */
@Component
class CustomerPageContribution implements PageContribution, WarmUpPages {
    @Override
    public List<NavigationEntry> navigation() {
        return List.of(new NavigationEntry(70, "work", "customers", "/customers", "people"));
    }

    @Override
    public List<PathRule> paths() {
        return List.of(
                // A form shows what it changes in clear.
                new PathRule(10, "customers/*/edit", "CUSTOMERS_EDIT", "CUSTOMERS_EDIT"),
                new PathRule(20, "customers/new", "CUSTOMERS_EDIT", "CUSTOMERS_EDIT"),
                new PathRule(30, "customers", "VIEW", "CUSTOMERS_EDIT"),
                new PathRule(320, "segments", "VIEW", "MARKETING_EDIT"),
                new PathRule(350, "postal-codes", "VIEW", "OPERATIONS"));
    }

    @Override
    public List<StatusChip> chips() {
        return List.of(
                new StatusChip("customer.ACTIVE", "good", "person-check"),
                new StatusChip("customer.DORMANT", "gone", "moon"),
                new StatusChip("customer.ATTENTION", "bad", "exclamation-diamond"));
    }

    @Override
    public Map<String, String> apiGroups() {
        return Map.of("customers", "People: find, register, change");
    }

    @Override
    public List<String> toWarmUp() {
        return List.of("/customers?q=0901", "/customers?q=%E4%BD%90%E8%97%A4");
    }
}
