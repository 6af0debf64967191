package jp.otodoke.partners.exchange;

/**
 * A chunk of a file that is booked while the one before it is still being booked. Each step runs in the chunk's transaction. Chunks
 * decide and commit in the order of the file.
 */
public interface ChunkSteps {
    /**
     * What depends on the chunks before it, the last of which is perhaps not committed yet.
     *
     * @throws NotBeside if it can be booked only when that is committed
     */
    void decide();

    /** What is then written beside other chunks; it may wait for nothing that another chunk of the file changes. */
    void write();

    /** What is left, when the chunk before it is committed. */
    Outcome finish();

    /** A chunk that is to be booked alone. */
    final class NotBeside extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
