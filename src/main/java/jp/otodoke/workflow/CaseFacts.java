package jp.otodoke.workflow;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the cases of a process are about; one bean per process, from the module that owns it. Reads only. */
public interface CaseFacts {
    /** Process id. */
    String process();

    /** A query with the columns {@code business_key} and {@code yen}, fast when restricted to a key. */
    String valueQuery();

    /** By business key; unknown keys are left out. */
    Map<String, Fact> of(Collection<String> keys);

    /**
     * @param yen what the case is worth
     * @param page where the record is shown
     * @param edit where its data can be corrected, or null
     */
    record Fact(long yen, String page, @Nullable String edit, List<String> orderNumbers) {}
}
