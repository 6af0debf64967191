package jp.otodoke.partners.cardupdate;

import java.util.List;
import java.util.Set;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.partners.exchange.FileFormat;
import jp.otodoke.partners.exchange.FileRecord;
import jp.otodoke.partners.exchange.Outcome;
import jp.otodoke.payments.CardResult;
import jp.otodoke.payments.CardUpdateFiles;
import jp.otodoke.platform.files.FileContent;
import org.springframework.stereotype.Component;

/** The agency's answer about the cards of a month (洗替結果). */
@Component
class CardUpdateFormat implements FileFormat<CardUpdateFormat.Answer> {
    static final String AGENCY = "agency";

    private static final int CHUNK = 500;

    private final CardUpdateFiles updates;
    private final CardUpdateCodes codes;

    CardUpdateFormat(CardUpdateFiles updates, CardUpdateCodes codes) {
        this.updates = updates;
        this.codes = codes;
    }

    /** @param update to which the card belongs */
    record Answer(long update, CardResult result) {}

    @Override
    public String partner() {
        return AGENCY;
    }

    @Override
    public String type() {
        return CardUpdateField.KIND;
    }

    @Override
    public StaffGroup group() {
        return StaffGroup.ACCOUNTING;
    }

    @Override
    public boolean named(String fileName) {
        return fileName.matches(CardUpdateField.KIND + "_[^/\\\\]*\\.(?i:csv)");
    }

    /** A result that was wrong comes again under its name. */
    @Override
    public boolean namesAreUnique() {
        return false;
    }

    @Override
    public int chunk() {
        return CHUNK;
    }

    @Override
    public List<FileRecord<Answer>> read(String fileName, FileContent content) {
        try {
            var file = CardUpdateFile.read(content, codes, updates::sent);
            return file.records().stream()
                    .map(record -> FileRecord.good(
                            record.line().number(),
                            record.line().raw(),
                            new Answer(file.update(), record.result()),
                            Set.of()))
                    .toList();
        } catch (CardUpdateRefused refused) {
            throw refused.asFileRefused();
        }
    }

    @Override
    public Outcome take(Source source, List<FileRecord<Answer>> records) {
        if (records.isEmpty()) {
            return Outcome.NONE;
        }
        var results = records.stream().map(record -> record.get().result()).toList();
        int created = updates.book(records.get(0).get().update(), source.fileName(), results);
        return Outcome.created(created).plus(Outcome.existing(records.size() - created));
    }
}
