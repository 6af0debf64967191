package jp.otodoke.partners.convenience;

import java.util.List;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.partners.exchange.FileFormat;
import jp.otodoke.partners.exchange.FileRecord;
import jp.otodoke.partners.exchange.Outcome;
import jp.otodoke.payments.RecordSlipNotices;
import jp.otodoke.payments.SlipContract;
import jp.otodoke.payments.SlipNotice;
import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.platform.files.LargeList;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.FieldProblem;
import org.springframework.stereotype.Component;

/** 収納データ of 電算システム: what customers have paid at stores, as a CSV file of thirteen columns. */
@Component
class DskFormat implements FileFormat<SlipNotice> {
    private static final String AGENCY = "agency";

    private final RecordSlipNotices recordSlipNotices;
    private final SlipContract contract;
    private final BusinessClock clock;

    DskFormat(RecordSlipNotices recordSlipNotices, SlipContract contract, BusinessClock clock) {
        this.recordSlipNotices = recordSlipNotices;
        this.contract = contract;
        this.clock = clock;
    }

    @Override
    public String partner() {
        return AGENCY;
    }

    @Override
    public String type() {
        return "CVS";
    }

    @Override
    public StaffGroup group() {
        return StaffGroup.ACCOUNTING;
    }

    @Override
    public boolean named(String fileName) {
        return fileName.matches("CVS_[^/\\\\]*\\.(?i:csv)");
    }

    /** The agency lets the same range of days be asked for again. */
    @Override
    public boolean namesAreUnique() {
        return false;
    }

    @Override
    public List<FileRecord<SlipNotice>> read(String fileName, FileContent content) {
        var today = clock.today();
        return LargeList.of(DskFile.rows(content), (place, row) -> new DskRow(row, contract.issuer(), today).read());
    }

    @Override
    public Outcome take(Source source, List<FileRecord<SlipNotice>> records) {
        var created = recordSlipNotices.record(
                source.fileName(), records.stream().map(FileRecord::get).toList());
        return Outcome.created(created).plus(Outcome.existing(records.size() - created));
    }

    /** Only an amount can be wrong in the light of what is known already. */
    @Override
    public List<Mistake> explain(FileRecord<SlipNotice> record, List<FieldProblem> problems) {
        return problems.stream()
                .map(problem -> explain(
                        record,
                        Mistake.withText(record.line(), DskColumn.AMOUNT.title(), problem.code(), problem.words())))
                .toList();
    }

    private static Mistake explain(FileRecord<SlipNotice> record, Mistake mistake) {
        return new Mistake(
                mistake.line(),
                DskFields.position(record.raw(), DskColumn.AMOUNT),
                mistake.field(),
                mistake.code(),
                mistake.reason(),
                mistake.arguments());
    }

    @Override
    public BilingualText words(Mistake mistake) {
        return DskTexts.of(mistake);
    }

    @Override
    public BilingualText wordsWithPlace(Mistake mistake) {
        return DskTexts.withPlace(mistake);
    }
}
