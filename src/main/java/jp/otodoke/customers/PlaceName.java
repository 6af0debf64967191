package jp.otodoke.customers;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.otodoke.shared.TextNormalizer;

/** Place names normalised, so that two spellings of one place are equal. */
final class PlaceName {
    private PlaceName() {}

    /** Pairs of forms of one character that people use instead of one another in names of places; the second is compared. */
    private static final String FORMS = "檜桧龍竜澤沢嶋島嶌島廣広國国縣県區区竈釜竃釜鰺鯵曾曽淵渕檮梼頸頚瀧滝冨富邊辺邉辺眞真濱浜濵浜﨑崎嵜崎髙高"
            + "惠恵壺壷鶯鴬蠣蛎藪薮籠篭蘆芦祗祇槇槙櫻桜條条豐豊寶宝與与圓円關関來来當当彌弥壹壱榮栄德徳齋斎穗穂鄕郷靜静瀨瀬橫横黑黒"
            + "萬万兒児凾函鐵鉄鹽塩戶戸舘館稻稲燒焼攝摂龜亀總総吳呉絲糸藝芸姬姫礪砺穎頴禰祢劍剣臺台淨浄經経觀観";

    private static final Map<Integer, Integer> PLAIN_FORMS = forms(0, 1);
    private static final Map<Integer, Integer> OTHER_FORMS = forms(1, 0);

    /** Small and large kana, の/ノ/之/乃, 大字 and 字, forms of one character and spaces are ignored. */
    static String comparable(String name) {
        return replaced(TextNormalizer.katakana(TextNormalizer.plain(name)), PLAIN_FORMS)
                .replaceAll("[\\s　]", "")
                .replaceAll("大字|字", "")
                .replaceAll("[ケヶガヵカ箇個]", "ケ")
                .replaceAll("[ノ之乃]", "ノ")
                .replace('ッ', 'ツ')
                .replace('ヴ', 'ブ');
    }

    /** The name as written, and with the other forms of its characters, for finding it in text that is not normalised. */
    static String inAllForms(String name) {
        var written = TextNormalizer.plain(name);
        return written + " " + replaced(written, PLAIN_FORMS) + " " + replaced(written, OTHER_FORMS);
    }

    private static String replaced(String name, Map<Integer, Integer> forms) {
        return name.codePoints()
                .map(character -> forms.getOrDefault(character, character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Where one character has several others, the first counts. */
    private static Map<Integer, Integer> forms(int from, int to) {
        var forms = FORMS.codePoints().toArray();
        return IntStream.range(0, forms.length / 2)
                .boxed()
                .collect(Collectors.toMap(i -> forms[2 * i + from], i -> forms[2 * i + to], (first, other) -> first));
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
