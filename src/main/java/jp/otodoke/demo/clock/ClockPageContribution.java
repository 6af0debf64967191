package jp.otodoke.demo.clock;

import java.util.List;
import jp.otodoke.platform.pages.PageContribution;
import jp.otodoke.platform.pages.PathRule;
import org.springframework.stereotype.Component;

/** The movable clock in the frame around all pages. */
@Component
class ClockPageContribution implements PageContribution {
    @Override
    public List<PathRule> paths() {
        return List.of(new PathRule(360, "clock", "VIEW", "DEMO"));
    }
}
