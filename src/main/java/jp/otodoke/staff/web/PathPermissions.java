package jp.otodoke.staff.web;

import static jp.otodoke.staff.Permission.*;

import java.util.List;
import jp.otodoke.staff.Permission;
import org.springframework.util.AntPathMatcher;
import org.springframework.util.PathMatcher;

/** Which part of the application asks for which permission, the same for pages and API. First match wins. */
final class PathPermissions {
    record Rule(String path, Permission toRead, Permission toChange) {}

    /** Below {@code /} for pages and {@code /api/v1/} for programs. */
    static final List<Rule> RULES = List.of(
            // A form shows what it changes in clear.
            new Rule("customers/*/edit", CUSTOMERS_EDIT, CUSTOMERS_EDIT),
            new Rule("customers/new", CUSTOMERS_EDIT, CUSTOMERS_EDIT),
            new Rule("customers", VIEW, CUSTOMERS_EDIT),
            new Rule("products", VIEW, PRODUCTS_EDIT),
            new Rule("stock", VIEW, STOCK_EDIT),
            new Rule("orders/*/edit", ORDERS_EDIT, ORDERS_EDIT),
            new Rule("orders/new", ORDERS_EDIT, ORDERS_EDIT),
            new Rule("media", VIEW, MARKETING_EDIT),
            new Rule("orders", VIEW, ORDERS_EDIT),
            new Rule("shipments", VIEW, SHIPMENTS_EDIT),
            new Rule("inbox", VIEW, WORK_TASKS),
            new Rule("tasks", VIEW, WORK_TASKS),
            new Rule("imports", IMPORTS, IMPORTS),
            new Rule("deposits", MONEY_VIEW, MONEY_EDIT),
            new Rule("deposit-batches", MONEY_VIEW, MONEY_EDIT),
            new Rule("payments", MONEY_VIEW, MONEY_EDIT),
            new Rule("mandates", MONEY_VIEW, MONEY_EDIT),
            new Rule("direct-debits", MONEY_VIEW, MONEY_EDIT),
            new Rule("ledger", MONEY_VIEW, MONEY_EDIT),
            new Rule("refunds", MONEY_VIEW, MONEY_EDIT),
            new Rule("exports", MONEY_VIEW, MONEY_EDIT),
            new Rule("processes", VIEW, OPERATIONS),
            new Rule("incidents", OPERATIONS, OPERATIONS),
            new Rule("watchdog", VIEW, OPERATIONS),
            new Rule("partners", PARTNERS_VIEW, OPERATIONS),
            new Rule("personal", PERSONAL_REVEAL, PERSONAL_REVEAL),
            new Rule("invariants", INVARIANTS_VIEW, INVARIANTS_VIEW),
            new Rule("audit", AUDIT_VIEW, AUDIT_VIEW),
            new Rule("settings", AUDIT_VIEW, OPERATIONS),
            new Rule("staff", SYSTEM, SYSTEM),
            new Rule("api-clients", SYSTEM, SYSTEM),
            new Rule("segments", VIEW, MARKETING_EDIT),
            new Rule("insert-rules", VIEW, MARKETING_EDIT),
            new Rule("search", VIEW, VIEW),
            new Rule("postal-codes", VIEW, OPERATIONS),
            new Rule("clock", VIEW, DEMO),
            new Rule("demo", DEMO, DEMO),
            // A place nobody thought of may be looked at; changing it is for those who answer for it.
            new Rule("", VIEW, OPERATIONS));

    /** What belongs to whoever is signed in, of whatever role. */
    static final String[] OWN = {
        "/password",
        "/account",
        "/account/**",
        "/second-factor",
        "/second-factor/**",
        "/swagger-ui/**",
        "/swagger-ui.html"
    };

    private static final PathMatcher MATCHER = new AntPathMatcher();

    private PathPermissions() {}

    /** What reading a page asks for. */
    static Permission toRead(String path) {
        return RULES.stream()
                .filter(rule -> rule.path().isEmpty()
                        || MATCHER.match("/" + rule.path(), path)
                        || MATCHER.match("/" + rule.path() + "/**", path))
                .findFirst()
                .orElseThrow()
                .toRead();
    }
}
