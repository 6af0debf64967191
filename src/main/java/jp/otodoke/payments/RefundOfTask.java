package jp.otodoke.payments;

import java.util.Optional;

/** Tells from the key of a task which refund it is about. */
final class RefundOfTask {
    private RefundOfTask() {}

    /** @param key ends with the refund's id */
    static Optional<Long> id(String key) {
        var id = key.substring(key.lastIndexOf(':') + 1);
        return id.matches("\\d{1,18}") ? Optional.of(Long.valueOf(id)) : Optional.empty();
    }
}
