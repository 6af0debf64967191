package jp.otodoke.partners.cardupdate;

import java.util.ArrayList;
import java.util.List;
import jp.otodoke.platform.csv.Mistake;

/** One record of a result, whose every character is one byte. */
final class CardUpdateLine {
    private static final int LONGEST_SHOWN = 40;

    private final int number;
    private final String raw;
    private final List<String> cells;

    /** @param number from 1 */
    CardUpdateLine(int number, String raw) {
        this.number = number;
        this.raw = raw;
        this.cells = List.of(raw.split(",", -1));
    }

    int number() {
        return number;
    }

    String raw() {
        return raw;
    }

    boolean is(String record) {
        return text(CardUpdateField.RECORD).equals(record);
    }

    int width() {
        return cells.size();
    }

    /** What stands there, without blanks and quotes around it; nothing where the record is too short. */
    String text(CardUpdateField field) {
        return field.index() < cells.size() ? bare(cells.get(field.index())) : "";
    }

    private static String bare(String cell) {
        var text = cell.strip();
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1).strip()
                : text;
    }

    /** The byte at which a field begins, from 1; the one behind the record where it has none. */
    private int position(CardUpdateField field) {
        int position = 1;
        for (var cell : cells.subList(0, Math.min(field.index(), cells.size()))) {
            position += cell.length() + 1;
        }
        return Math.min(position, raw.length() + 1);
    }

    /** A mistake in a field, whose text is the first argument. */
    Mistake mistake(CardUpdateField field, String code, String reason, Object... more) {
        var arguments = new ArrayList<String>();
        var text = text(field);
        arguments.add(text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text);
        for (var one : more) {
            arguments.add(String.valueOf(one));
        }
        return new Mistake(number, position(field), field.title(), code, reason, arguments);
    }
}
