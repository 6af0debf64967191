package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.UnitTest;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

@UnitTest
class DeferredContractTests {
    @Test
    void productionHasAProviderOnlyWhereItsAddressIsGiven() {
        var without = new MockEnvironment();
        without.setActiveProfiles("production");
        var with = new MockEnvironment().withProperty("otodoke.deferred.url", "https://np.example");
        with.setActiveProfiles("production");

        assertThat(new DeferredContract(without).connected()).isFalse();
        assertThat(new DeferredContract(with).connected()).isTrue();
    }

    @Test
    void elsewhereTheSimulatedProviderStandsIn() {
        assertThat(new DeferredContract(new MockEnvironment()).connected()).isTrue();
    }
}
