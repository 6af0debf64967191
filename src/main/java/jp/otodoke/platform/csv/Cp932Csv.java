package jp.otodoke.platform.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** Writes a CSV file in CP932, a line for each row, and notes every character that had to be replaced. */
public final class Cp932Csv {
    private final StringWriter text = new StringWriter();
    private final CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
    private final Cp932Text characters = new Cp932Text();
    private final List<String> notes = new ArrayList<>();

    /** Without a header. */
    public Cp932Csv() {}

    public Cp932Csv(List<String> header) {
        row("", header);
    }

    /** @param name what the row is about, for the notes */
    public void row(String name, List<String> cells) {
        csv.writeRecord(cells.stream().map(cell -> writable(name, cell)).toList());
    }

    public byte[] bytes() {
        return text.toString().getBytes(CharacterSets.CP932);
    }

    public List<String> notes() {
        return notes;
    }

    /** A cell stays on its line: partners read line by line. */
    private String writable(String name, String cell) {
        return characters.writable(
                cell.replaceAll("[\\r\\n\\t]+", " "),
                (character, substitute) -> notes.add("%s: %s → %s".formatted(name, character, substitute)));
    }
}
