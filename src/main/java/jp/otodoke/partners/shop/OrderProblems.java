package jp.otodoke.partners.shop;

import java.util.List;
import java.util.regex.Pattern;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.csv.CsvColumn;
import jp.otodoke.shared.csv.Mistake;

/** Leads a mistake that was found while placing an order back to its line and column in the file. */
final class OrderProblems {
    private static final Pattern LINE = Pattern.compile("lines\\[(\\d+)]\\.(\\w+)");

    private OrderProblems() {}

    static List<Mistake> of(ReadOrder order, InvalidInput refused) {
        return refused.problems().stream().map(problem -> of(order, problem)).toList();
    }

    private static Mistake of(ReadOrder order, FieldProblem problem) {
        var words = problem.words();
        var line = LINE.matcher(problem.field());
        if (line.matches()) {
            var item = order.order().items().get(Integer.parseInt(line.group(1)));
            return order.problem(
                    item.line(), part(order, line.group(2)), problem.code(), "text", words.japanese(), words.english());
        }
        return order.problem(whole(order, problem.field()), problem.code(), "text", words.japanese(), words.english());
    }

    private static CsvColumn part(ReadOrder order, String field) {
        return switch (field) {
            case "quantity" -> order.columns().quantity();
            case "unitPrice" -> order.columns().price();
            default -> order.columns().sku();
        };
    }

    private static CsvColumn whole(ReadOrder order, String field) {
        if (field.startsWith("customer")) {
            return order.columns().member();
        }
        if (field.startsWith("payment")) {
            return order.columns().method();
        }
        return switch (field) {
            case "orderedAt" -> order.columns().orderedAt();
            case "total" -> order.columns().total();
            default -> order.columns().number();
        };
    }
}
