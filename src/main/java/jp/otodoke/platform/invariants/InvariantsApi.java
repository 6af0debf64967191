package jp.otodoke.platform.invariants;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The invariants for other programs. */
@RestController
class InvariantsApi {
    private final CheckInvariants invariants;

    InvariantsApi(CheckInvariants invariants) {
        this.invariants = invariants;
    }

    @GetMapping("/api/v1/invariants")
    Map<String, List<Result>> check() {
        return Map.of(
                "checked",
                invariants.check().stream()
                        .map(c -> new Result(c.name(), c.violations()))
                        .toList());
    }

    record Result(String name, long violations) {}
}
