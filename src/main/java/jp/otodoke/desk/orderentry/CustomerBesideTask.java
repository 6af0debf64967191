package jp.otodoke.desk.orderentry;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.TaskPanel;
import jp.otodoke.inbox.TaskSidePanel;
import jp.otodoke.inbox.TaskSubjects;
import jp.otodoke.staff.AuditTrail;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows the customer whom a task or its first order concerns; that somebody has seen the customer is recorded. */
@Component
@Order(10)
class CustomerBesideTask implements TaskSidePanel {
    private final TaskSubjects subjects;
    private final FindCustomer customers;
    private final CustomerFigures figures;
    private final AuditTrail audit;

    CustomerBesideTask(TaskSubjects subjects, FindCustomer customers, CustomerFigures figures, AuditTrail audit) {
        this.subjects = subjects;
        this.customers = customers;
        this.figures = figures;
        this.audit = audit;
    }

    @Override
    public List<TaskPanel> of(OpenTask task) {
        return Stream.concat(Stream.of(task.subject()), task.subjects().stream())
                .flatMap(subject -> subjects.customerOf(subject).stream())
                .findFirst()
                .flatMap(customers::find)
                .map(customer -> {
                    audit.record(
                            "customer-seen",
                            customer.number().value(),
                            task.shown().key());
                    return new TaskPanel(
                            "desk/task-customer",
                            Map.of("customer", customer, "figures", figures.of(customer.number())),
                            false);
                })
                .stream()
                .toList();
    }
}
