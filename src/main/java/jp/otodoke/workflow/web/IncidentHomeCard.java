package jp.otodoke.workflow.web;

import java.util.List;
import java.util.Set;
import jp.otodoke.platform.pages.Formats;
import jp.otodoke.platform.pages.HomeCard;
import jp.otodoke.platform.pages.HomeCard.Figure;
import jp.otodoke.platform.pages.HomeCardSource;
import jp.otodoke.workflow.Incidents;
import org.springframework.stereotype.Component;

/** The number of incidents on the home page. */
@Component
class IncidentHomeCard implements HomeCardSource {
    private final Incidents incidents;
    private final Formats formats;

    IncidentHomeCard(Incidents incidents, Formats formats) {
        this.incidents = incidents;
        this.formats = formats;
    }

    @Override
    public List<HomeCard> cards() {
        return List.of(new HomeCard(20, "incidents", "exclamation-triangle", Set.of("OPERATIONS"), this::stopped));
    }

    private Figure stopped() {
        var count = incidents.count();
        return Figure.of("/incidents", formats.number(count), count == 0).late(count > 0);
    }
}
