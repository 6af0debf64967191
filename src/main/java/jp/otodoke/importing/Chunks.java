package jp.otodoke.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Saves many records in few transactions; where a record is wrong its chunk is saved one by one. */
@Component
class Chunks {
    private static final int SIZE = 200;

    /** A record that could be read, with its place in the file. */
    record Item<T>(long line, T value) {}

    private final TransactionTemplate transaction;

    Chunks(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /**
     * @param columns from the field of a problem to the column of the file
     * @param problems what could not be read so far, one entry or more per rejected line
     */
    <T> ImportResult save(
            List<Item<T>> items, Function<T, Outcome> save, UnaryOperator<String> columns, List<RowProblem> problems) {
        var outcomes = new EnumMap<Outcome, Integer>(Outcome.class);
        var wrong = new ArrayList<>(problems);
        for (int from = 0; from < items.size(); from += SIZE) {
            var chunk = items.subList(from, Math.min(from + SIZE, items.size()));
            try {
                add(outcomes, together(chunk, save));
            } catch (InvalidInput oneIsWrong) {
                for (var item : chunk) {
                    oneByOne(item, save, columns, outcomes, wrong);
                }
            }
        }
        return result(items.size(), outcomes, problems, wrong);
    }

    private <T> void oneByOne(
            Item<T> item,
            Function<T, Outcome> save,
            UnaryOperator<String> columns,
            Map<Outcome, Integer> outcomes,
            List<RowProblem> wrong) {
        try {
            add(outcomes, together(List.of(item), save));
        } catch (InvalidInput invalid) {
            for (FieldProblem problem : invalid.problems()) {
                wrong.add(
                        new RowProblem(item.line(), columns.apply(problem.field()), problem.code(), problem.message()));
            }
        }
    }

    private <T> Map<Outcome, Integer> together(List<Item<T>> chunk, Function<T, Outcome> save) {
        return transaction.execute(status -> {
            var outcomes = new EnumMap<Outcome, Integer>(Outcome.class);
            chunk.forEach(item -> outcomes.merge(save.apply(item.value()), 1, Integer::sum));
            return outcomes;
        });
    }

    private static void add(Map<Outcome, Integer> to, Map<Outcome, Integer> more) {
        more.forEach((outcome, count) -> to.merge(outcome, count, Integer::sum));
    }

    private static ImportResult result(
            int readable, Map<Outcome, Integer> outcomes, List<RowProblem> unreadable, List<RowProblem> wrong) {
        int read = readable
                + (int) unreadable.stream()
                        .mapToLong(RowProblem::line)
                        .distinct()
                        .count();
        int saved = outcomes.values().stream().mapToInt(Integer::intValue).sum();
        return new ImportResult(
                read,
                outcomes.getOrDefault(Outcome.CREATED, 0),
                outcomes.getOrDefault(Outcome.EXISTING, 0),
                outcomes.getOrDefault(Outcome.UPDATED, 0),
                read - saved,
                wrong.stream()
                        .sorted(Comparator.comparingLong(RowProblem::line))
                        .toList());
    }
}
