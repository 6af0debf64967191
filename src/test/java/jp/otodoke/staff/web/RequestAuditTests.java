package jp.otodoke.staff.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import jp.otodoke.OtodokeTest;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.staff.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever somebody changes is in the audit trail, and found by the customer whom it concerns. */
@OtodokeTest
class RequestAuditTests {
    @Autowired
    Given given;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Inbox inbox;

    @Autowired
    MessageSource messages;

    @Autowired
    PathPermissions permissions;

    @Autowired
    RequestAudit requestAudit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final String sku =
            "AUDIT-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

    private String customer = "";
    private OrderNumber order = OrderNumber.of("A0");

    @BeforeEach
    void anOrder() {
        given.product(ProductMother.tea().coded(sku).called("緑茶"));
        var buyer = given.customer(
                CustomerMother.called("履歴 残子", "リレキ ノコ", "03%08d".formatted(Math.abs(sku.hashCode() % 100_000_000))));
        customer = buyer.value();
        order = given.order(OrderMother.of(sku, 1).byPhone().from(buyer));
    }

    @Test
    void whatIsDoneToAnOrderIsFoundByItsCustomer() {
        post("/orders/" + order + "/hold", "reason", "お電話待ち");

        assertThat(entries(customer)).containsExactly("changed-orders " + order + " hold");
    }

    @Test
    void aDecisionIsFoundByTheCustomerOfItsOrder() {
        var key = UUID.randomUUID().toString();
        inbox.open(NewTask.of("test", key, OrderSubject.of(order), BilingualText.asWritten("x"))
                .inGroup(StaffGroup.ORDERS));
        var task = jdbc.sql("select id from task where key = ?")
                .param(key)
                .query(Long.class)
                .single();

        post("/inbox/" + task + "/decision", "decision", "DONE");

        assertThat(entries(customer)).containsExactly("changed-inbox " + task + " decision DONE");
    }

    @Test
    void whatWasRefusedOrIsShownAgainHasChangedNothing() {
        post("/orders/" + order + "/cancel", "reason", "お客様都合");
        post("/orders/" + order + "/cancel", "reason", "もう一度");
        post("/orders/new", "channel", "PHONE");

        assertThat(entries(customer)).containsExactly("changed-orders " + order + " cancel");
    }

    @Test
    void everyAreaHasWordsInBothLanguages() {
        Stream.concat(permissions.areas().stream(), Stream.of("other"))
                .filter(area -> requestAudit.audited("/" + area))
                .forEach(area -> {
                    var key = "audit.action.changed-" + area;
                    var japanese = messages.getMessage(key, null, "-", Locale.JAPANESE);
                    var english = messages.getMessage(key, null, "-", Locale.ENGLISH);
                    assertThat(List.of("" + japanese, "" + english))
                            .as(key)
                            .doesNotContain("-")
                            .doesNotHaveDuplicates();
                });
    }

    private void post(String path, String parameter, String value) {
        var manager = Role.MANAGER.permissions().stream()
                .map(p -> new SimpleGrantedAuthority(p.name()))
                .toList();
        assertThat(mvc.post()
                        .uri(path)
                        .param(parameter, value)
                        .with(user("manager").authorities(manager))
                        .with(csrf()))
                .satisfies(
                        result -> assertThat(result.getResponse().getStatus()).isLessThan(500));
    }

    private List<String> entries(String subject) {
        return jdbc.sql("select action || ' ' || detail from audit_entry where subject = ? and action like 'changed-%'")
                .param(subject)
                .query(String.class)
                .list();
    }
}
