package jp.otodoke.demo.simulators;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/** Names as banks write them: half-width, no small kana, a hyphen for the long vowel. */
final class HalfWidth {
    private static final Transliterator NARROW = Transliterator.getInstance("Hiragana-Katakana; Fullwidth-Halfwidth");
    private static final String SMALL = "ｧｨｩｪｫｬｭｮｯ";
    private static final String LARGE = "ｱｲｳｴｵﾔﾕﾖﾂ";

    private HalfWidth() {}

    static String of(String name) {
        String narrow =
                NARROW.transliterate(Normalizer.normalize(name, Form.NFKC)).toUpperCase(Locale.ROOT);
        var bank = new StringBuilder();
        for (char c : narrow.toCharArray()) {
            int small = SMALL.indexOf(c);
            char written = small >= 0 ? LARGE.charAt(small) : c == 'ｰ' ? '-' : c;
            if (("" + written).matches("[A-Z0-9 ()\\-./｢｣ｦ-ﾟ]")) {
                bank.append(written);
            }
        }
        return bank.toString().strip();
    }
}
