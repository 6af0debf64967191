package jp.otodoke.partners.bank;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.otodoke.partners.FileFormat;
import jp.otodoke.partners.FileRecord;
import jp.otodoke.partners.FileRefused;
import jp.otodoke.partners.bank.ZenginFile.Content;
import jp.otodoke.payments.NewDeposit;
import jp.otodoke.payments.RecordDeposits;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Words;
import jp.otodoke.shared.csv.Mistake;
import org.springframework.stereotype.Component;

/** Deposit files in the bank's folder: banks name them as they like, their header says what they are. */
@Component
class DepositIntake implements FileFormat<NewDeposit> {
    private static final Set<String> ENDS_EARLY = Set.of("cut-off", "short", "no-end");

    private final List<ZenginLayout> layouts;
    private final RecordDeposits recordDeposits;
    private final BusinessClock clock;

    DepositIntake(List<ZenginLayout> layouts, RecordDeposits recordDeposits, BusinessClock clock) {
        this.layouts = layouts;
        this.recordDeposits = recordDeposits;
        this.clock = clock;
    }

    @Override
    public String partner() {
        return "bank";
    }

    @Override
    public String type() {
        return "DEPOSITS";
    }

    @Override
    public String group() {
        return "accounting";
    }

    @Override
    public boolean named(String fileName) {
        return true;
    }

    @Override
    public boolean namesAreUnique() {
        return false;
    }

    @Override
    public List<FileRecord<NewDeposit>> read(String fileName, byte[] content) {
        try {
            var file = ZenginFile.read(layout(content), content, clock.today());
            return records(file);
        } catch (ZenginRefused refused) {
            var first = refused.problems().get(0);
            var reason = BankTexts.together(refused.problems());
            throw ENDS_EARLY.contains(first.reason())
                    ? FileRefused.unfinished(first.code(), reason)
                    : new FileRefused(first.code(), reason);
        }
    }

    private ZenginLayout layout(byte[] content) {
        var type = content.length < 3 ? "" : new String(content, 1, 2, StandardCharsets.US_ASCII);
        return layouts.stream()
                .filter(layout -> layout.businessType().equals(type))
                .findFirst()
                .orElse(layouts.get(0));
    }

    private List<FileRecord<NewDeposit>> records(Content file) {
        var good = DepositFile.deposits(file).stream()
                .map(d -> FileRecord.good(d.record(), file.raw(d.record()), d, Set.of()));
        var bad = file.rejected().stream()
                .map(p -> FileRecord.<NewDeposit>bad(p.record(), file.raw(p.record()), List.of(mistake(p)), Set.of()));
        return Stream.concat(good, bad)
                .sorted(Comparator.comparingInt(FileRecord::line))
                .toList();
    }

    private static Mistake mistake(ZenginProblem problem) {
        return new Mistake(
                problem.record(),
                problem.position(),
                problem.field(),
                problem.code(),
                problem.reason(),
                problem.arguments());
    }

    /** A bank has no columns: where it stands is told with the record and the byte. */
    @Override
    public Words words(Mistake mistake) {
        return Words.of(
                "bank.import.at-record",
                String.valueOf(mistake.line()),
                String.valueOf(mistake.position()),
                mistake.field(),
                Words.of("bank.problem." + mistake.reason(), mistake.places()));
    }

    @Override
    public void take(Source source, List<FileRecord<NewDeposit>> records) {
        recordDeposits.record(
                source.fileName(), records.stream().map(FileRecord::get).toList());
    }
}
