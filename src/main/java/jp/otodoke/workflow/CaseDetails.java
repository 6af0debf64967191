package jp.otodoke.workflow;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * Business details of the cases of a process; one bean per process, provided by the module that owns it. Read-
 * only.
 */
public interface CaseDetails {
    /** The process id. */
    String process();

    /** A query with the columns {@code business_key} and {@code yen}; must be fast when restricted to one key. */
    String valueQuery();

    /** By business key; unknown keys are omitted. */
    Map<String, Details> of(Collection<String> keys);

    /**
     * @param yen the value of the case
     * @param page page that shows the record
     * @param edit page on which the record can be corrected; may be null
     */
    record Details(Yen yen, String page, @Nullable String edit, List<OrderNumber> orderNumbers) {}
}
