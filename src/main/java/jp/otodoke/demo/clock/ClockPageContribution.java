package jp.otodoke.demo.clock;

import java.util.List;
import java.util.Map;
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

    @Override
    public List<String> unaudited() {
        return List.of("/clock/**", "/api/v1/clock/**");
    }

    @Override
    public Map<String, String> apiGroups() {
        return Map.of("clock", "The business time; it can be moved in a demo");
    }
}
