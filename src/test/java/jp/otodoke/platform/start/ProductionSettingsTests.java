package jp.otodoke.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.UnitTest;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

@UnitTest
class ProductionSettingsTests {
    private final MockEnvironment environment = new MockEnvironment();

    ProductionSettingsTests() {
        environment.setActiveProfiles("production");
    }

    @Test
    void namesEachMissingVariableInALineOfItsOwn() {
        assertThat(ProductionSettings.problems(environment))
                .hasSize(11)
                .anyMatch(line -> line.startsWith("SPRING_DATASOURCE_URL is missing"))
                .anyMatch(line -> line.startsWith("OTODOKE_SECRET_KEY is missing"))
                .anyMatch(line -> line.startsWith("OTODOKE_WAREHOUSE_URL is missing"))
                .anyMatch(line -> line.startsWith("OTODOKE_TRANSFER_ACCOUNT is missing"));
    }

    @Test
    void isContentWithEverythingSet() {
        setAll();

        assertThat(ProductionSettings.problems(environment)).isEmpty();
    }

    @Test
    void refusesAShortKey() {
        setAll();
        environment.setProperty("OTODOKE_SECRET_KEY", "short");

        assertThat(ProductionSettings.problems(environment))
                .singleElement()
                .asString()
                .contains("too short");
    }

    @Test
    void refusesTheDemoInProduction() {
        setAll();
        environment.setActiveProfiles("production", "demo");

        assertThat(ProductionSettings.problems(environment))
                .singleElement()
                .asString()
                .contains("demo");
    }

    private void setAll() {
        for (var setting : ProductionSettings.required()) {
            environment.setProperty(setting.variable(), "a value that is long enough for a key");
        }
    }
}
