package jp.otodoke.partners.shop;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.TextNormalizer;

/**
 * Payment methods as shops name them. A name of several methods, or of something that Otodoke has no method for, is
 * unknown: no customer is charged in a way that he did not choose.
 */
final class PaymentNames {
    private static final Map<PaymentMethod, Pattern> WORDS = new EnumMap<>(PaymentMethod.class);

    static {
        words(PaymentMethod.DEFERRED, "後払|あと払|アト払|pay(?:ment)?_later|deferred");
        words(
                PaymentMethod.CASH_ON_DELIVERY,
                "代引|代金(?:引|ひ)き?(?:換|替|かえ)|宅急便コレクト|e_(?:コレクト|collect(?![a-z]))",
                "(?:cash|collect|pay(?:ment)?)_on_delivery",
                "(?<![a-z0-9])c_o_d(?![a-z0-9])");
        words(PaymentMethod.INVOICE, "掛け?売|掛け?払|請求書|invoice");
        words(PaymentMethod.DIRECT_DEBIT, "口座振替|(?:自動|口座)引き?落|direct_debit");
        words(PaymentMethod.CONVENIENCE_STORE, "コンビニ|konbini|convenience_store");
        words(PaymentMethod.BANK_TRANSFER, "振り?込|郵便振替|bank_(?:deposit|transfer)|wire_transfer");
        // ギフトカード, ポイントカード or ストアクレジット is no credit card.
        words(
                PaymentMethod.CREDIT_CARD,
                "クレジットカード|(?<![\\p{L}\\p{N}ー])(?:クレジット|カード)(?:決済|払|支払|(?![\\p{L}\\p{N}ー]))",
                "(?<![a-z])credit_(?:(?:or_|and_|&_)?debit_)?cards?(?![a-z])");
    }

    /** Their names may well contain the word of a method. */
    private static final Pattern SOMETHING_ELSE =
            pattern("ギフト|gift|プリペイド|prepaid|商品券|電子マネー|ショッピングクレジット|ローン|ストアクレジット|store_credit"
                    + "|(?<![a-z])(?:qr|quo)(?![a-z])|クオ|キャリア決済|かんたん決済|まとめて支払|ドコモ|(?<![a-z])d払|paypal|wechat"
                    + "|ペイ(?!ジー|ディ|メント)|pay(?![a-z])(?!_(?:later|easy|on))");

    /** What the name says it is not, as in 銀行振込（代引不可）, or where the goods are collected. */
    private static final Pattern RULED_OUT =
            pattern("(?:コンビニ|店頭|店舗|郵便局)+(?:での?)?受け?(?:取り?|渡し?)|(?:konbini|convenience_store)_pickup"
                    + "|(?:代引き?|代金引き?[換替]え?|カード|コンビニ|振込|後払い?|cod)(?:決済|払い?)?(?:は|が|の|を)?(?:不可|以外|除く|使えません|利用できません)"
                    + "|(?<![a-z])(?:no|not|non|without|except)_(?:cod|cash_on_delivery|credit_card|card)(?![a-z])");

    /** What stands in brackets explains a name. */
    private static final Pattern IN_BRACKETS = Pattern.compile("[(\\[【〔<「『][^)\\]】〕>」』]*[)\\]】〕>」』]");

    /** コンビニ後払い is paid at a convenience store or a bank, but to the service that has paid the shop. */
    private static final Set<PaymentMethod> OF_DEFERRED = EnumSet.of(
            PaymentMethod.DEFERRED,
            PaymentMethod.CONVENIENCE_STORE,
            PaymentMethod.BANK_TRANSFER,
            PaymentMethod.INVOICE);

    /** Services that take cards, unless the name says more. */
    private static final Pattern CARD_SERVICE = pattern("shopify_payments|stripe");

    private static final String JAPANESE = "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー]";
    private static final Pattern SPACES_IN_JAPANESE =
            Pattern.compile("(?<=" + JAPANESE + ")\\s+|\\s+(?=" + JAPANESE + ")");

    private static final int LONGEST = 200;

    private PaymentNames() {}

    static Optional<String> find(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var name = RULED_OUT.matcher(plain(text)).replaceAll("/");
        if (SOMETHING_ELSE.matcher(name).find()) {
            return Optional.empty();
        }
        var all = methods(name);
        if (all.contains(PaymentMethod.DEFERRED) && OF_DEFERRED.containsAll(all)) {
            return Optional.of(PaymentMethod.DEFERRED.name());
        }
        var outside = methods(IN_BRACKETS.matcher(name).replaceAll("/"));
        var named = outside.isEmpty() ? all : outside;
        if (named.isEmpty() && CARD_SERVICE.matcher(name).find()) {
            return Optional.of(PaymentMethod.CREDIT_CARD.name());
        }
        return named.size() == 1 ? Optional.of(named.iterator().next().name()) : Optional.empty();
    }

    private static Set<PaymentMethod> methods(String name) {
        var methods = EnumSet.noneOf(PaymentMethod.class);
        WORDS.forEach((method, words) -> {
            if (words.matcher(name).find()) {
                methods.add(method);
            }
        });
        return methods;
    }

    private static String plain(String text) {
        var plain = TextNormalizer.plain(TextNormalizer.clean(text)).toLowerCase(Locale.ROOT);
        return SPACES_IN_JAPANESE.matcher(plain).replaceAll("");
    }

    private static void words(PaymentMethod method, String... words) {
        WORDS.put(method, pattern(String.join("|", words)));
    }

    /** In which {@code _} is what may separate English words: nothing, spaces or punctuation. */
    private static Pattern pattern(String words) {
        return Pattern.compile(words.replace("_", "[\\s\\p{Punct}・]*"));
    }
}
