package jp.otodoke.payments.accounting.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.otodoke.payments.CreditTerms;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * Terms as they are typed or sent; without a day it is the end of the month, without a month the next.
 *
 * @param creditLimit yen
 */
record CreditTermsInput(
        @Nullable Long creditLimit,
        @Nullable Integer closingDay,
        @Nullable Integer monthsLater,
        @Nullable Integer payDay) {
    /** @throws InvalidInput with everything that is wrong */
    CreditTerms read() {
        long limit = Objects.requireNonNullElse(creditLimit, -1L);
        int closing = Objects.requireNonNullElse(closingDay, CreditTerms.LAST_DAY);
        int months = Objects.requireNonNullElse(monthsLater, 1);
        int pay = Objects.requireNonNullElse(payDay, CreditTerms.LAST_DAY);
        var problems = new ArrayList<FieldProblem>();
        if (limit < 0 || limit > CreditTerms.MOST.amount()) {
            problems.add(problem("creditLimit"));
        }
        if (!CreditTerms.isDay(closing)) {
            problems.add(problem("closingDay"));
        }
        if (months < 0 || months > CreditTerms.MOST_MONTHS) {
            problems.add(problem("monthsLater"));
        }
        if (!CreditTerms.isDay(pay) || months == 0 && pay < closing) {
            problems.add(problem("payDay"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(List.copyOf(problems));
        }
        return new CreditTerms(Yen.of(limit), closing, months, pay);
    }

    private static FieldProblem problem(String field) {
        return new FieldProblem(field, "invalid", BilingualText.of("credit.problem." + field));
    }
}
