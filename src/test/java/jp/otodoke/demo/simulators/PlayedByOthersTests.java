package jp.otodoke.demo.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.mock.env.MockEnvironment;

/** A demo in which somebody else plays the partners, by files. */
@Tag("module")
class PlayedByOthersTests {
    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();

    @Test
    void hasTheCardGatewayAllTheSame() {
        register("demo");

        assertThat(beans.containsBean("simulatedCardGateway")).isTrue();
        assertThat(beans.getBeanNamesForType(SimulatedWarehouse.class)).isEmpty();
    }

    @Test
    void hasNoneInProduction() {
        register("production");

        assertThat(beans.containsBean("simulatedCardGateway")).isFalse();
    }

    private void register(String profile) {
        var environment = new MockEnvironment().withProperty("otodoke.simulators", "off");
        environment.setActiveProfiles(profile);
        new AnnotatedBeanDefinitionReader(beans, environment)
                .register(SimulatedCardGateway.class, SimulatedEvents.class, SimulatedWarehouse.class);
    }
}
