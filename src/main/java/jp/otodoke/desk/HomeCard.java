package jp.otodoke.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The figures of the first page, and whose work each belongs to. */
enum HomeCard {
    INBOX("/inbox", "inbox", "operator", "shipping", "accounting", "marketing", "manager", "admin"),
    INCIDENTS("/incidents", "exclamation-triangle", "manager", "admin"),
    SALES("/orders", "graph-up", "manager", "marketing"),
    ORDERS("/orders", "receipt", "operator", "manager", "marketing"),
    SHIP("/shipments", "truck", "operator", "shipping", "manager"),
    DELIVER("/shipments?status=SHIPPED", "house", "operator", "shipping"),
    TROUBLE("/shipments?status=EXCEPTION", "house-exclamation", "operator", "shipping", "manager"),
    STOCK_OUT("/orders?status=AWAITING_STOCK", "box-seam", "operator", "shipping", "manager"),
    AWAITING_PAYMENT("/orders?status=AWAITING_PAYMENT", "hourglass-split", "accounting", "manager"),
    DEPOSITS("/deposits", "cash-stack", "accounting", "manager"),
    UNMATCHED("/deposits", "cash-coin", "operator", "accounting", "manager"),
    CUSTOMERS("/customers", "person-plus", "marketing", "manager"),
    WATCH("/watchdog", "binoculars", "admin");

    private final String path;
    private final String icon;
    private final Set<String> roles;

    HomeCard(String path, String icon, String... roles) {
        this.path = path;
        this.icon = icon;
        this.roles = Set.of(roles);
    }

    static List<HomeCard> of(Set<String> roles) {
        return List.of(values()).stream()
                .filter(card -> card.roles.stream().anyMatch(roles::contains))
                .toList();
    }

    /** Where what is behind the figure is listed. */
    String path(LocalDate today) {
        return this == SALES || this == ORDERS ? path + "?from=" + today + "&to=" + today : path;
    }

    String icon() {
        return icon;
    }

    /** The key of its words. */
    String key() {
        return "home.card." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
