package jp.otodoke.payments;

/**
 * In whose name slips are issued.
 *
 * @param code 請求書発行企業コード of the agency: six digits
 * @param company the agency's code of our company: five digits
 */
public record SlipIssuer(String code, String company) {
    /** @throws IllegalArgumentException if a code has another length */
    public SlipIssuer {
        if (!code.matches("[0-9]{6}") || !company.matches("[0-9]{5}")) {
            throw new IllegalArgumentException("Not the codes of an issuer of slips");
        }
    }
}
