package jp.otodoke.partners.bank;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import jp.otodoke.payments.DebitInstruction;

/** A column of a table of debits. */
enum DebitColumn {
    CUSTOMER_NUMBER(DebitLayout.CUSTOMER_NUMBER),
    HOLDER(DebitLayout.PAYER_NAME),
    /** yyyyMMdd */
    DEBIT_DATE(DebitLayout.DEBIT_DATE),
    BANK(DebitLayout.PAYER_BANK_CODE),
    BRANCH(DebitLayout.PAYER_BRANCH_CODE),
    /** Both codes with a hyphen between. */
    BANK_BRANCH(DebitLayout.PAYER_BANK_CODE),
    ACCOUNT_TYPE(DebitLayout.PAYER_ACCOUNT_TYPE),
    ACCOUNT_NUMBER(DebitLayout.PAYER_ACCOUNT_NUMBER),
    AMOUNT(DebitLayout.AMOUNT),
    NEW_CODE(DebitLayout.NEW_CODE),
    RESULT_CODE(DebitLayout.RESULT_CODE),
    /** What we have nothing for. */
    EMPTY(DebitLayout.RECORD);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

    private final RecordField field;

    DebitColumn(RecordField field) {
        this.field = field;
    }

    /** As it is called where something is wrong with it. */
    RecordField field() {
        return field;
    }

    String write(String key, LocalDate day, DebitInstruction instruction) {
        var account = instruction.account();
        return switch (this) {
            case CUSTOMER_NUMBER -> key;
            case HOLDER -> account.holderKana();
            case DEBIT_DATE -> DAY.format(day);
            case BANK -> account.bankCode();
            case BRANCH -> account.branchCode();
            case BANK_BRANCH -> account.bankCode() + "-" + account.branchCode();
            case ACCOUNT_TYPE -> account.accountType();
            case ACCOUNT_NUMBER -> account.accountNumber();
            case AMOUNT -> String.valueOf(instruction.amount().amount());
            case NEW_CODE -> instruction.first() ? "1" : "0";
            case RESULT_CODE, EMPTY -> "";
        };
    }
}
