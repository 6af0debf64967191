package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import jp.otodoke.ModuleTest;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.inbox.CompleteTask;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.orders.Timeline;
import jp.otodoke.platform.mail.MailRequested;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A customer without e-mail address is told by a person, and the order's history keeps what was said. */
@ModuleTest
@RecordApplicationEvents
class TellCustomerTests {
    @Autowired
    Given given;

    @Autowired
    FindOrder orders;

    @Autowired
    FindCustomer customers;

    @Autowired
    NotifyCustomer notify;

    @Autowired
    Tasks tasks;

    @Autowired
    TellCustomerTask kind;

    @Autowired
    CompleteTask complete;

    @Autowired
    Timeline timeline;

    @Autowired
    ApplicationEvents published;

    @Test
    void aCallWithoutANoteOfWhatWasSaidIsRefused() {
        var task = toBeTold();

        assertThatThrownBy(() -> decide(task, "CALLED", " ", Map.of()))
                .isInstanceOfSatisfying(InvalidInput.class, wrong -> assertThat(wrong.problems())
                        .extracting("field", "code")
                        .containsExactly(tuple("comment", "required")));

        assertThat(tasks.find(task.id())).isPresent();
        decide(task, "CALLED", "奥様に金額と期限を伝えた", Map.of());
        assertThat(tasks.find(task.id())).isEmpty();
    }

    @Test
    void theTextAsChangedIsMailedOnceToTheAddressThatTheCustomerGave() {
        var task = toBeTold();
        assertThat(kind.proposedValues(task, "MAIL").get("mailText")).contains("お支払いのお願い: 6,880円");

        decide(task, "MAIL", null, Map.of("email", "  ｈａｎａｋｏ@example.jp", "mailText", "12月5日までにお願いします。"));

        assertThat(published.stream(MailRequested.class)
                        .filter(mail -> mail.template().equals("message-from-staff")))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.to()).isEqualTo("hanako@example.jp");
                    assertThat(mail.values()).containsEntry("text", "12月5日までにお願いします。");
                });
        assertThat(timeline.of(order(task)))
                .anySatisfy(entry -> assertThat(entry.text().japanese()).contains("12月5日までにお願いします。"));
        assertThatThrownBy(() -> decide(task, "MAIL", null, Map.of("email", "a@example.jp", "mailText", "x")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void theAddressIsKeptForTheCustomerIfStaffWishSo() {
        var task = toBeTold();
        var customer = orders.get(order(task)).customerNumber();

        decide(task, "MAIL", null, Map.of("email", "hanako@example.jp", "mailText", "x", "saveAddress", "true"));

        assertThat(customers.find(customer).orElseThrow().email()).isEqualTo("hanako@example.jp");
    }

    @Test
    void theAddressIsKeptForNobodyUnlessStaffWishSo() {
        var task = toBeTold();
        var before = customers.find(orders.get(order(task)).customerNumber()).orElseThrow();

        decide(task, "MAIL", null, Map.of("email", "other@example.jp", "mailText", "x", "saveAddress", "false"));

        assertThat(customers.find(before.number())).contains(before);
    }

    @Test
    void onlyWhoMayChangeCustomersIsOfferedToKeepAnAddressAndNobodyElseDoes() {
        var task = toBeTold();
        assertThat(kind.fields("MAIL")).extracting("name").contains("saveAddress");

        as("WORK_TASKS", "ORDERS_EDIT");
        assertThat(kind.fields("MAIL")).extracting("name").containsExactly("email", "mailText");
        assertThatThrownBy(() -> decide(
                        task,
                        "MAIL",
                        null,
                        Map.of("email", "hanako@example.jp", "mailText", "x", "saveAddress", "true")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
        assertThat(published.stream(MailRequested.class)).isEmpty();

        as("WORK_TASKS", "ORDERS_EDIT", "CUSTOMERS_EDIT");
        decide(task, "MAIL", null, Map.of("email", "hanako@example.jp", "mailText", "x", "saveAddress", "true"));
        assertThat(published.stream(MailRequested.class)).hasSize(1);
    }

    @Test
    void anAddressThatIsNoneIsRefusedBeforeAnythingIsSent() {
        var task = toBeTold();

        assertThatThrownBy(() -> decide(task, "MAIL", null, Map.of("email", "hanako@", "mailText", "x")))
                .isInstanceOf(InvalidInput.class);

        assertThat(published.stream(MailRequested.class)).isEmpty();
        assertThat(tasks.find(task.id())).isPresent();
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    private static void as(String... permissions) {
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(
                        "tester", "", AuthorityUtils.createAuthorityList(permissions)));
    }

    private OpenTask toBeTold() {
        var number = given.order(OrderMother.twoTeas().withoutMail());
        notify.send(
                orders.get(number),
                new CustomerNotice(
                        "payment-request:" + number,
                        "payment-request",
                        Map.of(),
                        BilingualText.asWritten("お支払いのお願い: 6,880円")));
        return tasks.about(OrderSubject.of(number)).stream()
                .filter(task -> task.type().equals(TellCustomerTask.TYPE))
                .findFirst()
                .orElseThrow();
    }

    private void decide(OpenTask task, String decision, @Nullable String comment, Map<String, String> input) {
        complete.complete(task.id(), decision, comment, input, "tester");
    }

    private static OrderNumber order(OpenTask task) {
        return OrderNumber.of(task.subject().key());
    }
}
