package jp.otodoke.platform.nodes;

import java.util.function.BooleanSupplier;

/**
 * Something that one node at a time does. It spares the nodes each other's work and noise; it is no lock: a node that
 * hangs and wakes up may overlap with its successor, so whatever is done under it is safe to be done twice.
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

    /** Whether this node is the one, now. */
    public synchronized boolean isMine() {
        return mine && System.nanoTime() - until < 0;
    }

    /**
     * Works if this node is the one; it is not handed to another node before the work is done.
     *
     * @return what the work returned; false when it is another node's turn
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

    synchronized void keep(long untilNanos) {
        mine = true;
        until = untilNanos;
    }

    synchronized void lose() {
        mine = false;
    }

    /** Gives it up unless it is being used. */
    synchronized boolean giveUp() {
        if (working > 0 || !mine) {
            return false;
        }
        mine = false;
        return true;
    }
}
