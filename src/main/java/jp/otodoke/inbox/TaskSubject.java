package jp.otodoke.inbox;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.staff.Permission;
import org.jspecify.annotations.Nullable;

/** A kind of thing that tasks are about; one bean a kind, contributed by the module that owns such things. */
public interface TaskSubject {
    /** In capitals; the message {@code subject.<KIND>} names one of its kind by its key. */
    String kind();

    /** Path of the page of one; null where there is none. */
    default @Nullable String page(String key) {
        return null;
    }

    /** Who may see that page. */
    default Permission needed() {
        return Permission.VIEW;
    }

    /** Whether people know such things by their keys, so that a task is found by the beginning of one. */
    default boolean findable() {
        return false;
    }

    /** Whether lists show it even for a task whose own subject is another, as a parcel of an order is. */
    default boolean leading() {
        return false;
    }

    /** What is at stake with these. */
    default PriorityFactors factors(Collection<String> keys) {
        return PriorityFactors.NONE;
    }

    /** By key; a thing that is not known any more is left out. */
    default Map<String, SubjectLine> lines(Collection<String> keys) {
        var lines = new LinkedHashMap<String, SubjectLine>();
        keys.forEach(
                key -> lines.put(key, new SubjectLine(BilingualText.of("subject." + kind(), key), page(key), null)));
        return lines;
    }
}
