package jp.otodoke.partners.exchange.csv;

import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * Writes CSV in CP932. Characters that CP932 lacks are replaced by their nearest relative, else by 〓, and every
 * replacement is noted.
 */
public final class CsvText {
    private static final String UNKNOWN = "〓";
    private static final Pattern VOICED = Pattern.compile("[\\u3041-\\u30FE][\\u3099\\u309A]");

    /** Nearest relatives: same character in another code, or the ordinary form of a name's rare variant. */
    private static final Map<String, String> RELATIVES = Map.ofEntries(
            Map.entry("−", "－"),
            Map.entry("–", "－"),
            Map.entry("‐", "－"),
            Map.entry("‑", "－"),
            Map.entry("—", "―"),
            Map.entry("〜", "～"),
            Map.entry("‖", "∥"),
            Map.entry("¥", "￥"),
            Map.entry("•", "・"),
            Map.entry("\u00a0", " "),
            Map.entry("𠮷", "吉"),
            Map.entry("𡈽", "土"),
            Map.entry("𣘺", "橋"),
            Map.entry("𠀋", "丈"),
            Map.entry("𦚰", "脇"),
            Map.entry("𫝆", "今"));

    private final CharsetEncoder encoder = Cp932.CHARSET.newEncoder();
    private final StringBuilder text = new StringBuilder();
    private final List<String> notes = new ArrayList<>();

    public CsvText(List<String> header) {
        row("", header);
    }

    /** @param name what the row is about, for the notes */
    public void row(String name, List<String> cells) {
        var line = new StringJoiner(",", "", "\r\n");
        cells.forEach(cell -> line.add(quoted(writable(name, cell))));
        text.append(line);
    }

    public byte[] bytes() {
        return text.toString().getBytes(Cp932.CHARSET);
    }

    public List<String> notes() {
        return notes;
    }

    private String writable(String name, String cell) {
        var line = cell.replaceAll("[\\r\\n\\t]+", " ");
        if (encoder.canEncode(line)) {
            return line;
        }
        // Only kana with separate voicing marks is composed: composing all would exchange kanji of names.
        var composed = VOICED.matcher(line).replaceAll(m -> Normalizer.normalize(m.group(), Normalizer.Form.NFC));
        var out = new StringBuilder();
        composed.codePoints().forEach(c -> out.append(writable(name, c)));
        return out.toString();
    }

    private String writable(String name, int codePoint) {
        var character = Character.toString(codePoint);
        if (encoder.canEncode(character)) {
            return character;
        }
        if (Character.getType(codePoint) == Character.NON_SPACING_MARK || Character.isISOControl(codePoint)) {
            // Variation selectors and the like: the character before them stands for itself.
            return "";
        }
        var relative = relative(character);
        notes.add("%s: %s → %s".formatted(name, character, relative));
        return relative;
    }

    private String relative(String character) {
        var known = RELATIVES.get(character);
        if (known != null) {
            return known;
        }
        var compatible = Normalizer.normalize(character, Normalizer.Form.NFKC);
        return encoder.canEncode(compatible) ? compatible : UNKNOWN;
    }

    private static String quoted(String cell) {
        return cell.contains(",") || cell.contains("\"") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
