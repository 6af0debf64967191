package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.shared.OrderNumber;

/** Many orders are paid in full by what one file reports. Published in the same transaction, in place of one event for each. */
public record PaymentsSettled(List<OrderNumber> orderNumbers) {
    List<String> keys() {
        return orderNumbers.stream().map(OrderNumber::value).toList();
    }
}
