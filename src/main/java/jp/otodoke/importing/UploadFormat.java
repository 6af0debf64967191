package jp.otodoke.importing;

import java.util.List;
import java.util.Map;
import jp.otodoke.partners.exchange.FileFormat;
import jp.otodoke.partners.exchange.FileRecord;
import jp.otodoke.platform.csv.CsvRow;
import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.CurrentStaff;
import jp.otodoke.staff.Permission;

/** A file uploaded by staff: the result lists every line, and no tasks are created. */
abstract class UploadFormat<T> implements FileFormat<T> {
    private final String type;
    private final Map<String, String> columns;
    private final CurrentStaff staff;

    /** @param columns column names of fields that have another name in the use case */
    UploadFormat(String type, Map<String, String> columns, CurrentStaff staff) {
        this.type = type;
        this.staff = staff;
        this.columns = columns;
    }

    @Override
    public String partner() {
        return "office";
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public boolean named(String fileName) {
        return false;
    }

    @Override
    public boolean quarantines(Source source) {
        return false;
    }

    @Override
    public BilingualText words(Mistake mistake) {
        return mistake.words("import.row.");
    }

    @Override
    public List<Mistake> explain(FileRecord<T> record, List<FieldProblem> problems) {
        return explain(record.line(), problems);
    }

    List<Mistake> explain(int line, List<FieldProblem> problems) {
        return problems.stream()
                .map(p -> Mistake.withText(line, columns.getOrDefault(p.field(), p.field()), p.code(), p.words()))
                .toList();
    }

    /** Whether whoever uploads may; what the system takes in by itself was permitted before. */
    final boolean may(Permission permission) {
        return staff.isMachine() || staff.may(permission);
    }

    /** @throws Refusal forbidden */
    final void require(Permission permission) {
        if (!may(permission)) {
            throw Refusal.forbidden("import.not-allowed." + permission);
        }
    }

    static Mistake mistake(CsvRow row, String column, String code) {
        return Mistake.of(row.line(), column, code, code);
    }
}
