package jp.otodoke.partners.exchange;

/** Carries a file to a partner. */
public interface Transport {
    /** Lays a file in the partner's folder under this name, whole or not at all; throws when that fails. */
    void deliver(String partner, String fileName, byte[] content);

    /** Whether this node carries messages at all. */
    boolean running();

    /** Whether it carries right now: not before the application has come up, and not while it goes down. */
    boolean ready();
}
