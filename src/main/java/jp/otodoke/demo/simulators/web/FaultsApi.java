package jp.otodoke.demo.simulators.web;

import java.util.List;
import jp.otodoke.demo.simulators.FaultSwitch;
import jp.otodoke.demo.simulators.PartnerFaults;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Faults of the simulated partners, as switches. */
@RestController
@Profile("demo")
@RequestMapping("/api/v1/demo/faults")
class FaultsApi {
    record FaultRequest(@Nullable String partner, @Nullable String fault, @Nullable Boolean on) {}

    record FaultList(List<FaultSwitch> items) {}

    private final PartnerFaults faults;

    FaultsApi(PartnerFaults faults) {
        this.faults = faults;
    }

    @GetMapping
    FaultList list() {
        return new FaultList(faults.all());
    }

    @PostMapping
    FaultSwitch switchFault(@RequestBody FaultRequest request) {
        if (request.on() == null) {
            throw new InvalidInput(List.of(new FieldProblem("on", "required", BilingualText.of("ui.problem.boolean"))));
        }
        return faults.switchFault(
                request.partner() == null ? "" : request.partner(),
                request.fault() == null ? "" : request.fault(),
                request.on());
    }
}
