package jp.otodoke.desk.home;

import static jp.otodoke.staff.Permission.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import jp.otodoke.staff.Permission;

/** The figures of the first page, and the roles they belong to. */
enum HomeCard {
    INBOX("/inbox", "inbox", VIEW),
    INCIDENTS("/incidents", "exclamation-triangle", OPERATIONS),
    SALES("/orders", "graph-up", MARKETING_EDIT),
    ORDERS("/orders", "receipt", ORDERS_EDIT, MARKETING_EDIT),
    SHIP("/shipments", "truck", SHIPMENTS_EDIT),
    DELIVER("/shipments?status=SHIPPED", "house", SHIPMENTS_EDIT),
    TROUBLE("/shipments?status=EXCEPTION", "house-exclamation", SHIPMENTS_EDIT),
    STOCK_OUT("/orders?status=AWAITING_STOCK", "box-seam", SHIPMENTS_EDIT),
    AWAITING_PAYMENT("/orders?status=AWAITING_PAYMENT", "hourglass-split", MONEY_EDIT),
    DEPOSITS("/deposits", "cash-stack", MONEY_EDIT),
    UNMATCHED("/deposits", "cash-coin", ORDERS_EDIT, MONEY_EDIT),
    CUSTOMERS("/customers", "person-plus", MARKETING_EDIT),
    WATCH("/watchdog", "binoculars", SYSTEM);

    private final String path;
    private final String icon;
    private final Set<Permission> any;

    HomeCard(String path, String icon, Permission... any) {
        this.path = path;
        this.icon = icon;
        this.any = Set.of(any);
    }

    static List<HomeCard> of(Predicate<Permission> may) {
        return List.of(values()).stream()
                .filter(card -> card.any.stream().anyMatch(may))
                .toList();
    }

    /** The list behind the figure. */
    String path(LocalDate today) {
        return this == SALES || this == ORDERS ? path + "?from=" + today + "&to=" + today : path;
    }

    String icon() {
        return icon;
    }

    /** Its message key. */
    String key() {
        return "home.card." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
