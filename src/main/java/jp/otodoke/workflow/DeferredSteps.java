package jp.otodoke.workflow;

import java.util.Optional;

/** Knows the step of a failure that only comes to light at the commit, when the engine has left all steps. */
public interface DeferredSteps {
    /** The id of the step that left the failed work to the commit; empty if it is not known here. */
    Optional<String> step(Throwable failure);
}
