package jp.otodoke.payments.accounting;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import jp.otodoke.payments.accounting.JournalAccounts.JournalAccount;
import jp.otodoke.payments.accounting.JournalLine.Side;
import jp.otodoke.platform.csv.Cp932Csv;
import jp.otodoke.shared.BilingualText;
import org.springframework.stereotype.Component;

/**
 * 弥生インポート形式 of 弥生会計: CP932, no header, 25 items a line, each line a posting of its own (2000), amounts with tax in whole
 * yen. Layout from the maker's support pages.
 */
@Component
class YayoiJournal implements JournalFormat {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

    @Override
    public String id() {
        return "yayoi";
    }

    @Override
    public byte[] write(YearMonth month, List<JournalLine> lines, List<JournalAccount> accounts) {
        var names = new JournalNames(accounts);
        var csv = new Cp932Csv();
        lines.forEach(line -> csv.row("", row(month, line, names)));
        return csv.bytes();
    }

    private static List<String> row(YearMonth month, JournalLine line, JournalNames names) {
        var row = new ArrayList<>(List.of("2000", "", "", DAY.format(line.day())));
        row.addAll(side(line.debit(), line, names));
        row.addAll(side(line.credit(), line, names));
        row.add(BilingualText.of("journal.text", month.getMonthValue()).japanese());
        row.addAll(List.of("", "", "0", "", "", "0", "0", "no"));
        return row;
    }

    private static List<String> side(Side side, JournalLine line, JournalNames names) {
        var account = names.of(side);
        return List.of(
                account.name(),
                account.subAccount(),
                "",
                account.taxClass(),
                String.valueOf(line.amount().amount()),
                side.taxed() ? String.valueOf(line.tax().amount()) : "0");
    }
}
