package jp.otodoke;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.WeakHashMap;
import jp.otodoke.platform.invariants.Invariant;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Fails the class that leaves the shared application with an invariant broken, and not whichever class asks next: the order in
 * which two processes take up the classes differs from run to run.
 */
public class BooksLeftInOrder extends AbstractTestExecutionListener {
    private static final Map<ApplicationContext, Map<String, Long>> BROKEN_BEFORE = new WeakHashMap<>();

    @Override
    public void afterTestClass(TestContext context) {
        if (AnnotatedElementUtils.hasAnnotation(context.getTestClass(), OtodokeTest.class)
                && context.hasApplicationContext()) {
            var application = context.getApplicationContext();
            var broken = application
                    .getBeanProvider(Invariant.class)
                    .orderedStream()
                    .collect(toMap(Invariant::name, Invariant::violations));
            var before = BROKEN_BEFORE.put(application, broken);
            assertThat(broken.entrySet().stream()
                            .filter(one ->
                                    one.getValue() > (before == null ? 0 : before.getOrDefault(one.getKey(), 0L)))
                            .map(Map.Entry::getKey))
                    .as("invariants that %s has broken", context.getTestClass())
                    .isEmpty();
        }
    }
}
