package jp.otodoke.partners.bank;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.partners.exchange.ChunkSteps;
import jp.otodoke.partners.exchange.FileFormat;
import jp.otodoke.partners.exchange.FileRecord;
import jp.otodoke.partners.exchange.FileRefused;
import jp.otodoke.partners.exchange.Outcome;
import jp.otodoke.payments.DepositCounts;
import jp.otodoke.payments.NewDeposit;
import jp.otodoke.payments.RecordDepositSet;
import jp.otodoke.payments.RecordDeposits;
import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Deposit files in the bank's folder, with any name: the header says what they are. */
@Component
class DepositFormat implements FileFormat<NewDeposit> {
    static final String TYPE = "DEPOSITS";

    private static final Set<String> ENDS_EARLY = Set.of("cut-off", "short", "no-end");

    private final List<ZenginLayout> layouts;
    private final RecordDeposits recordDeposits;
    private final RecordDepositSet recordDepositSet;
    private final DepositTasks depositTasks;
    private final BusinessClock clock;
    private final @Nullable ZenginLayout declared;

    @Autowired
    DepositFormat(
            List<ZenginLayout> layouts,
            RecordDeposits recordDeposits,
            RecordDepositSet recordDepositSet,
            DepositTasks depositTasks,
            BusinessClock clock) {
        this(layouts, recordDeposits, recordDepositSet, depositTasks, clock, null);
    }

    private DepositFormat(
            List<ZenginLayout> layouts,
            RecordDeposits recordDeposits,
            RecordDepositSet recordDepositSet,
            DepositTasks depositTasks,
            BusinessClock clock,
            @Nullable ZenginLayout declared) {
        this.layouts = layouts;
        this.recordDeposits = recordDeposits;
        this.recordDepositSet = recordDepositSet;
        this.depositTasks = depositTasks;
        this.clock = clock;
        this.declared = declared;
    }

    /** For a file whose format the sender names; its header has to agree. */
    DepositFormat declared(ZenginLayout layout) {
        return new DepositFormat(layouts, recordDeposits, recordDepositSet, depositTasks, clock, layout);
    }

    @Override
    public String partner() {
        return BankPartners.BANK;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public StaffGroup group() {
        return StaffGroup.ACCOUNTING;
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
    public List<FileRecord<NewDeposit>> read(String fileName, FileContent file) {
        try {
            return new DepositFile(ZenginFile.read(layout(file), file, clock.today()));
        } catch (ZenginRefused refused) {
            var problems = BankTexts.fieldProblems(refused.problems());
            var places = BankTexts.places(refused.problems());
            throw ENDS_EARLY.contains(refused.problems().get(0).reason())
                    ? FileRefused.incomplete(problems, places)
                    : new FileRefused(problems, places);
        }
    }

    private ZenginLayout layout(FileContent file) {
        if (declared != null) {
            return declared;
        }
        var content = file.read(0, 3);
        var type = content.length < 3 ? "" : new String(content, 1, 2, StandardCharsets.US_ASCII);
        return layouts.stream()
                .filter(layout -> layout.businessType().equals(type))
                .findFirst()
                .orElse(layouts.get(0));
    }

    @Override
    public BilingualText words(Mistake mistake) {
        return mistake.words("bank.problem.");
    }

    /** The bank's files have no columns: the position is given as record and byte. */
    @Override
    public BilingualText wordsWithPlace(Mistake mistake) {
        return BilingualText.of(
                "bank.import.at-record",
                String.valueOf(mistake.line()),
                String.valueOf(mistake.position()),
                mistake.field(),
                words(mistake));
    }

    /** Uploads report rejected rows in their result and to accounting; there is nothing to reprocess. */
    @Override
    public boolean quarantines(Source source) {
        return !source.uploaded();
    }

    @Override
    public void rejected(Source source, FileRecord<NewDeposit> record, List<Mistake> mistakes) {
        depositTasks.rejected(source, record, wordsWithPlace(mistakes.get(0)));
    }

    @Override
    public int chunk() {
        return DepositFile.CHUNK;
    }

    @Override
    public Outcome take(Source source, List<FileRecord<NewDeposit>> records) {
        var counts = recordDeposits.record(
                source.fileName(),
                source.id(),
                records.stream().map(FileRecord::get).toList());
        return outcome(counts);
    }

    static Outcome outcome(DepositCounts counts) {
        return Outcome.created(counts.created()).plus(Outcome.existing(counts.existing()));
    }

    @Override
    public boolean overlaps() {
        return true;
    }

    @Override
    public ChunkSteps steps(Source source, List<FileRecord<NewDeposit>> records, @Nullable ChunkSteps before) {
        return new DepositSteps(
                recordDepositSet,
                source.fileName(),
                source.messageId(),
                records.stream().map(FileRecord::get).toList(),
                before instanceof DepositSteps steps ? steps : null);
    }
}
