package jp.otodoke.payments;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;

/** Writes 総合振込 (種別 21): a header, a record for each transfer, a trailer with the totals and an end record, of 120 bytes each. */
@Component
class TransferFileText {
    private static final Charset BYTES = Charset.forName("windows-31j");
    private static final String BUSINESS_TYPE = "21";
    private static final String JIS = "0";
    private static final String BY_WIRE = "7";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMdd");
    private static final Pattern RECORD = Pattern.compile(".{" + TransferRecord.LENGTH + "}");

    private final TransferRemitter remitter;

    TransferFileText(TransferRemitter remitter) {
        this.remitter = remitter;
    }

    /**
     * The records without line breaks; each character is one byte.
     *
     * @param refunds to accounts
     */
    String write(LocalDate transferDate, List<Refund> refunds) {
        remitter.require();
        var header = new TransferRecord('1').number(BUSINESS_TYPE, 2).number(JIS, 1);
        remitter.writeTo(header, DAY.format(transferDate));
        var trailer = new TransferRecord('8')
                .number(refunds.size(), 6)
                .number(Yen.sum(refunds, Refund::amount).amount(), 12);
        return header.complete()
                + refunds.stream().map(TransferFileText::transfer).collect(Collectors.joining())
                + trailer.complete()
                + new TransferRecord('9').complete();
    }

    /** The refund's id is the customer code, by which the bank names a transfer that fails. */
    private static String transfer(Refund refund) {
        var to = Objects.requireNonNull(refund.account());
        return new TransferRecord('2')
                .number(to.bankCode(), 4)
                .text("", 15)
                .number(to.branchCode(), 3)
                .text("", 15)
                .number("", 4)
                .number(to.accountType(), 1)
                .number(to.accountNumber(), 7)
                .text(BankKana.of(to.holderKana()).orElseThrow(), 30)
                .number(refund.amount().amount(), 10)
                .number("0", 1)
                .number(refund.id(), 10)
                .number("", 10)
                .number(BY_WIRE, 1)
                .complete();
    }

    /** As the bank gets it. */
    static byte[] framed(String records, TransferFraming framing) {
        return RECORD.matcher(records).replaceAll("$0" + framing.lineEnd()).getBytes(BYTES);
    }
}
