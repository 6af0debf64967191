package jp.otodoke.payments.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import jp.otodoke.payments.accounting.JournalAccounts.JournalAccount;
import jp.otodoke.payments.accounting.JournalLine.Side;
import jp.otodoke.platform.csv.CharacterSets;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The journal as accounting software reads it. */
@Tag("unit")
class JournalFormatTests {
    private static final YearMonth DECEMBER = YearMonth.of(2026, 12);
    private static final List<JournalAccount> ACCOUNTS = List.of(
            new JournalAccount(1, "RECEIVABLE", null, "売掛金", "通販", "対象外"),
            new JournalAccount(2, "SALES", null, "売上高", "", "対象外"),
            new JournalAccount(3, "SALES", 8, "売上高", "健康食品", "課税売上内軽減8%"));
    private static final List<JournalLine> LINES = List.of(
            new JournalLine(
                    LocalDate.of(2026, 12, 31), side("RECEIVABLE", null), side("SALES", 8), Yen.of(5980), Yen.of(442)),
            new JournalLine(
                    LocalDate.of(2026, 12, 31), side("SALES", 0), side("RECEIVABLE", null), Yen.of(300), Yen.ZERO));

    @Test
    void yayoiHasTwentyFiveItemsALineAndNoHeader() {
        var text = new String(new YayoiJournal().write(DECEMBER, LINES, ACCOUNTS), CharacterSets.CP932);

        assertThat(text)
                .isEqualTo(
                        """
                        2000,,,20261231,売掛金,通販,,対象外,5980,0,売上高,健康食品,,課税売上内軽減8%,5980,442,12月分,,,0,,,0,0,no\r
                        2000,,,20261231,売上高,,,対象外,300,0,売掛金,通販,,対象外,300,0,12月分,,,0,,,0,0,no\r
                        """);
        assertThat(text.lines())
                .allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(25));
    }

    @Test
    void freeeHasAHeaderAndNumbersItsSlips() throws IOException {
        var freee = new FreeeJournal(new ClassPathResource("jp/otodoke/payments/freee-journal-header.csv"));
        var lines = new String(freee.write(DECEMBER, LINES, ACCOUNTS), CharacterSets.CP932)
                .lines()
                .toList();

        assertThat(lines.get(0)).startsWith("日付,伝票番号,借方勘定科目");
        assertThat(lines.get(1))
                .isEqualTo("2026/12/31,2026-12-0001,売掛金,通販,対象外,5980,0,売上高,健康食品,課税売上内軽減8%,5980,442,12月分");
        assertThat(lines).allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(13));
    }

    private static Side side(String account, @Nullable Integer rate) {
        return new Side(account, rate);
    }
}
