package jp.otodoke.dunning;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.DeclineGroup;
import jp.otodoke.payments.ReceivableKind;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.workflow.DecisionCheck;
import jp.otodoke.workflow.DecisionRules;
import jp.otodoke.workflow.Undecided;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The decision table that plans the calendar of a case. */
@Component
class DunningPolicy {
    static final String TABLE = "dunning-policy";
    static final String CALENDAR = "calendar";

    private final DecisionRules rules;

    DunningPolicy(DecisionRules rules) {
        this.rules = rules;
        rules.check(TABLE, new NamedInRules());
    }

    /** Where no rule applies, a person looks at the case. */
    DunningCalendar calendar(DunningFacts facts) {
        try {
            return read(rules.decide(TABLE, facts.asMap()).get(CALENDAR)).orElse(DunningCalendar.PERSON_AT_ONCE);
        } catch (Undecided undecided) {
            LoggerFactory.getLogger(getClass()).warn("A person decides about cases like {}", facts, undecided);
            return DunningCalendar.PERSON_AT_ONCE;
        }
    }

    static Optional<DunningCalendar> read(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(DunningCalendar.read(text));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** What a table is checked for before it is used. */
    static final class NamedInRules implements DecisionCheck {
        @Override
        public Set<String> names() {
            return DunningFacts.names();
        }

        @Override
        public Set<String> outputs() {
            return Set.of(CALENDAR);
        }

        @Override
        public Optional<BilingualText> problem(String column, String value) {
            return switch (column) {
                case "cause" -> known(DunningCause.values(), value, "dunning.rule.unknown.cause");
                case "kind" -> known(ReceivableKind.values(), value, "dunning.rule.unknown.kind");
                case "method" -> known(PaymentMethod.values(), value, "dunning.rule.unknown.method");
                case "decline" -> known(DeclineGroup.values(), value, "dunning.rule.unknown.decline");
                case CALENDAR ->
                    read(value).isPresent()
                            ? Optional.empty()
                            : Optional.of(BilingualText.of("dunning.rule.unreadable", value));
                default -> Optional.empty();
            };
        }

        private static Optional<BilingualText> known(Enum<?>[] all, String value, String problem) {
            return Arrays.stream(all).anyMatch(one -> one.name().equals(value))
                    ? Optional.empty()
                    : Optional.of(BilingualText.of(problem, value));
        }
    }
}
