package jp.otodoke.partners.bank;

import java.nio.charset.Charset;
import java.util.Map;
import jp.otodoke.payments.DebitOutcome;

/**
 * How an agency deviates from the common 全銀 format of direct debits; configured below {@code otodoke.debit.agencies}.
 *
 * @param charset one byte for each character
 * @param codeDivision コード区分 of its headers, whatever the character set
 * @param consignorDigits how many of the last digits of the 委託者コード precede our own number in the 顧客番号
 * @param codes what its result codes mean; others are for a person
 */
record DebitAgency(Charset charset, String codeDivision, int consignorDigits, Map<String, DebitOutcome> codes) {
    private static final int CUSTOMER_NUMBER = DebitLayout.CUSTOMER_NUMBER.length();

    /** 顧客番号 of a claim, which comes back unchanged. */
    String claimKey(String consignorCode, long claim) {
        var own = ("%0" + (CUSTOMER_NUMBER - consignorDigits) + "d").formatted(claim);
        return consignorCode.substring(consignorCode.length() - consignorDigits) + own;
    }

    DebitOutcome outcome(String code) {
        return codes.getOrDefault(code, DebitOutcome.UNCLEAR);
    }

    boolean isEbcdic() {
        return !"1".equals(new String("1".getBytes(charset), ZenginRecord.KANA));
    }

    /** Its files use a byte for each character, as do those that we read. */
    byte[] decode(byte[] file) {
        return isEbcdic() ? new String(file, charset).getBytes(ZenginRecord.KANA) : file;
    }

    byte[] encode(byte[] file) {
        return isEbcdic() ? new String(file, ZenginRecord.KANA).getBytes(charset) : file;
    }
}
