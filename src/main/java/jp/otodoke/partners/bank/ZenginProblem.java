package jp.otodoke.partners.bank;

import java.util.List;

/**
 * One mistake in a 全銀 file.
 *
 * @param record the record's number, from 1
 * @param position the byte within the record, from 1
 * @param field the field's name in the layout
 * @param reason the message key below {@code bank.problem.}
 */
record ZenginProblem(int record, int position, String field, String code, String reason, List<String> arguments) {
    ZenginProblem at(int column) {
        return new ZenginProblem(record, column, field, code, reason, arguments);
    }

    static ZenginProblem of(int record, RecordField field, String code, String reason, String... arguments) {
        return new ZenginProblem(record, field.from(), field.name(), code, reason, List.of(arguments));
    }
}
