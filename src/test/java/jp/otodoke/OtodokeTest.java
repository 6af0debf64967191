package jp.otodoke;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jp.otodoke.mothers.Given;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * The whole application on a database of its own, without routes, simulators and demo data, with a
 * clock that {@link TestClock} moves. All classes with this annotation share one application and so
 * one database: a test makes its own rows and looks only at them. Jobs wait for {@link EngineJobs}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("process")
@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("test")
@Import({TestClock.class, EngineJobs.class, FlowsTaken.class, Given.class})
public @interface OtodokeTest {}
