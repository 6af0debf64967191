package jp.otodoke.payments;

import java.util.ArrayList;
import java.util.List;
import jp.otodoke.payments.MatchDeposits.Allocation;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a deposit is to pay, and finds all that is wrong in it before any of it is booked. */
@Component
public class ReadAllocations {
    private final MatchDeposits matching;
    private final AllocateToStatement allocateToStatement;

    ReadAllocations(MatchDeposits matching, AllocateToStatement allocateToStatement) {
        this.matching = matching;
        this.allocateToStatement = allocateToStatement;
    }

    /**
     * As they can be confirmed, statements replaced by what stands on them.
     *
     * @throws InvalidInput with every mistake, each at its place such as {@code allocations[0].amount}
     * @throws Refusal if there is no such deposit, or it has nothing left to pay with (conflict)
     */
    @Transactional
    public List<Allocation> read(long deposit, List<Asked> asked) {
        matching.open(deposit);
        var problems = new ArrayList<FieldProblem>();
        var read = new ArrayList<Allocation>();
        for (int i = 0; i < asked.size(); i++) {
            var one = asked.get(i);
            try {
                var allocation = one.read();
                check(allocation);
                read.add(allocation);
            } catch (InvalidInput wrong) {
                for (var problem : wrong.problems()) {
                    problems.add(problem.at("allocations[" + i + "]." + one.given(problem.field())));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return allocateToStatement.spread(read);
    }

    private void check(Allocation one) {
        if (one.amount().isPositive() && StatementNumber.isOne(one.receivable().value())) {
            allocateToStatement.spread(List.of(one));
        } else {
            matching.check(one);
        }
    }

    /**
     * One of the two, an order or what is owed without one.
     *
     * @param fee what the bank has kept and is written off
     */
    public record Asked(@Nullable OrderNumber order, @Nullable ReceivableNumber receivable, Yen amount, Yen fee) {
        private Allocation read() {
            var number = order == null ? receivable : ReceivableNumber.of(order);
            if (number == null) {
                throw new InvalidInput("orderNumber", "required", BilingualText.of("deposit.problem.number.required"));
            }
            return new Allocation(number, amount, fee);
        }

        /** Who has given the number of a receivable has made his mistake there. */
        private String given(String field) {
            boolean number = field.equals("orderNumber") || field.equals("receivable");
            return number ? order == null && receivable != null ? "receivable" : "orderNumber" : field;
        }
    }
}
