package jp.otodoke.payments.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import jp.otodoke.ModuleTest;
import jp.otodoke.TestClock;
import jp.otodoke.customers.CustomerSubject;
import jp.otodoke.customers.DeleteCustomer;
import jp.otodoke.customers.RegisterCustomer;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.payments.DebitDesk;
import jp.otodoke.payments.Mandate;
import jp.otodoke.payments.Mandates;
import jp.otodoke.payments.NewMandate;
import jp.otodoke.platform.mail.MailRequested;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 口座振替依頼書: from the post to the bank, with defects, until it is accepted or given up. */
@ModuleTest
@RecordApplicationEvents
class MandateFormTests {
    private static final String BODY =
            """
            {"customer": "%s", "bankCode": "0009", "branchCode": "002", "accountType": "1", "accountNumber": "7654321", "holderKana": "ヤマダ"}
            """;

    private final DebitDesk debits;
    private final ReceiveMandateForm receive;
    private final SendMandateForm send;
    private final AcceptMandateForm accept;
    private final ReturnMandateForm returns;
    private final MandateForms forms;
    private final Mandates mandates;
    private final ChaseMandateForms chase;
    private final Tasks tasks;
    private final DeleteCustomer deleteCustomer;
    private final JdbcClient jdbc;
    private final GiveUpMandateForm giveUp;
    private final RegisterCustomer registerCustomer;
    private final BusinessClock clock;
    private final TestClock testClock;
    private final MockMvcTester mvc;

    @Autowired
    private ApplicationEvents events;

    @Autowired
    MandateFormTests(
            AutowireCapableBeanFactory beans,
            ReceiveMandateForm receive,
            SendMandateForm send,
            AcceptMandateForm accept,
            ReturnMandateForm returns,
            MandateForms forms,
            Mandates mandates,
            ChaseMandateForms chase,
            Tasks tasks,
            DeleteCustomer deleteCustomer,
            JdbcClient jdbc,
            GiveUpMandateForm giveUp,
            RegisterCustomer registerCustomer,
            BusinessClock clock,
            TestClock testClock,
            MockMvcTester mvc) {
        this.debits = beans.createBean(DebitDesk.class);
        this.receive = receive;
        this.send = send;
        this.accept = accept;
        this.returns = returns;
        this.forms = forms;
        this.mandates = mandates;
        this.chase = chase;
        this.tasks = tasks;
        this.deleteCustomer = deleteCustomer;
        this.jdbc = jdbc;
        this.giveUp = giveUp;
        this.registerCustomer = registerCustomer;
        this.clock = clock;
        this.testClock = testClock;
        this.mvc = mvc;
    }

    @AfterEach
    void nobodyIsRemindedByOtherTests() {
        forms.list(null, true, 0, 1_000).forEach(form -> giveUp.giveUp(form.id(), "tester"));
        testClock.set("2026-11-26T10:00:00+09:00");
    }

