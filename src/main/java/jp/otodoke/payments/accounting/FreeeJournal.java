package jp.otodoke.payments.accounting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import jp.otodoke.payments.accounting.JournalAccounts.JournalAccount;
import jp.otodoke.payments.accounting.JournalLine.Side;
import jp.otodoke.platform.csv.Cp932Csv;
import jp.otodoke.shared.BilingualText;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** 振替伝票 for freee: CP932 with a header, one slip a line, numbered through the month, amounts with tax in whole yen. */
@Component
class FreeeJournal implements JournalFormat {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");

    private final List<String> header;

    FreeeJournal(@Value("classpath:jp/otodoke/payments/freee-journal-header.csv") Resource header) throws IOException {
        this.header = List.of(
                header.getContentAsString(StandardCharsets.UTF_8).strip().split(","));
    }

    @Override
    public String id() {
        return "freee";
    }

    @Override
    public byte[] write(YearMonth month, List<JournalLine> lines, List<JournalAccount> accounts) {
        var names = new JournalNames(accounts);
        var csv = new Cp932Csv(header);
        for (int i = 0; i < lines.size(); i++) {
            csv.row("", row(month, i + 1, lines.get(i), names));
        }
        return csv.bytes();
    }

    private static List<String> row(YearMonth month, int number, JournalLine line, JournalNames names) {
        var row = new ArrayList<>(List.of(DAY.format(line.day()), "%s-%04d".formatted(month, number)));
        row.addAll(side(line.debit(), line, names));
        row.addAll(side(line.credit(), line, names));
        row.add(BilingualText.of("journal.text", month.getMonthValue()).japanese());
        return row;
    }

    private static List<String> side(Side side, JournalLine line, JournalNames names) {
        var account = names.of(side);
        return List.of(
                account.name(),
                account.subAccount(),
                account.taxClass(),
                String.valueOf(line.amount().amount()),
                side.taxed() ? String.valueOf(line.tax().amount()) : "0");
    }
}
