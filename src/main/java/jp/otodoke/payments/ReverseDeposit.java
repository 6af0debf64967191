package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.payments.PaymentAllocation.Reason;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reverses a deposit that the bank takes back: the orders it was matched to are unpaid again. */
@Component
class ReverseDeposit {
    private final JdbcClient jdbc;
    private final DepositMatches matches;
    private final TakeBackMatches takeBackMatches;
    private final DepositProposals proposals;
    private final AskAboutDeposit ask;
    private final BookAgencyTransfer agencyTransfer;
    private final BookDeferredTransfer deferredTransfer;

    ReverseDeposit(
            JdbcClient jdbc,
            DepositMatches matches,
            TakeBackMatches takeBackMatches,
            DepositProposals proposals,
            AskAboutDeposit ask,
            BookAgencyTransfer agencyTransfer,
            BookDeferredTransfer deferredTransfer) {
        this.jdbc = jdbc;
        this.matches = matches;
        this.takeBackMatches = takeBackMatches;
        this.proposals = proposals;
        this.ask = ask;
        this.agencyTransfer = agencyTransfer;
        this.deferredTransfer = deferredTransfer;
    }

    /** @return what was paid by it */
    List<ReceivableNumber> reverse(long depositId) {
        jdbc.sql("update deposit set state = 'REVERSED', remaining = amount where id = :id")
                .param("id", depositId)
                .update();
        agencyTransfer.takeBack(depositId);
        deferredTransfer.takeBack(depositId);
        proposals.withdraw(depositId);
        ask.done(depositId);
        return takeBackMatches.takeBack(matches.of(depositId), Reason.REVERSED, CurrentStaff.SYSTEM);
    }
}