    @Test
    void anAcceptedFormIsAnActiveMandateAndWhatWaitedForItGoesOn() {
        var customer = debits.customer();
        var order = debits.order(customer);
        long id = received(customer);

        send.send(id, "tester");
        assertThat(mandates.list(Mandates.Filter.of(customer.value()), null, 0, 9))
                .isEmpty();
        long mandate = accept.accept(id, "tester");

        assertThat(mandates.find(mandate).orElseThrow().state()).isEqualTo(Mandate.State.ACTIVE);
        assertThat(mandates.find(mandate).orElseThrow().maskedNumber()).endsWith("321");
        assertThat(forms.find(id).orElseThrow().state()).isEqualTo(MandateForm.State.ACCEPTED);
        assertThat(jdbc.sql("select by_mandate from receivable where number = ?")
                        .param(order.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aDefectIsATaskAndARightFormClosesIt() {
        var customer = debits.customer();
        long id = received(customer);
        send.send(id, "tester");

        returns.back(id, MandateDefect.SEAL, "tester");

        assertThat(debits.tasks(customer)).containsExactly(MandateFormTask.TYPE);
        var form = forms.find(id).orElseThrow();
        assertThat(form.defect()).isEqualTo(MandateDefect.SEAL);
        assertThat(form.remindOn()).isEqualTo(clock.today().plusDays(14));
        received(customer);
        assertThat(debits.tasks(customer)).isEmpty();
        assertThat(forms.find(id).orElseThrow().state()).isEqualTo(MandateForm.State.REPLACED);
    }

    @Test
    void aFormThatNobodyCanReadNeedsNoAccount() {
        var customer = debits.customer();

        long id = receive.receive(
                new NewMandate(customer.value(), null, null, null, null, null), MandateDefect.INCOMPLETE, "tester");

        assertThat(forms.find(id).orElseThrow().legible()).isFalse();
        assertThat(debits.tasks(customer)).containsExactly(MandateFormTask.TYPE);
        assertThatThrownBy(() ->
                        receive.receive(new NewMandate(customer.value(), null, null, null, null, null), null, "tester"))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void theCustomerIsRemindedByDatesAndInTheEndSomebodyDecides() {
        var customer = debits.customer();
        long id = received(customer);
        returns.back(id, MandateDefect.INCOMPLETE, "tester");
        debits.decide(customer, MandateFormTask.TYPE, "POSTED", "返送しました");

        chase.chase();
        assertThat(forms.find(id).orElseThrow().reminders()).isZero();
        for (int reminder = 1; reminder <= AskForMandateForm.REMINDERS + 1; reminder++) {
            testClock.advance(Duration.ofDays(14));
            chase.chase();
            chase.chase();
            assertThat(forms.find(id).orElseThrow().reminders()).isEqualTo(reminder);
            var open = tasks.about(CustomerSubject.of(customer));
            assertThat(open).hasSize(1);
            if (reminder <= AskForMandateForm.REMINDERS) {
                debits.decide(customer, MandateFormTask.TYPE, "POSTED", "電話しました");
            }
        }

        debits.decide(customer, MandateFormTask.TYPE, "GIVE_UP", "振込でお支払いいただく");

        assertThat(forms.find(id).orElseThrow().state()).isEqualTo(MandateForm.State.GIVEN_UP);
        testClock.advance(Duration.ofDays(30));
        chase.chase();
        assertThat(debits.tasks(customer)).isEmpty();
    }

    @Test
    void aCustomerWithAnAddressIsAskedByMailToo() {
        var customer = registerCustomer.register(CustomerMother.unmistakable("口座", CustomerMother.TOKYO, true));
        long id = received(customer);

        returns.back(id, MandateDefect.NAME, "tester");

        var mail = events.stream(MailRequested.class)
                .filter(sent -> sent.key().equals("mandate-form-defect:" + id + ":0"))
                .findFirst()
                .orElseThrow();
        assertThat(mail.values().get("defect")).isEqualTo("口座名義の相違");
        assertThat(mail.values().get("account")).isNotBlank();
    }

    @Test
    void theApiTellsEachStateAndRefusesAnother() throws UnsupportedEncodingException {
        var customer = debits.customer();
        var answer = exchange(HttpMethod.POST, "", BODY.formatted(customer));
        assertThat(answer).hasStatus(201);
        int id = JsonPath.<Integer>read(answer.getResponse().getContentAsString(), "$.id");

        assertThat(answer.getResponse().getContentAsString())
                .contains("RECEIVED")
                .doesNotContain("7654321");
        assertThat(exchange(HttpMethod.POST, "/" + id + "/send", "")).hasStatusOk();
        assertThat(exchange(HttpMethod.POST, "/" + id + "/send", "")).hasStatus(409);
        assertThat(exchange(HttpMethod.POST, "/" + id + "/defect", "{}")).hasStatus(422);
        assertThat(exchange(HttpMethod.POST, "/" + id + "/defect", "{\"defect\": \"SEAL\"}"))
                .hasStatusOk();
        assertThat(exchange(HttpMethod.POST, "/" + id + "/accept", "")).hasStatus(409);
        assertThat(exchange(HttpMethod.POST, "/" + id + "/give-up", "")).hasStatusOk();
        assertThat(exchange(HttpMethod.POST, "/" + id + "/give-up", "")).hasStatus(409);
        assertThat(exchange(HttpMethod.GET, "/99999999", "")).hasStatus(404);
        assertThat(exchange(HttpMethod.POST, "/99999999/send", "")).hasStatus(404);
    }

    @Test
    void whoHasSentAFormIsNotDeleted() {
        var customer = debits.customer();
        received(customer);

        assertThatThrownBy(() -> deleteCustomer.delete(customer)).isInstanceOf(Refusal.class);
    }

    private long received(CustomerNumber customer) {
        return receive.receive(
                new NewMandate(customer.value(), "0009", "002", "1", "7654321", "ヤマダ ハナコ"), null, "tester");
    }

    private MvcTestResult exchange(HttpMethod method, String path, String body) {
        return mvc.method(method)
                .uri("/api/v1/mandate-forms" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(user("program")
                        .authorities(AuthorityUtils.createAuthorityList(
                                "VIEW", "PERSONAL_VIEW", "MONEY_VIEW", "MONEY_EDIT")))
                .exchange();
    }
}
