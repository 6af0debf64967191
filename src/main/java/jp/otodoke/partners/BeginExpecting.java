package jp.otodoke.partners;

import jp.otodoke.shared.StartUpWork;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Expecting begins with the first start: a new installation has missed nothing of the time before. */
@Component
class BeginExpecting implements StartUpWork {
    private final Expectations expectations;

    BeginExpecting(Expectations expectations) {
        this.expectations = expectations;
    }

    @Override
    @Transactional
    public void run() {
        expectations.begin();
    }
}
