package jp.otodoke.payments;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jp.otodoke.payments.MatchDeposits.Allocation;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Matches a deposit to the claims and statements that a person has chosen: to each as much as is open and left. What stands on a
 * chosen statement is paid by it alone.
 */
@Component
public class MatchChosenClaims {
    private final Deposits deposits;
    private final OpenItems items;
    private final AllocateToStatement allocateToStatement;
    private final MatchDeposits matchDeposits;

    MatchChosenClaims(
            Deposits deposits, OpenItems items, AllocateToStatement allocateToStatement, MatchDeposits matchDeposits) {
        this.deposits = deposits;
        this.items = items;
        this.allocateToStatement = allocateToStatement;
        this.matchDeposits = matchDeposits;
    }

    /**
     * @param fee whether what is missing to the last one is what the bank has kept
     * @param by user name
     * @throws InvalidInput if none is chosen, more than the deposit can pay, or more is missing than banks keep
     */
    @Transactional
    public Deposit match(long deposit, List<ReceivableNumber> chosen, boolean fee, String by) {
        var left = deposits.find(deposit)
                .orElseThrow(() -> Refusal.notFound("deposit.not-found", deposit))
                .remaining();
        var allocations = new ArrayList<Allocation>();
        var onStatements = chosen.stream()
                .flatMap(number -> onStatement(number).stream())
                .map(Allocation::receivable)
                .collect(Collectors.toSet());
        for (var number : chosen.stream()
                .distinct()
                .filter(one -> !onStatements.contains(one))
                .toList()) {
            var open = open(number);
            var amount = open.min(left);
            left = left.minus(amount);
            allocations.add(new Allocation(number, amount, fee ? open.minus(amount) : Yen.ZERO));
        }
        if (allocations.isEmpty()) {
            throw new InvalidInput("allocations", "required", BilingualText.of("deposit.problem.allocations.required"));
        }
        return matchDeposits.confirm(deposit, allocateToStatement.spread(allocations), by);
    }

    private Yen open(ReceivableNumber number) {
        return StatementNumber.isOne(number.value())
                ? Yen.sum(onStatement(number), Allocation::amount)
                : items.find(number).map(OpenItem::open).orElse(Yen.ZERO);
    }

    private List<Allocation> onStatement(ReceivableNumber number) {
        return StatementNumber.isOne(number.value())
                ? allocateToStatement.open(StatementNumber.of(number.value()))
                : List.of();
    }
}
