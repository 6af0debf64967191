package jp.otodoke.partners.shop;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.otodoke.shared.TextNormalizer;

/** Payment methods as shops name them, by the first known word in the name. */
final class PaymentNames {
    private static final Map<String, String> WORDS = new LinkedHashMap<>();

    static {
        // A name such as コンビニ後払い contains two words; the decisive one is listed first.
        words("DEFERRED", "後払", "deferred", "paylater");
        words("CASH_ON_DELIVERY", "代金引換", "代引", "cashondelivery", "cod");
        words("INVOICE", "掛売", "掛け売", "掛払", "掛け払", "請求書", "invoice");
        words("DIRECT_DEBIT", "口座振替", "自動引落", "directdebit");
        words("CONVENIENCE_STORE", "コンビニ", "konbini", "conveniencestore");
        words("BANK_TRANSFER", "銀行振込", "銀行振り込み", "郵便振替", "振込", "bankdeposit", "banktransfer");
        words("CREDIT_CARD", "クレジット", "カード", "creditcard", "shopifypayments", "shopify_payments", "stripe");
    }

    private PaymentNames() {}

    private static void words(String method, String... words) {
        for (var word : words) {
            WORDS.put(word, method);
        }
    }

    static Optional<String> find(String text) {
        var name = TextNormalizer.key(text);
        var plain = name.replace("_", "").toLowerCase(Locale.ROOT);
        return WORDS.entrySet().stream()
                .filter(word -> name.contains(word.getKey()) || plain.contains(word.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
