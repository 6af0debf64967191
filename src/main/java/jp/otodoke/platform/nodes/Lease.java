package jp.otodoke.platform.nodes;

import java.util.function.BooleanSupplier;

/**
 * Work that one node at a time does. It saves the nodes duplicate work; it is not a lock: a node that was
 * suspended may overlap with its successor, so whatever is done under a lease must be safe to do twice.
 */
public final class Lease {
    private final String name;
    private long until = System.nanoTime();
    private boolean mine;
    private int working;

    Lease(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Whether this node holds it now. */
    public synchronized boolean isMine() {
        return mine && System.nanoTime() - until < 0;
    }

    /**
     * Does the work if this node holds the lease, which is not handed over before the work is done.
     *
     * @return the result of the work; false if another node holds the lease
     */
    public boolean whileMine(BooleanSupplier work) {
        if (!begin()) {
            return false;
        }
        try {
            return work.getAsBoolean();
        } finally {
            end();
        }
    }

    private synchronized boolean begin() {
        if (!isMine()) {
            return false;
        }
        working++;
        return true;
    }

    private synchronized void end() {
        working--;
    }

    synchronized void renew(long untilNanos) {
        mine = true;
        until = untilNanos;
    }

    synchronized void lost() {
        mine = false;
    }

    /** Releases it unless it is in use. */
    synchronized boolean tryRelease() {
        if (working > 0 || !mine) {
            return false;
        }
        mine = false;
        return true;
    }
}
