package jp.otodoke.workflow;

import java.util.Optional;

/** The names of steps as shown in the diagram, for modules that do not depend on the engine. */
public interface StepNames {
    /** Empty if there is no such step. */
    Optional<String> name(String process, String step);
}
