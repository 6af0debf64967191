package jp.otodoke.fulfilment.web;

import java.util.List;
import jp.otodoke.fulfilment.Waves;
import jp.otodoke.platform.pages.SearchHit;
import jp.otodoke.platform.pages.SearchSource;
import jp.otodoke.platform.pages.SearchTerm;
import org.springframework.stereotype.Component;

/** Finds a wave by the number that its process bears. */
@Component
class WaveHits implements SearchSource {
    private static final String NUMBER = "W\\d{1,18}";

    private final Waves waves;

    WaveHits(Waves waves) {
        this.waves = waves;
    }

    @Override
    public int place() {
        return 35;
    }

    @Override
    public List<SearchHit> find(SearchTerm term, int limit) {
        return term.number().matches(NUMBER)
                ? waves.find(Long.parseLong(term.number().substring(1))).stream()
                        .map(wave -> new SearchHit(
                                "wave", "W" + wave.id(), wave.state().name(), "", "/shipments/waves", true))
                        .toList()
                : List.of();
    }
}
