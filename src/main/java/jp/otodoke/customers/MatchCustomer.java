package jp.otodoke.customers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import jp.otodoke.platform.data.NameLocks;
import jp.otodoke.shared.CustomerNumber;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the customers that persons already are, by the rules for duplicates, or registers new ones. */
@Service
public class MatchCustomer {
    private static final int NAMES = 1000;

    private final NameLocks locks;
    private final Customers customers;
    private final ChangeCustomer changeCustomer;
    private final Duplicates duplicates;
    private final CustomerCheck check;
    private final RegisterCustomer registerCustomer;

    MatchCustomer(
            NameLocks locks,
            Customers customers,
            ChangeCustomer changeCustomer,
            Duplicates duplicates,
            CustomerCheck check,
            RegisterCustomer registerCustomer) {
        this.locks = locks;
        this.customers = customers;
        this.changeCustomer = changeCustomer;
        this.duplicates = duplicates;
        this.check = check;
        this.registerCustomer = registerCustomer;
    }

    /** @return the number of the existing or the new customer */
    @Transactional
    public CustomerNumber matchOrRegister(NewCustomer customer) {
        return matchOrRegister(List.of(customer)).get(0);
    }

    /** @return the numbers of the existing or the new customers, in the order of the persons */
    @Transactional
    public List<CustomerNumber> matchOrRegister(List<NewCustomer> persons) {
        persons.forEach(check::require);
        var known = new TreeMap<>(duplicates.first(persons));
        welcome(known.values());
        var unknown = IntStream.range(0, persons.size())
                .filter(i -> !known.containsKey(i))
                .boxed()
                .toList();
        if (!unknown.isEmpty()) {
            var numbers = registerOnce(unknown.stream().map(persons::get).toList());
            for (int i = 0; i < unknown.size(); i++) {
                known.put(unknown.get(i), numbers.get(i));
            }
        }
        return List.copyOf(known.values());
    }

    /** The numbers of those who are customers already, in the order of the persons; nobody is registered. */
    @Transactional(readOnly = true)
    public List<Optional<CustomerNumber>> known(List<NewCustomer> persons) {
        persons.forEach(check::require);
        var known = duplicates.first(persons);
        return IntStream.range(0, persons.size())
                .mapToObj(i -> Optional.ofNullable(known.get(i)))
                .toList();
    }

    /** A customer who orders is not dormant. */
    private void welcome(Collection<CustomerNumber> numbers) {
        customers.findAllById(new HashSet<>(numbers)).stream()
                .filter(Customer::dormant)
                .forEach(known ->
                        changeCustomer.change(known.number(), known.data().with(CustomerState.ACTIVE), null));
    }

    /** Two simultaneous orders of one new person must not create two customers. */
    private List<CustomerNumber> registerOnce(List<NewCustomer> persons) {
        locks.lock(NAMES, persons.stream().map(p -> SearchKeys.name(p.name())).toList());
        var known = duplicates.first(persons);
        var block = new NewPersons();
        var numbers = new ArrayList<Supplier<CustomerNumber>>();
        for (int i = 0; i < persons.size(); i++) {
            var person = persons.get(i);
            var number = known.get(i);
            if (number == null && block.mayHold(person)) {
                block.register();
                number = duplicates.first(person).orElse(null);
            }
            var found = number;
            numbers.add(found == null ? block.add(person) : () -> found);
        }
        block.register();
        return numbers.stream().map(Supplier::get).toList();
    }

    /** Persons to be registered together, as long as none of them can be another. */
    private final class NewPersons {
        private final List<NewCustomer> waiting = new ArrayList<>();
        private final List<CustomerNumber> numbers = new ArrayList<>();
        private final Set<String> names = new HashSet<>();

        /** No rule matches persons who share neither the name nor its kana. */
        private boolean mayHold(NewCustomer person) {
            return keys(person).stream().anyMatch(names::contains);
        }

        /** @return the number, once all are registered */
        private Supplier<CustomerNumber> add(NewCustomer person) {
            int place = numbers.size() + waiting.size();
            waiting.add(person);
            names.addAll(keys(person));
            return () -> numbers.get(place);
        }

        private void register() {
            if (!waiting.isEmpty()) {
                numbers.addAll(registerCustomer.register(waiting));
                waiting.clear();
            }
        }

        private static List<String> keys(NewCustomer person) {
            var kana = SearchKeys.kana(person.kana());
            var name = "name " + SearchKeys.name(person.name());
            return kana.isEmpty() ? List.of(name) : List.of(name, "kana " + kana);
        }
    }
}
