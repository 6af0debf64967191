package jp.otodoke.fulfilment.process;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import jp.otodoke.fulfilment.CheckOrder;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/**
 * The decision table that selects orders for manual review. Many orders share the same inputs, so its results are
 * cached for a minute; a new version therefore takes effect on all nodes within a minute.
 */
@Component
class ReviewPolicy implements Function<CheckOrder.Inputs, Collection<String>> {
    static final String TABLE = "order-review";

    private final DecisionService decisions;
    private final Cache<CheckOrder.Inputs, List<String>> answers = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    ReviewPolicy(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public Collection<String> apply(CheckOrder.Inputs inputs) {
        return answers.get(inputs, this::decide);
    }

    private List<String> decide(CheckOrder.Inputs inputs) {
        return decisions.evaluateDecisionTableByKey(TABLE, inputs.asMap()).collectEntries("reason");
    }
}
