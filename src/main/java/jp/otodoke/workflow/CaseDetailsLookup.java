package jp.otodoke.workflow;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the module that owns a process for details of its cases; a called process has the cases of its caller. */
@Component
public class CaseDetailsLookup {
    private final ObjectProvider<CaseDetails> caseDetails;
    private final CalledProcesses called;

    CaseDetailsLookup(ObjectProvider<CaseDetails> caseDetails, CalledProcesses called) {
        this.caseDetails = caseDetails;
        this.called = called;
    }

    public Map<String, CaseDetails.Details> of(String process, Collection<String> keys) {
        return source(process).map(f -> f.of(keys)).orElse(Map.of());
    }

    public Optional<CaseDetails.Details> of(String process, @Nullable String key) {
        return key == null
                ? Optional.empty()
                : Optional.ofNullable(of(process, List.of(key)).get(key));
    }

    Optional<CaseDetails> source(String process) {
        var owner = called.caseProcess(process);
        return caseDetails.stream().filter(f -> f.process().equals(owner)).findFirst();
    }
}
