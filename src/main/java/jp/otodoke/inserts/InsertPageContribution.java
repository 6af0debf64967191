package jp.otodoke.inserts;

import java.util.List;
import jp.otodoke.platform.pages.PageContribution;
import jp.otodoke.platform.pages.PathRule;
import org.springframework.stereotype.Component;

/** Rules of inserts in the frame around all pages. */
@Component
class InsertPageContribution implements PageContribution {
    @Override
    public List<PathRule> paths() {
        return List.of(new PathRule(330, "insert-rules", "VIEW", "MARKETING_EDIT"));
    }
}
