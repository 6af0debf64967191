package jp.otodoke.orders;

import java.util.ArrayList;
import java.util.List;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;

/** Checks what a new order says, before anything is looked up for it. */
@Component
class InputCheck {
    private final BusinessClock clock;

    InputCheck(BusinessClock clock) {
        this.clock = clock;
    }

    /** Every problem of the order itself. */
    List<FieldProblem> problems(NewOrder input) {
        var problems = new ArrayList<FieldProblem>();
        if (input.lines().isEmpty()) {
            problems.add(new FieldProblem("lines", "required", BilingualText.of("order.problem.lines.required")));
        }
        var orderedAt = input.orderedAt();
        if (orderedAt != null && orderedAt.isAfter(clock.instant().plus(PlaceOrder.AHEAD))) {
            problems.add(new FieldProblem("orderedAt", "invalid", BilingualText.of("order.problem.ordered-at")));
        }
        if (orderedAt != null && PlaceOrder.tooOld(orderedAt, clock.today())) {
            problems.add(
                    new FieldProblem("orderedAt", "invalid", BilingualText.of("order.problem.ordered-at.too-old")));
        }
        if (input.destinations().stream()
                .map(NewOrder.Destination::deliveryDate)
                .anyMatch(day -> day != null && PlaceOrder.longPast(day, clock.today()))) {
            problems.add(
                    new FieldProblem("delivery.date", "invalid", BilingualText.of("order.problem.delivery.long-past")));
        }
        if (input.amounts() != null) {
            negative("points", input.amounts().points(), problems);
            negative("shipping", input.amounts().shipping(), problems);
            negative("fee", input.amounts().fee(), problems);
        }
        if (input.payment().method() == PaymentMethod.CREDIT_CARD
                && input.payment().shop() == ShopPayment.NONE
                && TextNormalizer.blank(input.payment().cardToken())) {
            problems.add(
                    new FieldProblem("payment.token", "required", BilingualText.of("order.problem.token.required")));
        }
        return problems;
    }

    /** Points that are given, or a charge that is paid out, are no part of an order. */
    private static void negative(String field, Yen amount, List<FieldProblem> problems) {
        if (amount.isNegative()) {
            problems.add(new FieldProblem(field, "invalid", BilingualText.of("order.problem.negative." + field)));
        }
    }
}
