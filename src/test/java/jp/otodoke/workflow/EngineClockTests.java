package jp.otodoke.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

@ModuleTest
class EngineClockTests {
    private final ConfigurableListableBeanFactory beans;

    @Autowired
    EngineClockTests(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
    }

    /** Else the first wave of a fresh database would be set by the real time, and months of business may pass until it. */
    @Test
    void theEngineHasTheBusinessTimeBeforeItSetsTheFirstTimers() {
        assertThat(beans.getBeanDefinition("processEngine").getDependsOn()).contains("engineClock");
    }
}
