package jp.otodoke.documents;

import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.orders.Order;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Refusal;
import org.springframework.stereotype.Component;

/** To whom documents go. */
@Component
class BuyerAddress {
    private final FindCustomer customers;

    BuyerAddress(FindCustomer customers) {
        this.customers = customers;
    }

    /** The buyer by the name of the order, at the address that is known now. */
    Paper.Addressee of(Order order) {
        return new Paper.Addressee(
                order.buyerName(),
                customers
                        .find(order.customerNumber())
                        .map(CustomerSummary::address)
                        .orElse(null));
    }

    /** @throws Refusal if there is no such customer */
    Paper.Addressee of(CustomerNumber number) {
        var customer = customers.find(number).orElseThrow(() -> Refusal.notFound("customer.refused.unknown", number));
        return new Paper.Addressee(customer.name(), customer.address());
    }
}
