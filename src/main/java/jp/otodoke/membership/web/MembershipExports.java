package jp.otodoke.membership.web;

import java.util.List;
import jp.otodoke.membership.Membership;
import jp.otodoke.membership.MembershipPlans;
import jp.otodoke.membership.Memberships;
import jp.otodoke.platform.export.Column;
import jp.otodoke.platform.export.Exports;
import jp.otodoke.platform.export.FilterText;
import jp.otodoke.platform.export.Table;
import jp.otodoke.platform.pages.Formats;
import jp.otodoke.shared.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Exports the filtered members, and the plans. */
@Controller
class MembershipExports {
    private final Memberships memberships;
    private final MembershipPlans plans;
    private final Exports exports;
    private final List<Column<Membership>> columns;
    private final List<Column<MembershipPlans.PlanRow>> planColumns;

    MembershipExports(
            Memberships memberships, MembershipPlans plans, Exports exports, Formats formats, BusinessClock clock) {
        this.memberships = memberships;
        this.plans = plans;
        this.exports = exports;
        this.columns = List.of(
                new Column<>("membership.number", Membership::number),
                new Column<>("membership.customer", m -> m.customer().value()),
                new Column<>("membership.plan", Membership::plan),
                new Column<>("membership.joinedOn", Membership::joinedOn),
                new Column<>("membership.validUntil", Membership::validUntil),
                new Column<>("membership.state", m -> formats.name("status.membership", m.state())),
                new Column<>("membership.since", Membership::since),
                new Column<>("membership.tenure", m -> m.tenureDays(clock.today())));
        this.planColumns = List.of(
                new Column<>("plan.code", row -> row.plan().code()),
                new Column<>("plan.name", row -> row.plan().name()),
                new Column<>("plan.dues", row -> row.plan().dues().amount()),
                new Column<>("plan.taxRate", row -> row.plan().taxRate()),
                new Column<>(
                        "plan.period",
                        row -> formats.name("plan.period", row.plan().period())),
                new Column<>("plan.dueDay", row -> row.plan().dueDay()),
                new Column<>("plan.graceDays", row -> row.plan().graceDays()),
                new Column<>("plan.members", MembershipPlans.PlanRow::members));
    }

    @GetMapping("/memberships/export.csv")
    ResponseEntity<StreamingResponseBody> csv(
            @ModelAttribute MembershipFilter filter, @RequestParam(required = false) @Nullable String sort) {
        return exports.csv(table(filter, sort));
    }

    @GetMapping("/memberships/export.xlsx")
    ResponseEntity<StreamingResponseBody> excel(
            @ModelAttribute MembershipFilter filter, @RequestParam(required = false) @Nullable String sort) {
        return exports.excel(table(filter, sort));
    }

    @GetMapping("/membership-plans/export.csv")
    ResponseEntity<StreamingResponseBody> plansCsv() {
        return exports.csv(plans());
    }

    @GetMapping("/membership-plans/export.xlsx")
    ResponseEntity<StreamingResponseBody> plansExcel() {
        return exports.excel(plans());
    }

    private Table<Membership> table(MembershipFilter filter, @Nullable String sort) {
        return new Table<>(
                "memberships",
                FilterText.ALL
                        .with("state", filter.state())
                        .with("plan", filter.plan())
                        .with("customer", filter.customer())
                        .text(),
                columns,
                use -> memberships.each(filter.read(), sort, use));
    }

    private Table<MembershipPlans.PlanRow> plans() {
        return new Table<>("membership-plans", "", planColumns, use -> plans.list(null, 0, Integer.MAX_VALUE)
                .forEach(use));
    }
}
