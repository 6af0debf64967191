package jp.otodoke.partners.convenience;

import java.util.Arrays;
import java.util.List;
import jp.otodoke.partners.exchange.FileRefused;
import jp.otodoke.partners.exchange.csv.PartnerCsv;
import jp.otodoke.platform.csv.CharacterSets;
import jp.otodoke.platform.csv.CsvRow;
import jp.otodoke.platform.csv.CsvTable;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.FilePlace;
import org.jspecify.annotations.Nullable;

/** A file of 電算システム as a whole: its rows, or why it is refused. The last row may have no line break. */
final class DskFile {
    private static final byte[] ERROR = {'e', 'r', 'r', 'o', 'r', ':'};
    private static final int LONGEST_ERROR = 1_000;

    private @Nullable CsvRow wrong;
    private @Nullable CsvRow last;

    private DskFile() {}

    /** @throws FileRefused if it is no such file, is cut off, or says that the agency had an error */
    static List<CsvRow> rows(FileContent content) {
        refuseError(content);
        var file = new DskFile();
        var rows = PartnerCsv.readUnended(content, DskColumn.HEADER, file::check);
        file.refuseWrongWidth();
        file.refuseCutOff(content);
        return rows;
    }

    /** What the agency answers in place of data. */
    private static void refuseError(FileContent content) {
        if (Arrays.equals(content.read(0, ERROR.length), ERROR)) {
            var text = new String(content.read(ERROR.length, LONGEST_ERROR), CharacterSets.CP932).strip();
            throw new FileRefused("agency-error", BilingualText.of("dsk.refused.error", text));
        }
    }

    private void check(CsvRow row) {
        last = row;
        if (wrong == null && !row.hasAllCells()) {
            wrong = row;
        }
    }

    private void refuseWrongWidth() {
        if (wrong != null) {
            int cells = wrong.cells().size();
            var column = DskColumn.values()[Math.min(cells, DskColumn.values().length) - 1];
            var problem = new FieldProblem(
                    column.title(),
                    "wrong-width",
                    DskTexts.at(
                            wrong.line(),
                            DskFields.end(wrong.raw()),
                            column.title(),
                            BilingualText.of("dsk.problem.wrong-width", cells, DskColumn.values().length)));
            var place = List.of(new FilePlace(wrong.line(), DskFields.end(wrong.raw())));
            throw CsvTable.cutOffIn(wrong)
                    ? FileRefused.incomplete(List.of(problem), place)
                    : new FileRefused(List.of(problem), place);
        }
    }

    private void refuseCutOff(FileContent content) {
        boolean ended = content.read(content.size() - 1, 1)[0] == '\n';
        var day = DskColumn.MADE_ON;
        if (last != null && !ended && !last.asWritten(day.ordinal()).matches("[0-9]{8}")) {
            var place = new FilePlace(last.line(), DskFields.end(last.raw()));
            var problem = new FieldProblem(
                    day.title(),
                    "cut-off",
                    DskTexts.at(
                            place.record(), place.position(), day.title(), BilingualText.of("dsk.problem.cut-off")));
            throw FileRefused.incomplete(List.of(problem), List.of(place));
        }
    }
}
