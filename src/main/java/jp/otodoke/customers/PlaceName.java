package jp.otodoke.customers;

import java.util.LinkedHashSet;
import java.util.Set;
import jp.otodoke.shared.TextNormalizer;

/** Place names normalised, so that two spellings of one place are equal. */
final class PlaceName {
    private PlaceName() {}

    /** Small and large kana, の/ノ/之/乃, 大字 and 字, old forms of characters and spaces are ignored. */
    static String comparable(String name) {
        return TextNormalizer.katakana(name)
                .replaceAll("[\\s　]", "")
                .replaceAll("大字|字", "")
                .replaceAll("[ケヶヵカ箇個]", "ケ")
                .replaceAll("[ノ之乃]", "ノ")
                .replace('ッ', 'ツ')
                .replace('ヴ', 'ブ')
                .replace('檜', '桧')
                .replace('龍', '竜')
                .replace('澤', '沢')
                .replace('嶋', '島')
                .replace('廣', '広')
                .replace('國', '国')
                .replace('縣', '県')
                .replace('區', '区');
    }

    /** A city as people write it: with its 郡, or without. */
    static Set<String> spellings(String city) {
        var spellings = new LinkedHashSet<String>();
        spellings.add(comparable(city));
        var county = city.indexOf('郡');
        // 郡山市 and 蒲郡市 have no county; a county is followed by a town or a village.
        if (county > 0 && county < city.length() - 1 && (city.endsWith("町") || city.endsWith("村"))) {
            spellings.add(comparable(city.substring(county + 1)));
        }
        return spellings;
    }
}
