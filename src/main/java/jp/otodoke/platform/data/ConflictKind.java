package jp.otodoke.platform.data;

/** Exceptions, besides Spring's own, by which a library says that somebody else changed the same thing meanwhile. */
public interface ConflictKind {
    boolean covers(RuntimeException fault);
}
