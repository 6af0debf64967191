package jp.otodoke.partners.bank;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import jp.otodoke.payments.DebitOutcome;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * How an agency deviates from the common 全銀 format of direct debits; configured below {@code otodoke.debit.agencies}.
 *
 * @param charset one byte for each character
 * @param codeDivision コード区分 of its headers, whatever the character set
 * @param consignorDigits how many of the last digits of the 委託者コード precede our own number in the 顧客番号
 * @param codes what its result codes mean; others are for a person
 * @param form of records in the order of 全銀; null for fixed length
 * @param customerNumberDigits of the 顧客番号; null for all that 全銀 has
 * @param failedOnly whether a result has only what was not collected
 * @param request if it takes a table of its own
 * @param result if it answers with a table of its own
 */
record DebitAgency(
        Charset charset,
        String codeDivision,
        int consignorDigits,
        Map<String, DebitOutcome> codes,
        @Nullable DebitForm form,
        @Nullable Integer customerNumberDigits,
        boolean failedOnly,
        @Nullable DebitTable request,
        @Nullable DebitTable result) {
    private static final int CUSTOMER_NUMBER = DebitLayout.CUSTOMER_NUMBER.length();
    /** Of what is collected, where a result does not say so. */
    static final String COLLECTED = "0";

    DebitAgency {
        customerNumberDigits = customerNumberDigits == null ? Integer.valueOf(CUSTOMER_NUMBER) : customerNumberDigits;
        form = form == null ? DebitForm.FIXED : form;
    }

    /** One with records of fixed length. */
    static DebitAgency fixed(
            Charset charset, String codeDivision, int consignorDigits, Map<String, DebitOutcome> codes) {
        return new DebitAgency(charset, codeDivision, consignorDigits, codes, null, null, false, null, null);
    }

    /**
     * 顧客番号 of a claim, which comes back unchanged.
     *
     * @throws Refusal if there are more claims than numbers (conflict)
     */
    String claimKey(String consignorCode, long claim) {
        int digits = digits() - consignorDigits;
        var own = ("%0" + digits + "d").formatted(claim);
        if (own.length() > digits) {
            throw Refusal.conflict("bank.debit.numbers-used-up", claim, digits);
        }
        return consignorCode.substring(consignorCode.length() - consignorDigits) + own;
    }

    /** A 顧客番号 of however many digits as 全銀 has it, so that two can be compared. */
    static String filled(String key) {
        return key.length() >= CUSTOMER_NUMBER ? key : "0".repeat(CUSTOMER_NUMBER - key.length()) + key;
    }

    int digits() {
        return customerNumberDigits == null ? CUSTOMER_NUMBER : customerNumberDigits;
    }

    DebitOutcome outcome(String code) {
        return codes.getOrDefault(code, DebitOutcome.UNCLEAR);
    }

    /** Whether its requests stand on lines anyway. */
    boolean linesOnly() {
        return request != null || form == DebitForm.COMMA;
    }

    /** The records of a file in the order of 全銀. */
    List<ZenginRecord> records(byte[] file) {
        return form == DebitForm.COMMA
                ? DebitLines.read(file, charset)
                : ZenginRecords.of(decode(file), DebitLayout.LENGTH);
    }

    /** The first record of a request; null if its requests have none of that kind. */
    @Nullable
    ZenginRecord header(byte[] sent) {
        return request == null ? records(sent).get(0) : null;
    }

    /** A problem of a result without fixed positions, by the number of its column. */
    ZenginProblem placed(ZenginProblem problem) {
        if (result != null) {
            return problem.at(result.place(problem.field()));
        }
        return form == DebitForm.COMMA ? problem.at(DebitLayout.place(problem.field(), problem.position())) : problem;
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
