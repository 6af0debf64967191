package jp.otodoke.inbox;

import java.util.List;

/** Tells the inbox what is at stake with the orders of a task; the module that knows orders does. */
public interface PriorityFactors {
    Stakes of(List<String> orderNumbers);

    /**
     * @param yen what the orders are worth
     * @param attention whether a customer among them needs particular care
     * @param persons names, kana and phone numbers by which those who may see them find the task
     */
    record Stakes(long yen, boolean attention, List<String> persons) {
        static final Stakes NONE = new Stakes(0, false, List.of());
    }
}
