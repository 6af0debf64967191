package jp.otodoke.payments;

import java.util.List;

/** Cycles whose files go to the agency by themselves. */
public interface DebitsToHandOver {
    /** Also those that were to go before and have not. */
    List<Long> take();

    /** Its file is at the agency, or there is nothing left to put into one. */
    void done(long id);
}
