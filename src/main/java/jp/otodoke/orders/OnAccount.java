package jp.otodoke.orders;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.otodoke.customers.MatchCustomer;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.FieldProblem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Orders on account are accepted of customers who have agreed on terms, whether an order names them or describes them. */
@Component
class OnAccount {
    private final ObjectProvider<AccountCustomers> accounts;
    private final MatchCustomer matching;

    OnAccount(ObjectProvider<AccountCustomers> accounts, MatchCustomer matching) {
        this.accounts = accounts;
        this.matching = matching;
    }

    /** Those of the orders on account whose customers may not buy so. */
    Set<NewOrder> refused(Collection<NewOrder> orders) {
        var asked = orders.stream()
                .filter(order -> order.payment().method() == PaymentMethod.INVOICE)
                .toList();
        if (asked.isEmpty() || accounts.stream().findAny().isEmpty()) {
            return Set.of();
        }
        var customers = customers(asked);
        var allowed = allowed(customers.stream().flatMap(Optional::stream).toList());
        return IntStream.range(0, asked.size())
                .filter(n -> customers.get(n).filter(allowed::contains).isEmpty())
                .mapToObj(asked::get)
                .collect(Collectors.toCollection(() -> Collections.newSetFromMap(new IdentityHashMap<>())));
    }

    boolean allowed(CustomerNumber customer) {
        return accounts.stream().findAny().isEmpty()
                || allowed(List.of(customer)).contains(customer);
    }

    static FieldProblem problem() {
        return new FieldProblem("payment.method", "without-terms", BilingualText.of("order.problem.without-terms"));
    }

    private Set<CustomerNumber> allowed(Collection<CustomerNumber> customers) {
        return accounts.stream()
                .flatMap(source -> source.among(customers).stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Empty for persons who are not known. */
    private List<Optional<CustomerNumber>> customers(List<NewOrder> orders) {
        var persons = orders.stream()
                .map(NewOrder::buyer)
                .filter(NewOrder.Person.class::isInstance)
                .map(buyer -> ((NewOrder.Person) buyer).customer())
                .toList();
        var known = matching.known(persons).iterator();
        Function<NewOrder, Optional<CustomerNumber>> customer =
                order -> order.buyer() instanceof NewOrder.Known named ? Optional.of(named.number()) : known.next();
        return orders.stream().map(customer).toList();
    }
}
