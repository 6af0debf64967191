package jp.otodoke.partners.shop;

import java.util.regex.Pattern;

/** Separates the city from the rest of the address if a shop stores both in one field. */
final class CitySplit {
    /** Cities whose own names contain 市, 郡, 町, 村 or 区 come first, then the wards of the large cities. */
    private static final Pattern CITY = Pattern.compile("^("
            + "大和郡山市|蒲郡市|小郡市|郡山市|郡上市|野々市市|四日市市|廿日市市|市川市|市原市|余市郡余市町|杵島郡大町町|佐波郡玉村町|芳賀郡市貝町|神崎郡市川町"
            + "|西八代郡市川三郷町|高市郡.{1,5}?[町村]|(?:東|西)村山郡.{1,5}?町|町田市|大町市|十日町市|村上市|村山市|東村山市|武蔵村山市|羽村市|大村市|田村市"
            + "|(?:札幌|仙台|さいたま|千葉|横浜|川崎|相模原|新潟|静岡|浜松|名古屋|京都|大阪|堺|神戸|岡山|広島|北九州|福岡|熊本)市.{1,4}?区"
            + "|[^市区町村0-9]{1,4}郡.{1,6}?[町村]"
            + "|[^0-9]{1,7}?市|[^0-9]{1,4}?区|[^0-9]{1,6}?[町村])");

    private CitySplit() {}

    /** The number of leading characters that are the city; 0 if none can be recognised. */
    static int length(String address) {
        var match = CITY.matcher(address);
        return match.find() ? match.end() : 0;
    }
}
