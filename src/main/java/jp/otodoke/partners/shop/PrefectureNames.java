package jp.otodoke.partners.shop;

import java.util.Locale;
import java.util.Optional;
import jp.otodoke.shared.Prefectures;
import jp.otodoke.shared.TextNormalizer;

/** Prefectures as shops write them: 東京都, 東京, 13, JP-13. */
final class PrefectureNames {
    private PrefectureNames() {}

    static Optional<String> find(String written) {
        var text = TextNormalizer.plain(written);
        if (Prefectures.known(text)) {
            return Optional.of(text);
        }
        var code = text.toUpperCase(Locale.ROOT).replaceFirst("^JP-", "");
        if (!code.matches("\\d{1,2}")) {
            return Prefectures.ALL.stream()
                    .filter(name -> name.substring(0, name.length() - 1).equals(text))
                    .findFirst();
        }
        int number = Integer.parseInt(code);
        return number >= 1 && number <= Prefectures.ALL.size()
                ? Optional.of(Prefectures.ALL.get(number - 1))
                : Optional.empty();
    }
}
