package jp.otodoke.partners.shop;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import jp.otodoke.partners.FileFormat;
import jp.otodoke.partners.FileRecord;
import jp.otodoke.partners.FileRefused;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Words;

/** Order files that a shop lays in its folder: their names begin with the format's. */
final class OrderIntake implements FileFormat<ReadOrder> {
    private final OrderFormat format;
    private final TakeOrders takeOrders;

    OrderIntake(OrderFormat format, TakeOrders takeOrders) {
        this.format = format;
        this.takeOrders = takeOrders;
    }

    static String type(OrderFormat format) {
        return "ORDERS_" + format.channel();
    }

    @Override
    public String partner() {
        return "shop";
    }

    @Override
    public String type() {
        return type(format);
    }

    @Override
    public String group() {
        return "orders";
    }

    /** A shop may well give its daily download the same name. */
    @Override
    public boolean namesAreUnique() {
        return false;
    }

    @Override
    public boolean named(String fileName) {
        var name = fileName.toLowerCase(Locale.ROOT);
        return name.startsWith(format.code() + "_") && name.endsWith(".csv");
    }

    /** Every order counts as readable here: what is wrong with it is told with all its rows when it is taken. */
    @Override
    public List<FileRecord<ReadOrder>> read(String fileName, byte[] content) {
        try {
            return OrderFile.read(format, content).stream()
                    .map(order -> FileRecord.good(order.line(), order.readable(), order, Set.of()))
                    .toList();
        } catch (UnreadableFile file) {
            var reason = Words.joined(
                    "\n",
                    file.problems().stream()
                            .map(p -> Words.of("shop.import.at-line", String.valueOf(p.line()), ProblemTexts.of(p)))
                            .toList());
            var first = file.problems().get(0);
            throw first.code().equals("truncated")
                    ? FileRefused.unfinished(first.code(), reason)
                    : new FileRefused(first.code(), reason);
        }
    }

    @Override
    public void take(Source source, List<FileRecord<ReadOrder>> records) {
        try {
            takeOrders.take(
                    format,
                    new SourceFile(source.messageId(), source.fileName()),
                    records.stream().map(FileRecord::get).toList());
        } catch (InvalidInput e) {
            throw records.size() == 1 ? new InvalidInput(told(records.get(0).get(), e)) : e;
        }
    }

    private List<FieldProblem> told(ReadOrder order, InvalidInput refused) {
        return OrderProblems.of(order, refused).stream()
                .map(p -> new FieldProblem(p.field(), p.code(), ProblemTexts.of(p)))
                .toList();
    }
}
