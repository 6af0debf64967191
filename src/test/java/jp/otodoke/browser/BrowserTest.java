package jp.otodoke.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jp.otodoke.EngineJobs;
import jp.otodoke.TestClock;
import jp.otodoke.mothers.Given;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * Pages in Chromium, on the same application as {@link jp.otodoke.OtodokeWebTest}; skipped where there is no browser. The
 * constructor may ask for the {@link Desk} to work at.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@Import({TestClock.class, EngineJobs.class, Given.class})
@EnabledIf("jp.otodoke.browser.Chromium#wanted")
@ExtendWith(Desk.Keeper.class)
@Tag("browser")
@interface BrowserTest {}
