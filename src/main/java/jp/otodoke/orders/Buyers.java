package jp.otodoke.orders;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.customers.MatchCustomer;
import jp.otodoke.customers.ValidateCustomer;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.FieldProblem;
import org.springframework.stereotype.Component;

/** Finds the customers who buy: those named by their numbers, and persons, who are matched or registered. */
@Component
class Buyers {
    private final FindCustomer customers;
    private final MatchCustomer matching;
    private final ValidateCustomer validation;

    Buyers(FindCustomer customers, MatchCustomer matching, ValidateCustomer validation) {
        this.customers = customers;
        this.matching = matching;
        this.validation = validation;
    }

    /** Those of the orders that name their customer. */
    Map<CustomerNumber, CustomerSummary> known(Collection<NewOrder> orders) {
        return customers.all(orders.stream()
                .map(NewOrder::buyer)
                .filter(NewOrder.Known.class::isInstance)
                .map(buyer -> ((NewOrder.Known) buyer).number())
                .distinct()
                .toList());
    }

    List<FieldProblem> problems(NewOrder.Buyer buyer, Map<CustomerNumber, CustomerSummary> known) {
        if (buyer instanceof NewOrder.Person person) {
            return validation.of(person.customer()).stream()
                    .map(p -> p.at("customer." + p.field()))
                    .toList();
        }
        var number = ((NewOrder.Known) buyer).number();
        return known.containsKey(number)
                ? List.of()
                : List.of(new FieldProblem(
                        "customer.number", "unknown", BilingualText.of("order.problem.customer.unknown", number)));
    }

    /**
     * The customer of each order, with persons matched or registered.
     *
     * @param buyers without problems
     */
    List<CustomerSummary> of(List<NewOrder.Buyer> buyers, Map<CustomerNumber, CustomerSummary> known) {
        var persons = buyers.stream()
                .filter(NewOrder.Person.class::isInstance)
                .map(buyer -> ((NewOrder.Person) buyer).customer())
                .toList();
        if (persons.isEmpty()) {
            return buyers.stream()
                    .map(buyer -> known.get(((NewOrder.Known) buyer).number()))
                    .toList();
        }
        var matched = matching.matchOrRegister(persons);
        var cards = customers.all(matched);
        var numbers = matched.iterator();
        var found = new ArrayList<CustomerSummary>();
        for (var buyer : buyers) {
            found.add(buyer instanceof NewOrder.Known named ? known.get(named.number()) : cards.get(numbers.next()));
        }
        return found;
    }
}
