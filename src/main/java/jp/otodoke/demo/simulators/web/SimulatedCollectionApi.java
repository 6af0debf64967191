package jp.otodoke.demo.simulators.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import jp.otodoke.demo.simulators.Simulated;
import jp.otodoke.demo.simulators.SimulatedCodSettlements;
import jp.otodoke.demo.simulators.SimulatedStores;
import jp.otodoke.demo.simulators.SimulatedStores.Report;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Makes the simulated carrier and stores report the money that they have collected for us. */
@RestController
@Simulated
@RequestMapping("/api/v1/demo")
class SimulatedCollectionApi {
    /**
     * @param confirmed false if only the 速報 comes
     * @param withdrawn true if the 速報 is taken back
     */
    record PayRequest(@Nullable Boolean confirmed, @Nullable Boolean withdrawn) {
        static final PayRequest IN_FULL = new PayRequest(null, null);

        List<Report> reports() {
            if (Boolean.TRUE.equals(withdrawn)) {
                return List.of(Report.PRELIMINARY, Report.WITHDRAWN);
            }
            return Boolean.FALSE.equals(confirmed)
                    ? List.of(Report.PRELIMINARY)
                    : List.of(Report.PRELIMINARY, Report.FINAL);
        }
    }

    private final SimulatedCodSettlements settlements;
    private final SimulatedStores stores;

    SimulatedCollectionApi(SimulatedCodSettlements settlements, SimulatedStores stores) {
        this.settlements = settlements;
        this.stores = stores;
    }

    @Operation(
            summary = "Lets the simulated carrier settle cash on delivery (demo)",
            description =
                    "One file in the carrier's folder about what it has delivered and not settled yet; none if that is nothing.")
    @PostMapping("/cod-settlements")
    SimulatedCodSettlements.Settlement settle() {
        return settlements.settle();
    }

    @Operation(
            summary = "Pays a slip at a simulated store (demo)",
            description =
                    "By the slip's number, or that of an order or receivable. The agency reports 速報 and 確報, each as a file in its folder; "
                            + "with \"confirmed\": false only 速報, with \"withdrawn\": true 速報 and 速報取消.")
    @PostMapping("/slips/{number}/pay")
    SimulatedStores.Paid pay(@PathVariable String number, @RequestBody(required = false) @Nullable PayRequest request) {
        return stores.pay(number, (request == null ? PayRequest.IN_FULL : request).reports());
    }
}
