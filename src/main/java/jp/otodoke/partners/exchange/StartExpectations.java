package jp.otodoke.partners.exchange;

import jp.otodoke.platform.start.StartUpWork;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts expectations at the first startup, so that a new installation or a new partner has no missed files from
 * before.
 */
@Component
class StartExpectations implements StartUpWork {
    private final Expectations expectations;

    StartExpectations(Expectations expectations) {
        this.expectations = expectations;
    }

    @Override
    @Transactional
    public void run() {
        expectations.begin();
    }
}
