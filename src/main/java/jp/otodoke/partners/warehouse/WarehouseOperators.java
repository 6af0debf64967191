package jp.otodoke.partners.warehouse;

import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the partner that runs a warehouse; the first operator in order that does. */
@Component
class WarehouseOperators {
    private final List<WarehouseOperator> all;

    WarehouseOperators(List<WarehouseOperator> operators) {
        all = List.copyOf(operators);
    }

    String partnerOf(String warehouse) {
        return all.stream()
                .filter(operator -> operator.runs().test(warehouse))
                .map(WarehouseOperator::partner)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No partner runs the warehouse " + warehouse));
    }
}
