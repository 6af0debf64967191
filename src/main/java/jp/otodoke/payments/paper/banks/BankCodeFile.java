package jp.otodoke.payments.paper.banks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.otodoke.payments.BankCode;
import jp.otodoke.payments.BankKana;
import jp.otodoke.platform.csv.CharacterSets;
import jp.otodoke.platform.csv.CsvColumn;
import jp.otodoke.platform.csv.CsvDialect;
import jp.otodoke.platform.csv.CsvDialect.Controls;
import jp.otodoke.platform.csv.CsvDialect.StrayQuotes;
import jp.otodoke.platform.csv.CsvRow;
import jp.otodoke.platform.csv.CsvTable;
import jp.otodoke.platform.csv.UnreadableCsv;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.TextNormalizer;

/**
 * Reads a CSV file of bank codes, UTF-8 or CP932: {@code bank_code,branch_code,name,kana}, a row for each bank (whose branch code is
 * empty) and for each branch.
 */
final class BankCodeFile {
    private static final CsvColumn BANK = CsvColumn.of("bank_code");
    private static final CsvColumn BRANCH = CsvColumn.of("branch_code");
    private static final CsvColumn NAME = CsvColumn.of("name");
    private static final CsvColumn KANA = CsvColumn.of("kana");
    private static final CsvDialect DIALECT =
            new CsvDialect(CharacterSets.UTF8_OR_CP932, StrayQuotes.REFUSED, Controls.NONE, false, true);
    private static final int LONGEST_NAME = 100;
    private static final int MOST_PROBLEMS = 100;

    private final List<BankCode> codes = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final List<FieldProblem> problems = new ArrayList<>();

    private BankCodeFile() {}

    /** @throws InvalidInput with what is wrong, each with its line and column */
    static List<BankCode> read(byte[] bytes) {
        var file = new BankCodeFile();
        try {
            var table = CsvTable.open(FileContent.of(bytes), DIALECT);
            table.header()
                    .missing(List.of(BANK, BRANCH, NAME, KANA))
                    .forEach(column -> file.problem(1, column, "required"));
            if (file.problems.isEmpty()) {
                table.rows(file::take);
            }
        } catch (UnreadableCsv unreadable) {
            file.problem(unreadable.line(), CsvColumn.of("file"), "unreadable");
        }
        if (file.problems.isEmpty() && file.codes.isEmpty()) {
            file.problem(1, CsvColumn.of("file"), "empty");
        }
        if (!file.problems.isEmpty()) {
            throw new InvalidInput(file.problems.stream().limit(MOST_PROBLEMS).toList());
        }
        return file.codes;
    }

    private void take(CsvRow row) {
        int before = problems.size();
        var code = new BankCode(
                row.get(BANK),
                row.get(BRANCH),
                row.get(NAME),
                BankKana.of(row.get(KANA)).orElse(""));
        check(code.bank().matches("[0-9]{4}"), row, BANK, "digits");
        check(code.branch().matches("([0-9]{3})?"), row, BRANCH, "digits");
        check(!TextNormalizer.blank(code.name()) && code.name().length() <= LONGEST_NAME, row, NAME, "name");
        check(!code.kana().isEmpty() && code.kana().length() <= LONGEST_NAME, row, KANA, "kana");
        if (problems.size() == before) {
            check(seen.add(code.key()), row, BRANCH, "twice");
            codes.add(code);
        }
    }

    private void check(boolean right, CsvRow row, CsvColumn column, String code) {
        if (!right) {
            problem(row.line(), column, code);
        }
    }

    private void problem(int line, CsvColumn column, String code) {
        problems.add(new FieldProblem(
                column.name(),
                code,
                BilingualText.of("bank-codes.problem." + code, String.valueOf(line), column.name())));
    }
}
