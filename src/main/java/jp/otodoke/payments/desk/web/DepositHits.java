package jp.otodoke.payments.desk.web;

import java.util.List;
import jp.otodoke.payments.FindDeposits;
import jp.otodoke.platform.pages.Formats;
import jp.otodoke.platform.pages.SearchHit;
import jp.otodoke.platform.pages.SearchSource;
import jp.otodoke.platform.pages.SearchTerm;
import jp.otodoke.platform.personal.PersonalView;
import jp.otodoke.staff.CurrentStaff;
import jp.otodoke.staff.Permission;
import org.springframework.stereotype.Component;

/** Finds deposits by remitter, for staff who may see payments. */
@Component
class DepositHits implements SearchSource {
    private final FindDeposits deposits;
    private final CurrentStaff staff;
    private final Formats formats;
    private final PersonalView personal;

    DepositHits(FindDeposits deposits, CurrentStaff staff, Formats formats, PersonalView personal) {
        this.deposits = deposits;
        this.staff = staff;
        this.formats = formats;
        this.personal = personal;
    }

    @Override
    public int place() {
        return 40;
    }

    @Override
    public List<SearchHit> find(SearchTerm term, int limit) {
        if (!term.digits().isEmpty() || !staff.may(Permission.MONEY_VIEW)) {
            return List.of();
        }
        return deposits.byRemitter(term.text(), limit).stream()
                .map(deposit -> new SearchHit(
                        "deposit",
                        String.valueOf(personal.name(deposit.remitterKana())),
                        deposit.state().name(),
                        formats.date(deposit.postingDate()) + " " + formats.money(deposit.amount()),
                        "/deposits/" + deposit.id(),
                        false))
                .toList();
    }
}
