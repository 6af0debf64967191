package jp.otodoke.payments;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.otodoke.customers.CorrectEmail;
import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskField;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.orders.Timeline;
import jp.otodoke.platform.mail.MailRequested;
import jp.otodoke.platform.personal.PersonalView;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * A customer without e-mail address is to be told something: by telephone or letter, of which the order's history keeps
 * what was said, or by mail to an address that the customer has given meanwhile.
 */
@Component
class TellCustomerTask implements TaskKind {
    static final String TYPE = "tell-customer";

    private static final String CALLED = "CALLED";
    private static final String MAIL = "MAIL";
    private static final String POSTED = "POSTED";
    private static final String EMAIL = "email";
    private static final String SAVE = "saveAddress";
    private static final String TEXT = "mailText";
    private static final String TEMPLATE = "message-from-staff";

    private final Tasks tasks;
    private final CustomerNoticeTexts texts;
    private final FindOrder orders;
    private final FindCustomer customers;
    private final CorrectEmail correctEmail;
    private final CurrentStaff staff;
    private final PersonalView personal;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    TellCustomerTask(
            Tasks tasks,
            CustomerNoticeTexts texts,
            FindOrder orders,
            FindCustomer customers,
            CorrectEmail correctEmail,
            CurrentStaff staff,
            PersonalView personal,
            Timeline timeline,
            ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.texts = texts;
        this.orders = orders;
        this.customers = customers;
        this.correctEmail = correctEmail;
        this.staff = staff;
        this.personal = personal;
        this.timeline = timeline;
        this.events = events;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subjectKind() {
        return OrderSubject.KIND;
    }

    @Override
    public StaffGroup group() {
        return StaffGroup.ORDERS;
    }

    @Override
    public List<String> decisions() {
        return List.of(CALLED, POSTED, MAIL);
    }

    @Override
    public List<TaskField> fields(String decision) {
        return decision.equals(MAIL)
                ? Stream.of(
                                TaskField.required(EMAIL, TaskField.Kind.EMAIL),
                                TaskField.optional(SAVE, TaskField.Kind.CHECK),
                                TaskField.required(TEXT, TaskField.Kind.LONG_TEXT))
                        .filter(field -> !field.name().equals(SAVE) || CorrectEmail.may(staff))
                        .toList()
                : List.of();
    }

    @Override
    public Map<String, String> proposedValues(OpenTask task, String decision) {
        return Map.of(
                EMAIL,
                address(task).orElse(""),
                TEXT,
                texts.of(tasks.key(task.id())).map(TellCustomerTask::framed).orElse(""));
    }

    /** The customer's record may have an address by now. */
    private Optional<String> address(OpenTask task) {
        return personal.may()
                ? customers.find(orders.get(order(task)).customerNumber()).map(CustomerSummary::email)
                : Optional.empty();
    }

    private static String framed(String text) {
        return BilingualText.of("mail.message-from-staff.text", text).japanese();
    }

    /** It is the only record of what the customer was told. */
    @Override
    public boolean commentRequired(String decision) {
        return !decision.equals(MAIL);
    }

    /** Each customer is told something else. */
    @Override
    public boolean manyAtOnce() {
        return false;
    }

    @Override
    public void decide(TaskDecision decision) {
        if (decision.code().equals(MAIL)) {
            send(decision);
        }
        texts.remove(tasks.key(decision.task().id()));
    }

    private void send(TaskDecision decision) {
        var order = orders.get(order(decision.task()));
        var text = decision.input(TEXT);
        if (decision.ticked(SAVE)) {
            correctEmail.correct(order.customerNumber(), decision.input(EMAIL));
        }
        events.publishEvent(new MailRequested(
                TEMPLATE + ":" + decision.task().id(),
                decision.input(EMAIL),
                TEMPLATE,
                order.number(),
                Map.of("name", order.buyerName(), "orderNumber", order.number().value(), "text", text)));
        timeline.add(order.number(), "MAILED", BilingualText.of("timeline.told-by-mail", text), decision.staff());
    }

    private static OrderNumber order(OpenTask task) {
        return OrderNumber.of(task.subject().key());
    }
}
