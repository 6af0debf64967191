package jp.otodoke.workflow;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the module that owns a process about its cases; a process without such facts has none. */
@Component
public class CaseDetailsLookup {
    private final ObjectProvider<CaseDetails> facts;

    CaseDetailsLookup(ObjectProvider<CaseDetails> facts) {
        this.facts = facts;
    }

    public Map<String, CaseDetails.Fact> of(String process, Collection<String> keys) {
        return source(process).map(f -> f.of(keys)).orElse(Map.of());
    }

    public Optional<CaseDetails.Fact> of(String process, @Nullable String key) {
        return key == null
                ? Optional.empty()
                : Optional.ofNullable(of(process, List.of(key)).get(key));
    }

    Optional<CaseDetails> source(String process) {
        return facts.stream().filter(f -> f.process().equals(process)).findFirst();
    }
}
