package jp.otodoke.orders;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.PriorityFactors;
import jp.otodoke.inbox.Subject;
import jp.otodoke.inbox.SubjectLine;
import jp.otodoke.inbox.TaskSubject;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;

/** Orders as task subjects, with their value, the persons concerned, and whether a customer needs special care. */
@Component
public class OrderSubject implements TaskSubject {
    public static final String KIND = Subject.ORDER;

    private final FindOrder orders;
    private final FindCustomer customers;

    OrderSubject(FindOrder orders, FindCustomer customers) {
        this.orders = orders;
        this.customers = customers;
    }

    public static Subject of(OrderNumber orderNumber) {
        return new Subject(KIND, orderNumber.value());
    }

    public static List<Subject> all(Collection<OrderNumber> orderNumbers) {
        return orderNumbers.stream().distinct().map(OrderSubject::of).toList();
    }

    /** The orders that the task is about. */
    public static List<OrderNumber> in(OpenTask task) {
        return numbers(task.keys(KIND));
    }

    /** The orders that some tasks are about, each once. */
    public static List<OrderNumber> in(Collection<OpenTask> tasks) {
        return tasks.stream().flatMap(task -> in(task).stream()).distinct().toList();
    }

    private static List<OrderNumber> numbers(Collection<String> keys) {
        return keys.stream().map(OrderNumber::of).toList();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String page(String key) {
        return "/orders/" + key;
    }

    @Override
    public Optional<CustomerNumber> customerOf(String key) {
        return orders.find(OrderNumber.of(key)).map(Order::customerNumber);
    }

    @Override
    public boolean findable() {
        return true;
    }

    @Override
    public boolean leading() {
        return true;
    }

    @Override
    public Map<String, SubjectLine> lines(Collection<String> keys) {
        var lines = new LinkedHashMap<String, SubjectLine>();
        orders.all(numbers(keys))
                .forEach(order -> lines.put(
                        order.number().value(),
                        new SubjectLine(
                                BilingualText.asWritten(order.number().value()),
                                page(order.number().value()),
                                order.buyerName())));
        return lines;
    }

    @Override
    public PriorityFactors factors(Collection<String> keys) {
        var concerned = orders.all(numbers(keys));
        return new PriorityFactors(
                Yen.sum(concerned, order -> order.totals().total()),
                concerned.stream()
                        .map(Order::customerNumber)
                        .distinct()
                        .flatMap(number -> customers.find(number).stream())
                        .anyMatch(CustomerSummary::attention),
                concerned.stream()
                        .flatMap(OrderSubject::persons)
                        .filter(written -> !written.isBlank())
                        .distinct()
                        .toList());
    }

    private static Stream<String> persons(Order order) {
        return Stream.concat(
                Stream.of(order.buyerName(), order.buyerKana(), order.buyerPhone()),
                order.destinations().stream().flatMap(d -> Stream.of(d.name(), d.kana(), d.phone())));
    }
}
