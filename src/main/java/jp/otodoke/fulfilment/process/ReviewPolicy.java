package jp.otodoke.fulfilment.process;

import java.util.Collection;
import java.util.function.Function;
import jp.otodoke.fulfilment.CheckOrder;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** The decision table that says which orders a person has to look at. */
@Component
class ReviewPolicy implements Function<CheckOrder.Facts, Collection<String>> {
    static final String TABLE = "order-review";

    private final DecisionService decisions;

    ReviewPolicy(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public Collection<String> apply(CheckOrder.Facts facts) {
        return decisions.evaluateDecisionTableByKey(TABLE, facts.asMap()).collectEntries("doubt");
    }
}
