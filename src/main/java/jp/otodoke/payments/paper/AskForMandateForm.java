package jp.otodoke.payments.paper;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import jp.otodoke.customers.CustomerSubject;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.platform.mail.MailRequested;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks a customer for a form without defects: by mail where there is an address, and by the letter that goes back with the paper,
 * which is a person's task. Later reminders are a task only where no mail reaches the customer, and after the last one somebody
 * decides whether to go on. Works in the caller's transaction.
 */
@Component
class AskForMandateForm {
    /** After so many reminders somebody decides. */
    static final int REMINDERS = 2;

    private static final int DAYS_BETWEEN = 14;
    private static final String TEMPLATE = "mandate-form-defect";
    private static final Duration TIME_TO_POST = Duration.ofDays(2);

    private final FindCustomer customers;
    private final Inbox inbox;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;
    private final String account;

    /** @param account to which the customer may transfer meanwhile */
    AskForMandateForm(
            FindCustomer customers,
            Inbox inbox,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            BusinessClock clock,
            @Value("${otodoke.transfer.account}") String account) {
        this.customers = customers;
        this.inbox = inbox;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
        this.account = account;
    }

    LocalDate nextDay() {
        return clock.today().plusDays(DAYS_BETWEEN);
    }

    /** For the first time. */
    void ask(MandateForm form) {
        mail(form, 0);
        task(form, 0);
    }

    /** Once more, and again after the same time. */
    void remind(MandateForm form) {
        int reminder = form.reminders() + 1;
        jdbc.sql("update mandate_form set reminders = :reminders, remind_on = :next where id = :id")
                .param("reminders", reminder)
                .param("next", nextDay())
                .param("id", form.id())
                .update();
        if (!mail(form, reminder) || reminder > REMINDERS) {
            task(form, reminder);
        }
    }

    private boolean mail(MandateForm form, int reminder) {
        var customer = customers.find(form.customer()).orElseThrow();
        if (customer.email() == null || reminder > REMINDERS) {
            return false;
        }
        events.publishEvent(new MailRequested(
                TEMPLATE + ":" + form.id() + ":" + reminder,
                customer.email(),
                TEMPLATE,
                null,
                Map.of(
                        "name",
                        customer.name(),
                        "defect",
                        defect(form).japanese(),
                        "account",
                        account,
                        "customer",
                        form.customer().value())));
        return true;
    }

    private void task(MandateForm form, int reminder) {
        inbox.open(NewTask.of(
                        MandateFormTask.TYPE,
                        MandateFormTask.TYPE + ":" + form.id() + ":" + reminder,
                        CustomerSubject.of(form.customer()),
                        BilingualText.of(
                                reminder > REMINDERS
                                        ? "task.mandate-form-defect.reason.last"
                                        : "task.mandate-form-defect.reason",
                                form.customer(),
                                defect(form),
                                reminder))
                .dueAt(clock.instant().plus(TIME_TO_POST)));
    }

    private static BilingualText defect(MandateForm form) {
        return BilingualText.of("mandate-defect." + Objects.requireNonNull(form.defect()));
    }
}
