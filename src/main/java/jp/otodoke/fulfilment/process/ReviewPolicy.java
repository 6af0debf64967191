package jp.otodoke.fulfilment.process;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jp.otodoke.fulfilment.CheckOrder;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.workflow.DecisionCheck;
import jp.otodoke.workflow.DecisionRules;
import org.springframework.stereotype.Component;

/**
 * The decision table that selects orders for manual review. Many orders share the same inputs, so its results are
 * cached for a minute; a new version therefore takes effect on all nodes within a minute.
 */
@Component
class ReviewPolicy implements Function<CheckOrder.Inputs, Collection<String>> {
    static final String TABLE = "order-review";

    private static final String REASON = "reason";

    private final DecisionRules rules;
    private final Cache<CheckOrder.Inputs, List<String>> answers = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    ReviewPolicy(DecisionRules rules) {
        this.rules = rules;
        rules.check(TABLE, new NamedInRules());
    }

    @Override
    public Collection<String> apply(CheckOrder.Inputs inputs) {
        return answers.get(inputs, this::decide);
    }

    private List<String> decide(CheckOrder.Inputs inputs) {
        return rules.collect(TABLE, inputs.asMap(), REASON);
    }

    private static final class NamedInRules implements DecisionCheck {
        @Override
        public Set<String> names() {
            return CheckOrder.Inputs.names();
        }

        @Override
        public Set<String> outputs() {
            return Set.of(REASON);
        }

        @Override
        public Optional<BilingualText> problem(String column, String value) {
            return column.equals("method")
                            && Arrays.stream(PaymentMethod.values())
                                    .noneMatch(method -> method.name().equals(value))
                    ? Optional.of(BilingualText.of("review.rule.unknown.method", value))
                    : Optional.empty();
        }
    }
}
