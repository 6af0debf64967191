package jp.otodoke.partners.shop;

import java.util.List;
import java.util.regex.Pattern;
import jp.otodoke.platform.csv.CsvColumn;
import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.shared.FieldProblem;

/** Maps a mistake found while placing an order to its line and column in the file. */
final class OrderProblems {
    private static final Pattern LINE = Pattern.compile("lines\\[(\\d+)]\\.(\\w+)");

    private OrderProblems() {}

    static List<Mistake> of(ReadOrder order, List<FieldProblem> problems) {
        return problems.stream().map(problem -> of(order, problem)).toList();
    }

    private static Mistake of(ReadOrder order, FieldProblem problem) {
        var line = LINE.matcher(problem.field());
        if (line.matches()) {
            var item = order.order().items().get(Integer.parseInt(line.group(1)));
            return mistake(order, item.line(), part(order, line.group(2)), problem.code(), problem);
        }
        // The code of a refusal is a message key, which means nothing to programs that process a file's mistakes.
        var code = problem.code().contains(".") ? Mistake.INVALID : problem.code();
        return mistake(order, order.line(), whole(order, problem.field()), code, problem);
    }

    private static Mistake mistake(ReadOrder order, int line, CsvColumn column, String code, FieldProblem problem) {
        return Mistake.withText(line, order.rows().get(0).header().nameOf(column), code, problem.words());
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
