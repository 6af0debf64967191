package jp.otodoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@UnitTest
class GenerateCommandTests {
    private final Map<String, String> before = new HashMap<>();

    @Test
    void refusesNumbersThatMakeNoSense() {
        assertThat(GenerateCommand.run("--customers", "many")).isEqualTo(2);
    }

    @Test
    void refusesProduction() {
        set("spring.profiles.active", "production");
        set("OTODOKE_LOG_FORMAT", "");

        assertThat(GenerateCommand.run()).isEqualTo(2);
    }

    private void set(String property, String value) {
        before.put(property, System.getProperty(property));
        System.setProperty(property, value);
    }

    @AfterEach
    void restore() {
        before.forEach((property, value) -> {
            if (value == null) {
                System.clearProperty(property);
            } else {
                System.setProperty(property, value);
            }
        });
    }
}
