package jp.otodoke.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.otodoke.ModuleTest;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.BeforeTry;
import net.jqwik.api.statistics.Statistics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.context.TestContextManager;

/**
 * Orders by every method, with partial shipments, refusals, cancellations, changes, deposits, reversals, notices and answers in
 * any order. Whatever happens, money agrees with lines and ledger after each step, everything can be brought to an end, and then
 * nobody has to decide anything any more. A failure is reduced to the fewest steps that show it.
 */
@ModuleTest
class RandomMoneyTests {
    @Autowired
    AutowireCapableBeanFactory beans;

    @BeforeTry
    void inTheApplicationOfTheModule() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
    }

    @Property(tries = 4, shrinking = ShrinkingMode.BOUNDED)
    void moneyAgreesWithLinesAndLedgerWhateverHappens(@ForAll("walks") List<MoneyMoves.Move> moves) {
        walk(moves);
    }

    @Tag("chaos")
    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void moneyAgreesAfterThousandsOfMoves(@ForAll("walks") List<MoneyMoves.Move> moves) {
        walk(moves);
    }

    private void walk(List<MoneyMoves.Move> moves) {
        var world = beans.createBean(MoneyMoves.class);
        world.begin();
        for (var move : moves) {
            world.make(move);
        }
        world.agrees();
        world.bringToAnEnd();
        world.agrees();
        world.ends().forEach(end -> Statistics.collect(end));
        assertThat(world.unfinished()).as("after %s", world.made()).isEmpty();
        assertThat(world.leftToDecide()).as("after %s", world.made()).isEmpty();
    }

    @Provide
    Arbitrary<List<MoneyMoves.Move>> walks() {
        var numbers = Arbitraries.integers().between(0, 10_000);
        return Combinators.combine(Arbitraries.of(MoneyMoves.Kind.class), numbers, numbers)
                .as(MoneyMoves.Move::new)
                .list()
                .ofMinSize(40)
                .ofMaxSize(100);
    }
}
