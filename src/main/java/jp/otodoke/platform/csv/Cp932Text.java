package jp.otodoke.platform.csv;

import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Brings text to what CP932 can hold: what it lacks is replaced by its nearest relative, else by 〓. */
final class Cp932Text {
    private static final String UNKNOWN = "〓";
    private static final Pattern VOICED = Pattern.compile("[\\u3041-\\u30FE][\\u3099\\u309A]");

    /** Nearest relatives: same character in another code, or the ordinary form of a name's rare variant. */
    private static final Map<String, String> SUBSTITUTES = Map.ofEntries(
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

    private final CharsetEncoder encoder = CharacterSets.CP932.newEncoder();

    /** @param replaced called with every character that was substituted */
    String writable(String text, BiConsumer<String, String> replaced) {
        if (encoder.canEncode(text)) {
            return text;
        }
        // Only kana with separate voicing marks is composed: composing all would exchange kanji of names.
        var composed = VOICED.matcher(text).replaceAll(m -> Normalizer.normalize(m.group(), Normalizer.Form.NFC));
        var out = new StringBuilder();
        composed.codePoints().forEach(c -> out.append(writable(c, replaced)));
        return out.toString();
    }

    private String writable(int codePoint, BiConsumer<String, String> replaced) {
        var character = Character.toString(codePoint);
        if (encoder.canEncode(character)) {
            return character;
        }
        if (Character.getType(codePoint) == Character.NON_SPACING_MARK || Character.isISOControl(codePoint)) {
            // Variation selectors and the like: the character before them stands for itself.
            return "";
        }
        var substitute = substitute(character);
        replaced.accept(character, substitute);
        return substitute;
    }

    private String substitute(String character) {
        var known = SUBSTITUTES.get(character);
        if (known != null) {
            return known;
        }
        var compatible = Normalizer.normalize(character, Normalizer.Form.NFKC);
        return encoder.canEncode(compatible) ? compatible : UNKNOWN;
    }
}
