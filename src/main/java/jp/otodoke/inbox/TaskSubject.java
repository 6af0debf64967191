package jp.otodoke.inbox;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.staff.Permission;
import org.jspecify.annotations.Nullable;

/** A kind of subject that tasks can be about; one bean each, contributed by the module that owns it. */
public interface TaskSubject {
    /** In capitals; the message {@code subject.<KIND>} names a subject by its key. */
    String kind();

    /** Path of the subject's page; null if there is none. */
    default @Nullable String page(String key) {
        return null;
    }

    /** The permission required to see that page. */
    default Permission needed() {
        return Permission.VIEW;
    }

    /** Whether staff know these subjects by key, so that tasks can be found by the beginning of one. */
    default boolean findable() {
        return false;
    }

    /** Whether lists show it even for tasks about another subject, such as the order of a shipment. */
    default boolean leading() {
        return false;
    }

    /** The number of the customer who is or owns the subject. */
    default Optional<CustomerNumber> customerOf(String key) {
        return Optional.empty();
    }

    /** What is at stake with these subjects. */
    default PriorityFactors factors(Collection<String> keys) {
        return PriorityFactors.NONE;
    }

    /** By key; unknown subjects are omitted. */
    default Map<String, SubjectLine> lines(Collection<String> keys) {
        var lines = new LinkedHashMap<String, SubjectLine>();
        keys.forEach(
                key -> lines.put(key, new SubjectLine(BilingualText.of("subject." + kind(), key), page(key), null)));
        return lines;
    }
}
