package jp.otodoke.partners.simulators;

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
        assertThat(beans.getBeanNamesForType(Warehouse.class)).isEmpty();
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
                .register(CardGateway.class, SimEvents.class, Warehouse.class);
    }
}
