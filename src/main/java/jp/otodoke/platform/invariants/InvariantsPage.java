package jp.otodoke.platform.invariants;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The invariants on screen. */
@Controller
class InvariantsPage {
    private final CheckInvariants invariants;

    InvariantsPage(CheckInvariants invariants) {
        this.invariants = invariants;
    }

    @GetMapping("/invariants")
    String show(Model model) {
        model.addAttribute("checked", invariants.check());
        return "shared/invariants";
    }
}
