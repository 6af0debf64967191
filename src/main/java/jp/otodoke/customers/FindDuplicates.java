package jp.otodoke.customers;

import java.util.LinkedHashMap;
import java.util.List;
import jp.otodoke.shared.CustomerNumber;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows whom a new person may already be, by the rules for duplicates; a person decides. */
@Service
public class FindDuplicates {
    private final Duplicates duplicates;
    private final FindCustomer customers;

    FindDuplicates(Duplicates duplicates, FindCustomer customers) {
        this.duplicates = duplicates;
        this.customers = customers;
    }

    /** @param rule by which they match, the strongest if several do */
    public record Candidate(CustomerSummary customer, String rule) {}

    @Transactional(readOnly = true)
    public List<Candidate> of(NewCustomer person) {
        var rules = new LinkedHashMap<CustomerNumber, DuplicateRule>();
        duplicates.all(person).forEach(hit -> rules.putIfAbsent(hit.number(), hit.rule()));
        return rules.entrySet().stream()
                .flatMap(found ->
                        customers
                                .find(found.getKey())
                                .map(c -> new Candidate(c, found.getValue().name()))
                                .stream())
                .toList();
    }
}
