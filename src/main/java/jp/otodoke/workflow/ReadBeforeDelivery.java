package jp.otodoke.workflow;

import java.util.Collection;

/** Reads together what the steps of many cases will need, before a message moves them one after the other. */
public interface ReadBeforeDelivery {
    /** @param keys business keys of cases that wait for a message */
    void read(String process, Collection<String> keys);
}
