package jp.otodoke.desk.home;

import static java.util.stream.Collectors.groupingBy;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import jp.otodoke.platform.pages.HomePanel;
import jp.otodoke.platform.pages.HomePanel.Position;
import jp.otodoke.platform.pages.HomePanelSource;
import org.springframework.stereotype.Component;

/** The panels that the modules contribute. */
@Component
class HomePanels {
    private final List<HomePanelSource> sources;

    HomePanels(List<HomePanelSource> sources) {
        this.sources = sources;
    }

    Map<Position, List<HomePanel>> all() {
        return sources.stream()
                .flatMap(source -> source.panels().stream())
                .sorted(Comparator.comparing(HomePanel::place))
                .collect(groupingBy(HomePanel::position));
    }
}
