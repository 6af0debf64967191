package jp.otodoke.fulfilment;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.otodoke.customers.AddressCheck;
import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.customers.PostalCodes;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.orders.Differences;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.orders.ReviewReasons;
import jp.otodoke.orders.ReviewReasons.ReviewReason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads the information needed to review an order. */
@Component
public class LoadReviewCase {
    private final ReviewReasons reviewReasons;
    private final FindOrder orders;
    private final FindCustomer customers;
    private final AddressCheck addressCheck;
    private final PostalCodes postalCodes;
    private final OrderExcerpts excerpts;

    LoadReviewCase(
            ReviewReasons reviewReasons,
            FindOrder orders,
            FindCustomer customers,
            AddressCheck addressCheck,
            PostalCodes postalCodes,
            OrderExcerpts excerpts) {
        this.reviewReasons = reviewReasons;
        this.orders = orders;
        this.customers = customers;
        this.addressCheck = addressCheck;
        this.postalCodes = postalCodes;
        this.excerpts = excerpts;
    }

    /** Empty for tasks of other kinds. */
    @Transactional(readOnly = true)
    public Optional<ReviewCase> of(OpenTask task) {
        return task.type().equals(ReviewOrderTask.TYPE)
                ? OrderSubject.in(task).stream()
                        .findFirst()
                        .flatMap(orders::find)
                        .map(this::of)
                : Optional.empty();
    }

    private ReviewCase of(Order order) {
        var found = reviewReasons.of(order.number());
        var customer = customers.find(order.customerNumber()).orElse(null);
        return new ReviewCase(
                found.stream().map(ReviewReason::code).toList(),
                hasReason(found, "ADDRESS") ? addressMismatches(order, customer) : List.of(),
                order.customerNumber(),
                hasReason(found, "ATTENTION_CUSTOMER") && customer != null ? customer.attentionNote() : null,
                hasReason(found, "REMARK") ? order.note() : null,
                found.stream()
                        .flatMap(reason -> reason.repeated().stream())
                        .findFirst()
                        .flatMap(orders::find)
                        .map(other -> repeated(order, other))
                        .orElse(null));
    }

    private static boolean hasReason(List<ReviewReason> found, String code) {
        return found.stream().anyMatch(reason -> reason.code().equals(code));
    }

    private List<ReviewCase.AddressMismatch> addressMismatches(Order order, @Nullable CustomerSummary customer) {
        var destinations = order.destinations();
        return IntStream.range(0, destinations.size())
                .filter(destination -> addressCheck
                        .problem(destinations.get(destination).address())
                        .isPresent())
                .mapToObj(destination -> {
                    var address = destinations.get(destination).address();
                    return new ReviewCase.AddressMismatch(
                            destination + 1,
                            destinations.size() > 1,
                            destinations.get(destination),
                            postalCodes.find(address.postalCode()),
                            postalCodes.around(address),
                            customer != null && customer.address().equals(address));
                })
                .toList();
    }

    private ReviewCase.RepeatedOrder repeated(Order order, Order other) {
        var both = excerpts.of(List.of(order.number(), other.number()));
        var mine = both.get(0).head().number().equals(order.number()) ? 0 : 1;
        return new ReviewCase.RepeatedOrder(
                both.get(mine),
                both.get(1 - mine),
                Differences.between(order, other),
                Duration.between(other.orderedAt(), order.orderedAt()).abs().toMinutes(),
                new ReviewCase.Seen(order.channel(), other.channel(), order.note(), other.note()));
    }
}
