package jp.otodoke.fulfilment.web;

import java.util.List;
import java.util.stream.Stream;
import jp.otodoke.fulfilment.FindPlannedShipments;
import jp.otodoke.platform.pages.SearchHit;
import jp.otodoke.platform.pages.SearchSource;
import jp.otodoke.platform.pages.SearchTerm;
import org.springframework.stereotype.Component;

/** Finds shipments that are planned, or never left under their number. */
@Component
class PlannedShipmentHits implements SearchSource {
    private final FindPlannedShipments plans;

    PlannedShipmentHits(FindPlannedShipments plans) {
        this.plans = plans;
    }

    @Override
    public int place() {
        return 31;
    }

    @Override
    public List<SearchHit> find(SearchTerm term, int limit) {
        var inFull = term.inFull("S", 8);
        return Stream.of(inFull, term.number())
                .filter(number -> number.matches("S\\d+"))
                .distinct()
                .flatMap(number -> plans.startingWith(number, limit).stream())
                .distinct()
                .limit(limit)
                .map(plan -> new SearchHit(
                        "shipment",
                        plan.number().value(),
                        plan.status().name(),
                        plan.order().value(),
                        "/shipments/" + plan.number(),
                        plan.number().value().equals(term.number())))
                .toList();
    }
}
