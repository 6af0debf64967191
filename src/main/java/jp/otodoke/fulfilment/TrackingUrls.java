package jp.otodoke.fulfilment;

import java.util.Map;
import java.util.Optional;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;

/** Links to the carriers' public tracking pages. */
public final class TrackingUrls {
    private static final Map<String, String> PAGES = Map.of(
            "YAMATO", "https://jizen.kuronekoyamato.co.jp/jizen/servlet/crjz.b.NQ0010?id=",
            "SAGAWA", "https://k2k.sagawa-exp.co.jp/p/web/okurijosearch.do?okurijoNo=",
            "JAPANPOST", "https://trackings.post.japanpost.jp/services/srv/search/direct?reqCodeNo1=",
            "YUPACK", "https://trackings.post.japanpost.jp/services/srv/search/direct?reqCodeNo1=");

    private TrackingUrls() {}

    /** Empty for carriers without such a page and for malformed numbers. */
    public static Optional<String> of(String carrier, @Nullable String tracking) {
        return Optional.ofNullable(tracking)
                .map(number -> TextNormalizer.plain(number).replaceAll("[\\s\\p{Pd}−ー]", ""))
                .filter(number -> number.matches("[0-9A-Za-z]{1,20}"))
                .flatMap(number -> Optional.ofNullable(PAGES.get(carrier)).map(page -> page + number));
    }
}
