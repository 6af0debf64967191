package jp.otodoke.partners.exchange;

/** Transfers a file to a partner. */
public interface Transport {
    /** Places a file in the partner's folder under this name, atomically; throws if that fails. */
    void deliver(String partner, String fileName, byte[] content);

    /** Whether this node transfers messages at all. */
    boolean running();

    /** Whether it transfers right now: not before the application has started, and not during shutdown. */
    boolean ready();
}
