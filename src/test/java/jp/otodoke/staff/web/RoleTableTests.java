package jp.otodoke.staff.web;

import static jp.otodoke.staff.Role.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import jp.otodoke.OtodokeTest;
import jp.otodoke.staff.Permission;
import jp.otodoke.staff.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Each role and each kind of address: allowed or not, as people agreed on it. */
@OtodokeTest
class RoleTableTests {
    private static final Set<Role> ALL = EnumSet.allOf(Role.class);

    private final MockMvcTester mvc;

    @Autowired
    RoleTableTests(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    static Stream<Arguments> table() {
        return Stream.of(
                get("", ALL),
                get("orders", ALL),
                get("orders/A99999999/edit", EnumSet.of(OPERATOR, MANAGER)),
                get("orders/new", EnumSet.of(OPERATOR, MANAGER)),
                get("subscriptions", ALL),
                get("subscription-runs", ALL),
                get("media", ALL),
                get("coupons", ALL),
                get("point-rates", ALL),
                get("customers", ALL),
                get("customers/C9999999/edit", EnumSet.of(OPERATOR, MANAGER)),
                get("customers/new", EnumSet.of(OPERATOR, MANAGER)),
                get("orders/new", EnumSet.of(OPERATOR, MANAGER)),
                get("products", ALL),
                get("stock", ALL),
                get("stock/differences", ALL),
                get("shipments", ALL),
                get("inbox", ALL),
                get("tasks", ALL),
                get("processes", ALL),
                get("processes/targets", ALL),
                get("clock", ALL),
                get("demo/none", ALL),
                get("imports/none", EnumSet.of(OPERATOR, SHIPPING, ACCOUNTING, MANAGER)),
                get("deposits", EnumSet.of(OPERATOR, ACCOUNTING, MANAGER, ADMIN)),
                get("refunds", EnumSet.of(OPERATOR, ACCOUNTING, MANAGER, ADMIN)),
                get("transfer-files", EnumSet.of(ACCOUNTING, MANAGER)),
                get("slips", EnumSet.of(OPERATOR, ACCOUNTING, MANAGER, ADMIN)),
                get("statements", EnumSet.of(OPERATOR, ACCOUNTING, MANAGER, ADMIN)),
                get("dunning", EnumSet.of(OPERATOR, ACCOUNTING, MANAGER, ADMIN)),
                get("dunning-cases/none", EnumSet.of(OPERATOR, ACCOUNTING, MANAGER, ADMIN)),
                get("dunning/letters", EnumSet.of(OPERATOR, ACCOUNTING, MANAGER)),
                get("dunning/agency", EnumSet.of(ACCOUNTING, MANAGER)),
                get("slips/print/none", EnumSet.of(OPERATOR, ACCOUNTING, MANAGER)),
                get("ledger/none", EnumSet.of(OPERATOR, ACCOUNTING, MANAGER, ADMIN)),
                get("exports/none", EnumSet.of(OPERATOR, ACCOUNTING, MANAGER, ADMIN)),
                get("orders/export.csv", ALL),
                get("customers/export.csv", ALL),
                get("products/export.csv", ALL),
                get("shipments/export.csv", ALL),
                get("inbox/export.csv", ALL),
                get("deposits/export.csv", EnumSet.of(OPERATOR, ACCOUNTING, MANAGER, ADMIN)),
                get("partners/messages/export.csv", EnumSet.of(SHIPPING, ACCOUNTING, MANAGER, ADMIN)),
                get("audit/export.csv", EnumSet.of(MANAGER, ADMIN)),
                get("direct-debits", EnumSet.of(OPERATOR, ACCOUNTING, MANAGER, ADMIN)),
                get("direct-debits/0/request-file", EnumSet.of(ACCOUNTING, MANAGER)),
                get("cards", EnumSet.of(OPERATOR, ACCOUNTING, MANAGER, ADMIN)),
                get("card-updates", EnumSet.of(OPERATOR, ACCOUNTING, MANAGER, ADMIN)),
                get("card-updates/0/request-file", EnumSet.of(ACCOUNTING, MANAGER)),
                get("mandate-forms", EnumSet.of(OPERATOR, ACCOUNTING, MANAGER, ADMIN)),
                get("debit-contracts", EnumSet.of(OPERATOR, ACCOUNTING, MANAGER, ADMIN)),
                get("bank-codes", EnumSet.of(OPERATOR, ACCOUNTING, MANAGER, ADMIN)),
                get("mandates", EnumSet.of(OPERATOR, ACCOUNTING, MANAGER, ADMIN)),
                get("incidents", EnumSet.of(MANAGER, ADMIN)),
                get("watchdog", ALL),
                get("partners/messages", EnumSet.of(SHIPPING, ACCOUNTING, MANAGER, ADMIN)),
                get("invariants/none", EnumSet.of(ACCOUNTING, MANAGER, ADMIN)),
                get("audit", EnumSet.of(MANAGER, ADMIN)),
                get("staff", EnumSet.of(ADMIN)),
                get("api-clients", EnumSet.of(ADMIN)),
                post("orders", EnumSet.of(OPERATOR, MANAGER)),
                post("orders/A99999999/cancel", EnumSet.of(OPERATOR, MANAGER)),
                post("subscriptions/S99999999/change", EnumSet.of(OPERATOR, MANAGER)),
                post("subscription-runs", EnumSet.of(OPERATOR, MANAGER)),
                post("media", EnumSet.of(MARKETING, MANAGER)),
                post("coupons", EnumSet.of(MARKETING, MANAGER)),
                post("point-rates", EnumSet.of(MARKETING, MANAGER)),
                post("customers/C0000001/points", EnumSet.of(ACCOUNTING, MANAGER)),
                post("customers", EnumSet.of(OPERATOR, MANAGER)),
                post("products", EnumSet.of(MARKETING, MANAGER)),
                post("stock/none", EnumSet.of(SHIPPING, MANAGER)),
                post("stock/differences/book", EnumSet.of(SHIPPING, MANAGER)),
                post("shipments/none", EnumSet.of(OPERATOR, SHIPPING, MANAGER)),
                post("tasks/none", EnumSet.complementOf(EnumSet.of(ADMIN))),
                post("imports/none", EnumSet.of(OPERATOR, SHIPPING, ACCOUNTING, MANAGER)),
                post("deposits/0/none", EnumSet.of(ACCOUNTING, MANAGER)),
                post("slips/none", EnumSet.of(ACCOUNTING, MANAGER)),
                post("dunning/none", EnumSet.of(ACCOUNTING, MANAGER)),
                post("dunning-cases/none", EnumSet.of(ACCOUNTING, MANAGER)),
                post("dunning/letters", EnumSet.of(ACCOUNTING, MANAGER)),
                post("dunning/agency", EnumSet.of(ACCOUNTING, MANAGER)),
                post("slips/print", EnumSet.of(OPERATOR, ACCOUNTING, MANAGER)),
                post("orders/A99999999/slip", EnumSet.of(OPERATOR, MANAGER)),
                post("receivables/F99999999/slip", EnumSet.of(ACCOUNTING, MANAGER)),
                post("refunds", EnumSet.of(ACCOUNTING, MANAGER)),
                post("refunds/0/approve", EnumSet.of(ACCOUNTING, MANAGER)),
                post("transfer-files", EnumSet.of(ACCOUNTING, MANAGER)),
                post("direct-debits", EnumSet.of(ACCOUNTING, MANAGER)),
                post("card-updates", EnumSet.of(ACCOUNTING, MANAGER)),
                post("insert-rules", EnumSet.of(MARKETING, MANAGER)),
                post("watchdog/recipients/none", EnumSet.of(MANAGER, ADMIN)),
                post("partners/none", EnumSet.of(MANAGER, ADMIN)),
                post("incidents/none", EnumSet.of(MANAGER, ADMIN)),
                post("incidents/requests/0/approve", EnumSet.of(MANAGER, ADMIN)),
                post("processes/targets", EnumSet.of(MANAGER, ADMIN)),
                post("processes/order/versions/1/move", EnumSet.of(MANAGER, ADMIN)),
                post("staff/none", EnumSet.of(ADMIN)),
                post("something-new", EnumSet.of(MANAGER, ADMIN)));
    }

    @ParameterizedTest(name = "{0} /{1}")
    @MethodSource("table")
    void letsInWhoMay(HttpMethod method, String path, Set<Role> allowed) {
        var wrong = new ArrayList<String>();
        for (var root : new String[] {"/", "/api/v1/"}) {
            for (var role : Role.values()) {
                if (denied(method, root + path, role) == allowed.contains(role)) {
                    wrong.add(role + " at " + root + path);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest(name = "{0} /{1}")
    @MethodSource("table")
    void letsNobodyInUnknown(HttpMethod method, String path, Set<Role> allowed) {
        var page = mvc.method(method).uri("/" + path).with(csrf()).exchange();
        var api = mvc.method(method).uri("/api/v1/" + path).exchange();

        assertThat(page).hasStatus3xxRedirection();
        assertThat(page.getResponse().getHeader("Location")).endsWith("/login");
        assertThat(api).hasStatus(401);
    }

    private boolean denied(HttpMethod method, String path, Role role) {
        var authorities = Stream.concat(
                        Stream.of("ROLE_" + role.name()),
                        role.permissions().stream().map(Permission::name))
                .map(SimpleGrantedAuthority::new)
                .toList();
        return mvc.method(method)
                        .uri(path)
                        .with(csrf())
                        .with(user(role.code()).authorities(authorities))
                        .exchange()
                        .getResponse()
                        .getStatus()
                == 403;
    }

    private static Arguments get(String path, Set<Role> allowed) {
        return Arguments.of(HttpMethod.GET, path, allowed);
    }

    private static Arguments post(String path, Set<Role> allowed) {
        return Arguments.of(HttpMethod.POST, path, allowed);
    }
}
