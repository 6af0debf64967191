package jp.otodoke.customers.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.otodoke.customers.TradeTerms;
import jp.otodoke.customers.TradeTerms.Terms;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads the terms of a customer who buys on account from what another program sends, and has them agreed on. */
@Component
class TermsInput {
    private static final long MOST = 9_999_999_999L;
    private static final int LAST_DAY = 31;

    private final ObjectProvider<TradeTerms> terms;

    TermsInput(ObjectProvider<TradeTerms> terms) {
        this.terms = terms;
    }

    /**
     * The terms sent, the end of the month where no closing day is given; empty without a limit.
     *
     * @throws InvalidInput if the limit or the day is out of bounds
     * @throws Refusal if they differ from what is agreed and who asks may not agree on that
     */
    Optional<Terms> read(@Nullable Long limit, @Nullable Integer closingDay, Optional<Terms> before) {
        if (limit == null) {
            if (closingDay != null && before.isEmpty()) {
                throw problem("creditLimit", "required");
            }
            return permitted(Optional.empty(), before);
        }
        if (limit < 0 || limit > MOST) {
            throw problem("creditLimit", "invalid");
        }
        int day = Objects.requireNonNullElse(closingDay, LAST_DAY);
        if (day < 1 || day > LAST_DAY) {
            throw problem("closingDay", "invalid");
        }
        return permitted(Optional.of(new Terms(Yen.of(limit), day)), before);
    }

    private Optional<Terms> permitted(Optional<Terms> asked, Optional<Terms> before) {
        if (!asked.equals(before) && !terms.stream().allMatch(TradeTerms::mayChange)) {
            throw Refusal.forbidden("customer.terms.forbidden");
        }
        return asked;
    }

    Optional<Terms> of(CustomerNumber customer) {
        return Optional.ofNullable(of(List.of(customer)).get(customer));
    }

    Map<CustomerNumber, Terms> of(List<CustomerNumber> customers) {
        return terms.stream().findFirst().map(source -> source.of(customers)).orElseGet(Map::of);
    }

    void agree(CustomerNumber customer, Optional<Terms> asked) {
        terms.forEach(source -> source.change(customer, asked.orElse(null)));
    }

    private static InvalidInput problem(String field, String code) {
        return new InvalidInput(field, code, BilingualText.of("customer.problem." + field + "." + code));
    }
}
