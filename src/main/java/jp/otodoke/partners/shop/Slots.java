package jp.otodoke.partners.shop;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.otodoke.platform.csv.FieldType;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.TimeSlot;

/** Delivery slots in the free text of shops: 午前中（8～12時）, 14時-16時頃, 午後2時から4時, 指定なし. */
final class Slots {
    private static final String NOUN = "(?:お届け|配達|配送|受取)?の?ご?(?:希望)?(?:日時|時間帯?|時刻)?の?(?:ご?(?:指定|希望|選択|設定|要望))?";
    private static final Pattern NONE = Pattern.compile("-*"
            + "|(?:特に)?" + NOUN + "[はをもが]?(?:特に)?(?:な[しい]|ナシ|無[しい]?|しない|しません|(?:致|いた)しません|ありません|ございません|不要)(?:です)?"
            + "|(?:お届け|配達|配送)?(?:日時|時間帯?)の?指定不可"
            + "|指定不可|(?:時間帯?|時刻)?(?:は|を|に)?(?:特に)?(?:問わず|問わない|問いません|こだわらない|こだわりません|こだわりなし|指定しない|希望しない|指定しません|希望しません)"
            + "|最短(?:で)?(?:お届け|配達|配送|発送|希望)?(?:希望)?"
            + "|未(?:指定|定|選択|設定)|無指定|(?:いつ|何時)でも(?:よい|良い|いい|可|ok)?|終日可?|全日|(?:おまか|お任)せ|選択して(?:くだ|下)さい"
            + "|no(?:ne|preference|tspecified|trequested)?|unspecified|anytime|n/a");

    /** Before the answer, as in お届け時間帯：指定なし. */
    private static final Pattern LABEL = Pattern.compile("^(?:お届け|配達|配送)?ご?(?:希望|指定)?(?:時間帯?|時刻)(?:ご?(?:指定|希望))?:");

    private static final String LEAD = "(?:(?:お届け|配達|配送)?ご?(?:希望|指定)?時間帯?(?:ご?(?:指定|希望))?[:は]?)?";
    private static final String TAIL = "(?:頃|ごろ|ころ|の?間|まで|迄|を?ご?(?:希望|指定)|着|に?(?:お届け|配達|配送)|便)*";
    private static final String SHARP = "(?::?00(?::00)?|時(?:00分)?)?";
    private static final String MORNING_NAME = "(?:午前中?|am|morning)";
    private static final String NOON = "(?:12" + SHARP + "(?:pm)?|正午)";

    /** The hours that shops add to the name are those of the carriers' morning. */
    private static final Pattern MORNING = Pattern.compile(LEAD + MORNING_NAME + TAIL + "(?:" + MORNING_NAME + ")?"
            + "(?:(?:0?[89]" + SHARP + "(?:am)?)?-(?:午前|午後)?" + NOON + TAIL + "|" + NOON + "(?:まで|迄))?"
            + "|" + LEAD + "(?:午前の?)?(?:-" + NOON + TAIL + "|" + NOON + "(?:まで|迄)に?" + TAIL + ")"
            + "|" + LEAD + "0?8" + SHARP + "(?:am)?-" + NOON + TAIL + "(?:" + MORNING_NAME + ")?|0812");

    private static final String LATER = "(午後|pm|昼間?|夕方?|夜間?)?の?";
    private static final Pattern HOURS = Pattern.compile(LEAD + LATER + "(\\d{1,2})" + SHARP + "(pm)?(?:頃)?-" + LATER
            + "(\\d{1,2})" + SHARP + "(pm)?" + TAIL + LATER + TAIL);

    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}~〜∼˜ー−─━→]+|から|より|(?<=[\\d時m])to(?=\\d)");
    private static final Pattern PARTS = Pattern.compile("[()\\[\\]【】〔〕<>「」。]");
    private static final Pattern BRACKETS = Pattern.compile("[()\\[\\]【】〔〕<>「」]");

    static final FieldType<TimeSlot> FIELD = FieldType.known("unknown-slot", Slots::find);

    /** Anything longer is a remark. */
    private static final int LONGEST = 60;

    private Slots() {}

    static Optional<TimeSlot> find(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var name = BRACKETS.matcher(plain(text)).replaceAll("");
        if (MORNING.matcher(name).matches()) {
            return Optional.of(TimeSlot.AM);
        }
        var hours = HOURS.matcher(name);
        if (!hours.matches()) {
            return TimeSlot.find(name);
        }
        boolean later = hours.group(1) != null
                || hours.group(3) != null
                || hours.group(4) != null
                || hours.group(6) != null
                || hours.group(7) != null;
        return TimeSlot.find(hour(hours.group(2), later) + hour(hours.group(5), later));
    }

    /** 午後2時 is 14. */
    private static String hour(String digits, boolean later) {
        int hour = Integer.parseInt(digits);
        return "%02d".formatted(later && hour < 12 ? hour + 12 : hour);
    }

    static boolean none(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        var name = LABEL.matcher(plain(text)).replaceFirst("");
        // Brackets around the whole or behind it say the same in other words.
        return name.isEmpty()
                || Arrays.stream(PARTS.split(name))
                        .filter(part -> !part.isEmpty())
                        .allMatch(NONE.asMatchPredicate());
    }

    /** Whether the word means a time at all, supported or not. */
    static boolean looksLike(String word) {
        return find(word).isPresent() || TextNormalizer.key(word).matches("\\d{1,2}(時|:).*|\\d{4}");
    }

    private static String plain(String text) {
        return DASHES.matcher(TextNormalizer.key(text)).replaceAll("-");
    }
}
