package jp.otodoke.workflow;

import java.util.List;

/** Tells the inbox what is at stake with the orders of a task; the module that knows orders does. */
public interface TaskStakes {
    Stakes of(List<String> orderNumbers);

    /**
     * @param yen what the orders are worth
     * @param attention whether a customer among them needs particular care
     */
    record Stakes(long yen, boolean attention) {
        static final Stakes NONE = new Stakes(0, false);
    }
}
