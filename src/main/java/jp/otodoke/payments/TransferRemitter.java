package jp.otodoke.payments;

import jp.otodoke.shared.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** 振込依頼人: who we are to the bank that transfers for us. */
@Component
class TransferRemitter {
    private final String code;
    private final String name;
    private final String bankCode;
    private final String bankName;
    private final String branchCode;
    private final String branchName;
    private final String accountType;
    private final String accountNumber;

    TransferRemitter(
            @Value("${otodoke.transfer-file.remitter-code:}") String code,
            @Value("${otodoke.transfer-file.remitter-name:}") String name,
            @Value("${otodoke.transfer-file.bank-code:}") String bankCode,
            @Value("${otodoke.transfer-file.bank-name:}") String bankName,
            @Value("${otodoke.transfer-file.branch-code:}") String branchCode,
            @Value("${otodoke.transfer-file.branch-name:}") String branchName,
            @Value("${otodoke.transfer-file.account-type:1}") String accountType,
            @Value("${otodoke.transfer-file.account-number:}") String accountNumber) {
        this.code = code.strip();
        this.name = name.strip();
        this.bankCode = bankCode.strip();
        this.bankName = bankName.strip();
        this.branchCode = branchCode.strip();
        this.branchName = branchName.strip();
        this.accountType = accountType.strip();
        this.accountNumber = accountNumber.strip();
    }

    /** @throws Refusal if the settings lack something, or the bank could not read it (conflict) */
    void require() {
        require(code.matches("\\d{1,10}"), "OTODOKE_TRANSFER_FILE_REMITTER_CODE");
        require(BankKana.of(name).isPresent(), "OTODOKE_TRANSFER_FILE_REMITTER_NAME");
        require(bankCode.matches("\\d{4}"), "OTODOKE_TRANSFER_FILE_BANK_CODE");
        require(bankName.isEmpty() || BankKana.of(bankName).isPresent(), "OTODOKE_TRANSFER_FILE_BANK_NAME");
        require(branchCode.matches("\\d{3}"), "OTODOKE_TRANSFER_FILE_BRANCH_CODE");
        require(branchName.isEmpty() || BankKana.of(branchName).isPresent(), "OTODOKE_TRANSFER_FILE_BRANCH_NAME");
        require(accountType.matches("[129]"), "OTODOKE_TRANSFER_FILE_ACCOUNT_TYPE");
        require(accountNumber.matches("\\d{1,7}"), "OTODOKE_TRANSFER_FILE_ACCOUNT_NUMBER");
    }

    private static void require(boolean right, String variable) {
        if (!right) {
            throw Refusal.conflict("transfer-file.remitter", variable);
        }
    }

    /** The header of a file: all but its first fields and its day. */
    void writeTo(TransferRecord header, String day) {
        header.number(code, 10)
                .text(kana(name), 40)
                .number(day, 4)
                .number(bankCode, 4)
                .text(kana(bankName), 15)
                .number(branchCode, 3)
                .text(kana(branchName), 15)
                .number(accountType, 1)
                .number(accountNumber, 7);
    }

    private static String kana(String text) {
        return BankKana.of(text).orElse("");
    }
}
