package jp.otodoke.partners.exchange;

import jp.otodoke.platform.start.StartUpWork;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Expecting begins with the first start: a new installation, or a new partner, has missed nothing of the time before. */
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
