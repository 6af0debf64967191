package jp.otodoke;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jp.otodoke.mothers.Given;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.ActiveProfiles;

/**
 * The module in whose package the test lies, with those that it depends on and nothing else, on a database of its own,
 * with a clock that {@link TestClock} moves. All classes of one module share one application. What the arrows between
 * modules forbid is not there, nor the frame of the pages, to which all modules contribute: tests of pages are tests of
 * the whole application.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("module")
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES, verifyAutomatically = false)
@AutoConfigureMockMvc
@TestInstance(Lifecycle.PER_METHOD)
@ActiveProfiles({"test", "module"})
@Import({TestClock.class, EngineJobs.class, PlayedProcesses.class, CamelAtRest.class, Given.class})
public @interface ModuleTest {
    /** Modules that it tells of itself by their types alone, so that they are not found by its beans. */
    @AliasFor(annotation = ApplicationModuleTest.class, attribute = "extraIncludes")
    String[] with() default {};
}
