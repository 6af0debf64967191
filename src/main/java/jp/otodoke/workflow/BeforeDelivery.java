package jp.otodoke.workflow;

import java.util.Collection;

/**
 * Does together what the steps of many cases will need, before a message moves them one after the other. Not called for a
 * case alone, nor within a step of another. All happens in one transaction; where it fails, each case is moved alone.
 */
public interface BeforeDelivery {
    /** @param keys business keys of cases that wait for the message */
    void before(String process, String message, Collection<String> keys);
}
