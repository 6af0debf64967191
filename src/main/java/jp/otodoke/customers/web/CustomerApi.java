package jp.otodoke.customers.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.otodoke.customers.ChangeCustomer;
import jp.otodoke.customers.CustomerBalance;
import jp.otodoke.customers.CustomerPoints;
import jp.otodoke.customers.CustomerState;
import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.customers.RegisterCustomer;
import jp.otodoke.customers.ViewCustomer;
import jp.otodoke.customers.sql.CustomerSearch;
import jp.otodoke.platform.web.PageQuery;
import jp.otodoke.platform.web.Paged;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** Customers for other programs. */
@RestController
@RequestMapping("/api/v1/customers")
class CustomerApi {
    private final CustomerSearch search;
    private final ViewCustomer viewCustomer;
    private final RegisterCustomer registerCustomer;
    private final ChangeCustomer changeCustomer;
    private final CustomerInput input;
    private final ObjectProvider<CustomerBalance> balances;
    private final TermsInput terms;
    private final ObjectProvider<CustomerPoints> points;
    private final ObjectMapper json;

    CustomerApi(
            CustomerSearch search,
            ViewCustomer viewCustomer,
            RegisterCustomer registerCustomer,
            ChangeCustomer changeCustomer,
            CustomerInput input,
            ObjectProvider<CustomerBalance> balances,
            TermsInput terms,
            ObjectProvider<CustomerPoints> points,
            ObjectMapper json) {
        this.search = search;
        this.viewCustomer = viewCustomer;
        this.registerCustomer = registerCustomer;
        this.changeCustomer = changeCustomer;
        this.input = input;
        this.balances = balances;
        this.terms = terms;
        this.points = points;
        this.json = json;
    }

    @GetMapping
    Paged<CustomerJson> list(
            @RequestParam @Nullable String q, @RequestParam @Nullable CustomerState state, PageQuery page) {
        var sort = page.sort(CustomerSearch.sorts(), "number");
        var found = search.find(q, state, sort.field(), sort.down(), page.number(), page.size(), Long.MAX_VALUE);
        var numbers = found.customers().stream().map(CustomerSummary::number).toList();
        var balances = balances(numbers);
        var had = points(numbers);
        var agreed = terms.of(numbers);
        return Paged.of(
                found.customers().stream()
                        .map(card -> CustomerJson.of(
                                        card,
                                        balances.getOrDefault(card.number(), Yen.ZERO),
                                        had.getOrDefault(card.number(), Yen.ZERO))
                                .with(agreed.get(card.number())))
                        .toList(),
                page,
                found.total());
    }

    @GetMapping("/{number}")
    CustomerJson show(@PathVariable CustomerNumber number) {
        return CustomerJson.of(
                        viewCustomer.open(number).card(),
                        balances(List.of(number)).getOrDefault(number, Yen.ZERO),
                        points(List.of(number)).getOrDefault(number, Yen.ZERO))
                .with(terms.of(number).orElse(null));
    }

    private Map<CustomerNumber, Yen> balances(List<CustomerNumber> customers) {
        return balances.stream()
                .flatMap(source -> source.of(customers).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Yen::plus));
    }

    private Map<CustomerNumber, Yen> points(List<CustomerNumber> customers) {
        return points.stream()
                .flatMap(source -> source.of(customers).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Yen::plus));
    }

    @PostMapping
    ResponseEntity<CustomerJson> register(@RequestBody CustomerJson body) {
        var asked = terms.read(body.creditLimit(), body.closingDay(), Optional.empty());
        var number = registerCustomer.register(input.read(body, null));
        if (asked.isPresent()) {
            terms.agree(number, asked);
        }
        return ResponseEntity.created(URI.create("/api/v1/customers/" + number)).body(show(number));
    }

    /** Only what is sent changes; null empties a field. */
    @PatchMapping("/{number}")
    CustomerJson change(@PathVariable CustomerNumber number, @RequestBody ObjectNode changes) {
        var before = viewCustomer.open(number);
        var agreed = terms.of(number);
        var wanted = merged(CustomerJson.of(before.card()).with(agreed.orElse(null)), changes);
        var asked = terms.read(wanted.creditLimit(), wanted.closingDay(), agreed);
        changeCustomer.change(number, input.read(wanted, before.data()), before.version());
        if (!asked.equals(agreed)) {
            terms.agree(number, asked);
        }
        return show(number);
    }

    private CustomerJson merged(CustomerJson before, ObjectNode changes) {
        ObjectNode whole = json.valueToTree(before);
        changes.properties().forEach(change -> {
            if (change.getValue() instanceof ObjectNode part && whole.get(change.getKey()) instanceof ObjectNode old) {
                old.setAll(part);
            } else {
                whole.set(change.getKey(), change.getValue());
            }
        });
        try {
            return json.treeToValue(whole, CustomerJson.class);
        } catch (JacksonException wrongType) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, wrongType.getOriginalMessage(), wrongType);
        }
    }
}
