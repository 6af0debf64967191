package jp.otodoke.partners.shop;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.UnitTest;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A customer is charged in the way that he chose, or a person is asked which it was. */
@UnitTest
class PaymentNamesTests {
    @ParameterizedTest
    @CsvSource({
        "代金引換, CASH_ON_DELIVERY",
        "代金引き換え, CASH_ON_DELIVERY",
        "代金引替, CASH_ON_DELIVERY",
        "代金 引換え, CASH_ON_DELIVERY",
        "代金ひきかえ, CASH_ON_DELIVERY",
        "商品代引き, CASH_ON_DELIVERY",
        "代引(手数料330円), CASH_ON_DELIVERY",
        "代金引換（クレジットカード可）, CASH_ON_DELIVERY",
        "宅急便コレクト, CASH_ON_DELIVERY",
        "佐川急便 e-collect, CASH_ON_DELIVERY",
        "Cash on Delivery (COD), CASH_ON_DELIVERY",
        "CASH_ON_DELIVERY, CASH_ON_DELIVERY",
        "cash-on-delivery, CASH_ON_DELIVERY",
        "C.O.D., CASH_ON_DELIVERY",
        "ＣＯＤ, CASH_ON_DELIVERY",
        "COD決済, CASH_ON_DELIVERY",
        "Payment on delivery, CASH_ON_DELIVERY",
        "クレジットカード, CREDIT_CARD",
        "ｸﾚｼﾞｯﾄｶｰﾄﾞ, CREDIT_CARD",
        "クレジットカード決済（VISA・JCB）, CREDIT_CARD",
        "クレジット・カード, CREDIT_CARD",
        "クレジット決済, CREDIT_CARD",
        "カード決済, CREDIT_CARD",
        "カード, CREDIT_CARD",
        "KOMOJU - カード払い, CREDIT_CARD",
        "クレジットカード（代引不可）, CREDIT_CARD",
        "コンビニ受け取り（クレジットカード）, CREDIT_CARD",
        "コンビニ店頭受取（代引）, CASH_ON_DELIVERY",
        "Credit Card, CREDIT_CARD",
        "credit/debit cards, CREDIT_CARD",
        "Credit or debit card, CREDIT_CARD",
        "CREDIT_CARD, CREDIT_CARD",
        "Shopify Payments, CREDIT_CARD",
        "shopify_payments, CREDIT_CARD",
        "Stripe, CREDIT_CARD",
        "SBペイメントサービス クレジットカード, CREDIT_CARD",
        "コンビニ決済, CONVENIENCE_STORE",
        "コンビニ決済（バーコード）, CONVENIENCE_STORE",
        "コンビニ前払い, CONVENIENCE_STORE",
        "Konbini (barcode), CONVENIENCE_STORE",
        "KOMOJU - Konbini, CONVENIENCE_STORE",
        "Stripe (Konbini), CONVENIENCE_STORE",
        "convenience store, CONVENIENCE_STORE",
        "銀行振込, BANK_TRANSFER",
        "銀行振り込み（前払い）, BANK_TRANSFER",
        "郵便振替, BANK_TRANSFER",
        "銀行振込・郵便振替, BANK_TRANSFER",
        "銀行振込（ペイジー）, BANK_TRANSFER",
        "Bank Deposit, BANK_TRANSFER",
        "bank transfer, BANK_TRANSFER",
        "コンビニ後払い, DEFERRED",
        "コンビニ（後払い）, DEFERRED",
        "NP後払い（コンビニ・郵便局・銀行振込）, DEFERRED",
        "あと払い（ペイディ）, DEFERRED",
        "Buy now pay later, DEFERRED",
        "口座振替, DIRECT_DEBIT",
        "口座自動引き落とし, DIRECT_DEBIT",
        "掛け払い（請求書）, INVOICE",
        "請求書払い, INVOICE"
    })
    void aNameMeansTheMethodThatItNames(String name, String method) {
        assertThat(PaymentNames.find(name)).contains(method);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PayPay (QR Code)",
                "QR / Barcode payment",
                "KOMOJU - QR Code",
                "QRコード決済",
                "バーコード決済",
                "Barcode",
                "Discount code",
                "Promo codes",
                "コンビニ受取",
                "Konbini pickup",
                "ギフトカード",
                "ギフト カード",
                "Gift Card",
                "gift_card + shopify_payments",
                "プリペイドカード",
                "プリペイド カード決済",
                "prepaid credit card",
                "ポイントカード",
                "図書カード",
                "QUO カード",
                "クオ・カード払い",
                "商品券",
                "ストアクレジット",
                "Store credit",
                "ショッピングクレジット",
                "PayPay",
                "PayPay（クレジットカード）",
                "ペイペイ",
                "楽天ペイ（カード払い）",
                "LINE Pay",
                "au PAY（カード）",
                "d払い（クレジットカード）",
                "メルペイ",
                "Apple Pay",
                "Amazon Pay (クレジットカード)",
                "PayPal",
                "キャリア決済",
                "クレジットカード・コンビニ・銀行振込",
                "代金引換または銀行振込",
                "代引以外",
                "No COD",
                "着払い",
                "現金書留",
                "物々交換",
                "ポイント全額決済",
                "0円決済",
                ""
            })
    void aNameOfSomethingElseOrOfSeveralMethodsIsForAPerson(String name) {
        assertThat(PaymentNames.find(name)).isEmpty();
    }

    @Property(tries = 1000)
    void lettersAroundCodMakeAnotherWord(@ForAll("letters") String before, @ForAll("letters") String behind) {
        var word = before + "cod" + behind;

        assertThat(PaymentNames.find(word + " payment")).isEmpty();
        assertThat(PaymentNames.find("決済（" + word + "）")).isEmpty();
    }

    @Property(tries = 1000)
    void anyTextIsAMethodOrNone(@ForAll String text) {
        assertThat(PaymentNames.find(text)).isNotNull();
    }

    @Provide
    Arbitrary<String> letters() {
        return Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(4);
    }
}
