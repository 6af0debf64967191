package jp.otodoke.partners.deferred;

import java.util.List;
import jp.otodoke.platform.csv.CharacterSets;
import jp.otodoke.platform.csv.Mistake;

/** Adds to mistakes in a row at which of its bytes their column begins, from 1. */
record FieldPositions(List<String> header) {
    List<Mistake> in(String raw, List<Mistake> mistakes) {
        return mistakes.stream().map(mistake -> placed(raw, mistake)).toList();
    }

    private Mistake placed(String raw, Mistake mistake) {
        return new Mistake(
                mistake.line(),
                position(raw, header.indexOf(mistake.field())),
                mistake.field(),
                mistake.code(),
                mistake.reason(),
                mistake.arguments());
    }

    private static int position(String raw, int column) {
        int from = 0;
        boolean quoted = false;
        for (int i = 0, commas = 0; i < raw.length() && commas < column; i++) {
            char c = raw.charAt(i);
            quoted ^= c == '"';
            if (c == ',' && !quoted) {
                commas++;
                from = i + 1;
            }
        }
        return raw.substring(0, from).getBytes(CharacterSets.CP932).length + 1;
    }
}
