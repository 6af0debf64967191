package jp.otodoke.staff.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.otodoke.OtodokeTest;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.Elapsed;
import jp.otodoke.mothers.Given;
import jp.otodoke.staff.Permission;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whoever takes a list out of the house leaves behind how many rows it had. */
@OtodokeTest
class ExportsLoggedTests {
    private final MockMvcTester mvc;
    private final RequestMappingHandlerMapping addresses;
    private final JdbcClient jdbc;
    private final Given given;
    private final Elapsed elapsed;

    @Autowired
    ExportsLoggedTests(
            MockMvcTester mvc,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping addresses,
            JdbcClient jdbc,
            Given given,
            Elapsed elapsed) {
        this.mvc = mvc;
        this.addresses = addresses;
        this.jdbc = jdbc;
        this.given = given;
        this.elapsed = elapsed;
    }

    @Test
    void everyExportLeavesItsNumberOfRowsInTheAuditTrail() {
        var exports = exports();
        assertThat(exports).contains("/processes/order/cases.csv", "/orders/export.xlsx", "/inbox/export.csv");

        for (var export : exports) {
            var before = entries();

            assertThat(mvc.get().uri(export + "?step=check-order").with(everything()))
                    .as(export)
                    .hasStatusOk();

            assertThat(newSince(before)).as(export).anySatisfy(entry -> assertThat(entry)
                    .containsPattern("^rows=\\d+( |$)"));
        }
    }

    private List<String> exports() {
        var customer = given.customer(CustomerMother.unmistakable("出力", CustomerMother.TOKYO, false));
        var update = elapsed.cardUpdate();
        var found = new TreeSet<String>();
        addresses.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(address -> address.endsWith(".csv") || address.endsWith(".xlsx"))
                .forEach(address -> found.add(address.replace("{process}", "order")
                        .replace("{number}", customer.value())
                        .replaceAll("\\{id[^/]*}", String.valueOf(update))));
        return List.copyOf(found);
    }

    private long entries() {
        return jdbc.sql("select coalesce(max(id), 0) from audit_entry")
                .query(Long.class)
                .single();
    }

    private List<String> newSince(long entry) {
        return jdbc.sql("select detail from audit_entry where id > :id and action like '%-exported'")
                .param("id", entry)
                .query(String.class)
                .list();
    }

    private static RequestPostProcessor everything() {
        return user("exporter")
                .authorities(Stream.concat(
                                Stream.of("ROLE_manager", "ROLE_admin"),
                                Arrays.stream(Permission.values()).map(Enum::name))
                        .map(SimpleGrantedAuthority::new)
                        .toList());
    }
}
