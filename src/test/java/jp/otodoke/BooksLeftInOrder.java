package jp.otodoke;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.platform.invariants.Invariant;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Fails the class that leaves the shared application with an invariant broken, and not whichever class asks next: the order in
 * which two processes take up the classes differs from run to run.
 */
public class BooksLeftInOrder extends AbstractTestExecutionListener {
    @Override
    public void afterTestClass(TestContext context) {
        if (AnnotatedElementUtils.hasAnnotation(context.getTestClass(), OtodokeTest.class)
                && context.hasApplicationContext()) {
            assertThat(context.getApplicationContext()
                            .getBeanProvider(Invariant.class)
                            .orderedStream()
                            .filter(invariant -> invariant.violations() > 0)
                            .map(Invariant::name))
                    .as("invariants that hold no more after %s", context.getTestClass())
                    .isEmpty();
        }
    }
}
