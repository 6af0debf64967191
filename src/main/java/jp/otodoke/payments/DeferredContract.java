package jp.otodoke.payments;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Whether there is a provider of 後払い; without one, people arrange the payment of such orders. */
@Component
public class DeferredContract {
    private final boolean connected;

    DeferredContract(Environment environment) {
        this.connected = !environment.getProperty("otodoke.deferred.url", "").isBlank()
                || !environment.acceptsProfiles(Profiles.of("production"));
    }

    /** Outside production the simulated provider stands in. */
    public boolean connected() {
        return connected;
    }
}
