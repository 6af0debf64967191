package jp.otodoke.workflow;

import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.ClockMoved;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sets the engine's clock to the business clock, so that its timers follow it. */
@Component
class EngineClock {
    EngineClock(BusinessClock clock) {
        ClockUtil.offset(clock.offset().toMillis());
    }

    @EventListener
    void on(ClockMoved moved) {
        ClockUtil.offset(moved.offset().toMillis());
    }
}
