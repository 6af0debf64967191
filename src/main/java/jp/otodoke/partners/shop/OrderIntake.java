package jp.otodoke.partners.shop;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.orders.Preparation;
import jp.otodoke.partners.exchange.FileFormat;
import jp.otodoke.partners.exchange.FileRecord;
import jp.otodoke.partners.exchange.FileRefused;
import jp.otodoke.partners.exchange.Outcome;
import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.platform.files.LargeList;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;

/** Order files in a shop's folder: their names start with the format's name. */
final class OrderIntake implements FileFormat<ReadOrder> {
    private final OrderFormat format;
    private final PlaceShopOrders placeShopOrders;
    private final RejectOrder rejectOrder;

    OrderIntake(OrderFormat format, PlaceShopOrders placeShopOrders, RejectOrder rejectOrder) {
        this.format = format;
        this.placeShopOrders = placeShopOrders;
        this.rejectOrder = rejectOrder;
    }

    /** The name of its format in uploads. */
    String code() {
        return format.code();
    }

    static String type(OrderFormat format) {
        return "ORDERS_" + format.channel();
    }

    @Override
    public String partner() {
        return ShopPartner.CODE;
    }

    @Override
    public String type() {
        return type(format);
    }

    @Override
    public StaffGroup group() {
        return StaffGroup.ORDERS;
    }

    /** A shop may use the same name for every daily download. */
    @Override
    public boolean namesAreUnique() {
        return false;
    }

    @Override
    public boolean named(String fileName) {
        var name = fileName.toLowerCase(Locale.ROOT);
        return name.startsWith(format.code() + "_") && name.endsWith(".csv");
    }

    /** Every order counts as readable here; its mistakes are reported with all its rows when it is placed. */
    @Override
    public List<FileRecord<ReadOrder>> read(String fileName, FileContent content) {
        try {
            return LargeList.of(
                    OrderFile.read(format, content),
                    (place, order) -> FileRecord.good(order.line(), order.readable(), order, Set.of()));
        } catch (UnreadableFile file) {
            var problems = file.problems().stream()
                    .map(p -> new FieldProblem(
                            p.field(),
                            p.code(),
                            BilingualText.of("shop.import.at-line", String.valueOf(p.line()), ProblemTexts.of(p))))
                    .toList();
            throw problems.get(0).code().equals("truncated")
                    ? FileRefused.incomplete(problems)
                    : new FileRefused(problems);
        }
    }

    @Override
    public Outcome take(Source source, List<FileRecord<ReadOrder>> records) {
        return take(source, records, Preparation.NOW);
    }

    /** Its process prepares it, so that no failing step keeps it out. */
    @Override
    public Outcome takeAlone(Source source, FileRecord<ReadOrder> record) {
        return take(source, List.of(record), Preparation.LATER);
    }

    private Outcome take(Source source, List<FileRecord<ReadOrder>> records, Preparation preparation) {
        var orderOutcome = placeShopOrders.take(
                format,
                SourceFile.of(source),
                records.stream().map(FileRecord::get).toList(),
                preparation);
        var outcome = Outcome.NONE;
        for (int i = 0; i < records.size(); i++) {
            outcome = outcome.plus(outcome(records.get(i), orderOutcome.get(i)));
        }
        return outcome;
    }

    private static Outcome outcome(FileRecord<ReadOrder> record, OrderOutcome orderOutcome) {
        return switch (orderOutcome.state()) {
            case CREATED -> Outcome.created(1);
            case EXISTING -> Outcome.existing(1);
            case REJECTED -> Outcome.rejected(record, orderOutcome.problems());
        };
    }

    @Override
    public List<Mistake> explain(FileRecord<ReadOrder> record, List<FieldProblem> problems) {
        return OrderProblems.of(record.get(), problems);
    }

    /** A rejected order has its own task, in which its rows can be corrected. */
    @Override
    public boolean quarantines(Source source) {
        return false;
    }

    @Override
    public void rejected(Source source, FileRecord<ReadOrder> record, List<Mistake> mistakes) {
        rejectOrder.reject(format, SourceFile.of(source), record.get(), mistakes);
    }

    @Override
    public BilingualText words(Mistake mistake) {
        return ProblemTexts.of(mistake);
    }

    @Override
    public String lineOf(FileRecord<ReadOrder> record, int line) {
        return record.get().rowAt(line);
    }
}
