package jp.otodoke.workflow;

import java.util.Optional;

/** What the steps of a process are called in its diagram, for modules that don't know the engine. */
public interface StepNames {
    /** Empty where there is no such step. */
    Optional<String> name(String process, String step);
}
