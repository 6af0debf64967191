package jp.otodoke.partners.exchange;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jp.otodoke.TestClock;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** The application with its routes running against its own SFTP server on a free port. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("process")
@SpringBootTest(
        properties = {
            "camel.main.auto-startup=true",
            "otodoke.routes=on",
            "otodoke.sftp.port=0",
            "otodoke.home=target/test-exchange/${random.uuid}"
        })
@ActiveProfiles("test")
@Import({TestClock.class, PlayedPartner.class, PairsSetup.class})
public @interface RoutesTest {}
