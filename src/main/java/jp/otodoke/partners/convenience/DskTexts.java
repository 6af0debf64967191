package jp.otodoke.partners.convenience;

import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.shared.BilingualText;

/** Describes mistakes in a file of 電算システム. */
final class DskTexts {
    private DskTexts() {}

    static BilingualText of(Mistake mistake) {
        return mistake.words("dsk.problem.");
    }

    static BilingualText withPlace(Mistake mistake) {
        return at(mistake.line(), mistake.position(), mistake.field(), of(mistake));
    }

    static BilingualText at(int line, int position, String field, BilingualText problem) {
        return BilingualText.of("dsk.at-record", String.valueOf(line), String.valueOf(position), field, problem);
    }
}
