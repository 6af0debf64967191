package jp.otodoke.payments.desk.web;

import java.util.List;
import jp.otodoke.payments.Deposit;
import jp.otodoke.payments.DepositProposals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the panel beside the list of deposits shows. */
@Component
class WorkbenchClaims {
    private final OpenReceivables claims;
    private final DepositProposals proposals;

    WorkbenchClaims(OpenReceivables claims, DepositProposals proposals) {
        this.claims = claims;
        this.proposals = proposals;
    }

    /** @param q what is searched for; null for what is likely */
    void show(Deposit deposit, @Nullable String q, Model model) {
        model.addAttribute("d", deposit);
        model.addAttribute("q", q);
        model.addAttribute("claims", deposit.open() ? claims.likely(deposit, q) : List.of());
        model.addAttribute("proposal", proposals.of(deposit.id()).orElse(null));
    }
}
