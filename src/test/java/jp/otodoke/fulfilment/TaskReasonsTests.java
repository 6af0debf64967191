package jp.otodoke.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Supplier;
import jp.otodoke.ModuleTest;
import jp.otodoke.inbox.ProcessTaskKind;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.BilingualText;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.transaction.support.TransactionTemplate;

/** Every task that a diagram asks for says why it is there, in both languages, whatever its cause. */
@ModuleTest
class TaskReasonsTests {
    private static final String JAPANESE = "(?s).*[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}].*";

    private final Walk walk;
    private final List<ProcessTaskKind> kinds;
    private final CheckOrder checkOrder;
    private final TransactionTemplate transaction;

    @Autowired
    TaskReasonsTests(
            AutowireCapableBeanFactory beans,
            List<ProcessTaskKind> kinds,
            CheckOrder checkOrder,
            TransactionTemplate transaction) {
        this.walk = beans.createBean(Walk.class);
        this.kinds = kinds;
        this.checkOrder = checkOrder;
        this.transaction = transaction;
    }

    @BeforeEach
    void morning() {
        walk.morning();
    }

    @Test
    void everyTaskOfAnOrderHasItsReasonInEnglish() throws IOException {
        var order = walk.place(OrderMother.of(walk.article(1), 1));
        var types = userTasks("order");
        // Its reason is what the review found, below.
        types.remove("review-order");
        for (var type : types) {
            for (var method : PaymentMethod.values()) {
                saysWhy(
                        type + " " + method,
                        reasonAfter(
                                () -> walk.corrupt.paymentMethod(order.value(), method), "order", type, order.value()));
            }
        }
    }

    @Test
    void everyReasonOfTheReviewPolicyIsShownInEnglish() {
        var order = walk.place(OrderMother.of(walk.article(1), 1));
        for (var code : List.of(
                "ATTENTION_CUSTOMER",
                "COD_AMOUNT",
                "REMARK",
                "REPEATED",
                "FIRST_ORDER",
                "FIRST_WITH_METHOD",
                "A_LATER_RULE")) {
            saysWhy(code, undone(() -> {
                walk.corrupt.orderUnchecked(order.value());
                checkOrder.check(order, known -> List.of(code));
                return reason("order", "review-order", order.value());
            }));
        }
    }

    @Test
    void everyTaskOfAParcelHasItsReasonInEnglishInEveryState() throws IOException {
        var parcel = shipped();
        for (var type : userTasks("shipment")) {
            for (var status : ShipmentStatus.values()) {
                saysWhy(
                        type + " " + status,
                        reasonAfter(() -> walk.corrupt.shipmentStatus(parcel, status), "shipment", type, parcel));
            }
            for (var answer : CancelResult.values()) {
                saysWhy(
                        type + " " + answer,
                        reasonAfter(() -> walk.corrupt.cancelResult(parcel, answer), "shipment", type, parcel));
            }
        }
    }

    /** None reads as one whose cause is not known. */
    @Test
    void everyDeliveryExceptionOfTheCarrierHasItsOwnText() {
        var parcel = shipped();
        var said = new TreeSet<String>();
        for (var trouble : TrackingEvent.Kind.values()) {
            if (trouble.deliveryException()) {
                var reason = reasonAfter(
                        () -> walk.corrupt.deliveryException(parcel, trouble), "shipment", "delivery-trouble", parcel);
                saysWhy(trouble.name(), reason);
                assertThat(said.add(reason.english())).as(reason.english()).isTrue();
            }
        }
        assertThat(said).noneMatch(text -> text.contains("not known"));
    }

    private String shipped() {
        return walk.parcel(walk.shipped(OrderMother.of(walk.article(10), 1)))
                .number()
                .value();
    }

    private BilingualText reasonAfter(Runnable corrupt, String process, String type, String key) {
        return undone(() -> {
            corrupt.run();
            return reason(process, type, key);
        });
    }

    /** Nothing spoilt is left to others. */
    private BilingualText undone(Supplier<BilingualText> look) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return look.get();
        }));
    }

    private static void saysWhy(String what, BilingualText reason) {
        assertThat(reason.in(Locale.JAPANESE)).as(what).matches(JAPANESE);
        assertThat(reason.in(Locale.ENGLISH)).as(what).isNotBlank().doesNotMatch(JAPANESE);
    }

    private BilingualText reason(String process, String type, String key) {
        return kinds.stream()
                .filter(kind -> kind.type().equals(type))
                .findFirst()
                .orElseThrow()
                .about(key)
                .reason()
                .full();
    }

    private static List<String> userTasks(String process) throws IOException {
        var tasks = new ArrayList<String>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/**/*.bpmn")) {
            var model = Bpmn.readModelFromStream(file.getInputStream());
            if (Objects.equals(
                    model.getModelElementsByType(Process.class)
                            .iterator()
                            .next()
                            .getId(),
                    process)) {
                model.getModelElementsByType(UserTask.class).forEach(task -> tasks.add(task.getId()));
            }
        }
        assertThat(tasks).isNotEmpty();
        return tasks;
    }
}
