package jp.otodoke.partners.bank;

import static jp.otodoke.partners.bank.DebitLayout.*;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import jp.otodoke.partners.bank.DebitSettings.Consignor;
import jp.otodoke.payments.DebitInstruction;
import jp.otodoke.shared.Yen;

/** Writes a 口座振替 request in the form of an agency; records of fixed length without line breaks. */
final class DebitRequest {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMdd");

    private final Consignor consignor;
    private final DebitAgency agency;

    DebitRequest(Consignor consignor, DebitAgency agency) {
        this.consignor = consignor;
        this.agency = agency;
    }

    byte[] write(LocalDate debitDate, List<DebitInstruction> instructions) {
        var table = agency.request();
        if (table != null) {
            return DebitTableFile.write(table, agency, consignorCode(), debitDate, instructions);
        }
        var records = records(debitDate, instructions);
        return agency.linesOnly() ? DebitLines.write(records, agency.digits()) : agency.encode(records);
    }

    private byte[] records(LocalDate debitDate, List<DebitInstruction> instructions) {
        var file = new ByteArrayOutputStream();
        file.writeBytes(header(debitDate).bytes());
        instructions.forEach(instruction -> file.writeBytes(data(instruction).bytes()));
        file.writeBytes(trailer(instructions).bytes());
        file.writeBytes(new RecordWriter(LENGTH, '9').bytes());
        return file.toByteArray();
    }

    private RecordWriter header(LocalDate debitDate) {
        return new RecordWriter(LENGTH, '1')
                .number(BUSINESS_TYPE, BUSINESS)
                .number(CODE_DIVISION, agency.codeDivision())
                .number(CONSIGNOR_CODE, consignor.consignorCode())
                .text(CONSIGNOR_NAME, consignor.consignorName())
                .number(DEBIT_DATE, DAY.format(debitDate))
                .number(BANK_CODE, consignor.bankCode())
                .text(BANK_NAME, consignor.bankName())
                .number(BRANCH_CODE, consignor.branchCode())
                .text(BRANCH_NAME, consignor.branchName())
                .number(ACCOUNT_TYPE, consignor.accountType())
                .number(ACCOUNT_NUMBER, consignor.accountNumber());
    }

    private RecordWriter data(DebitInstruction instruction) {
        var account = instruction.account();
        return new RecordWriter(LENGTH, '2')
                .number(PAYER_BANK_CODE, account.bankCode())
                .number(PAYER_BRANCH_CODE, account.branchCode())
                .number(PAYER_ACCOUNT_TYPE, account.accountType())
                .number(PAYER_ACCOUNT_NUMBER, account.accountNumber())
                .text(PAYER_NAME, account.holderKana())
                .number(AMOUNT, instruction.amount().amount())
                .number(NEW_CODE, instruction.first() ? 1 : 0)
                .number(CUSTOMER_NUMBER, agency.claimKey(consignorCode(), instruction.claim()))
                .number(RESULT_CODE, 0);
    }

    private RecordWriter trailer(List<DebitInstruction> instructions) {
        return new RecordWriter(LENGTH, '8')
                .number(TOTAL_COUNT, instructions.size())
                .number(
                        TOTAL_AMOUNT,
                        Yen.sum(instructions, DebitInstruction::amount).amount())
                .number(DONE_COUNT, 0)
                .number(DONE_AMOUNT, 0)
                .number(FAIL_COUNT, 0)
                .number(FAIL_AMOUNT, 0);
    }

    private String consignorCode() {
        return "%10s".formatted(consignor.consignorCode()).replace(' ', '0');
    }
}
