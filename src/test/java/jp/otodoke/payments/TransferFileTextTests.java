package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.otodoke.UnitTest;
import jp.otodoke.payments.RefundEntry.Route;
import jp.otodoke.payments.RefundEntry.Status;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** 総合振込 as banks read it: 種別 21, 120 bytes a record. */
@UnitTest
class TransferFileTextTests {
    private static final Charset KANA = Charset.forName("windows-31j");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    private final TransferFileText text = new TransferFileText(
            new TransferRemitter("123456", "カ)テストケンコウショクヒン", "9999", "テスト", "001", "ホンテン", "1", "1234567"));

    @Test
    void aTransferIsWrittenAsTheBanksDescribeIt() {
        var file = written(List.of(refund(100042, 3980, account("9999", "002", "1", "123", "ヤマダ ハナコ"))));

        assertThat(file)
                .containsExactly(
                        "12100000123456ｶ)ﾃｽﾄｹﾝｺｳｼﾖｸﾋﾝ                          11309999ﾃｽﾄ            001ﾎﾝﾃﾝ           11234567                 ",
                        "29999               002               000010000123ﾔﾏﾀﾞ ﾊﾅｺ                      00000039800000010004200000000007        ",
                        "8000001000000003980" + " ".repeat(101),
                        "9" + " ".repeat(119));
    }

    @Test
    void recordsStandOnLinesOfTheirOwnOrBehindOneAnother() {
        var records = text.write(DAY, List.of(refund(1, 1, account("0001", "001", "1", "1", "ア"))));

        var lines = TransferFileText.framed(records, TransferFraming.CRLF);
        var block = TransferFileText.framed(records, TransferFraming.NONE);

        assertThat(lines).hasSize(4 * 122).endsWith('\r', '\n');
        assertThat(block).hasSize(4 * 120).doesNotContain('\r').doesNotContain('\n');
        assertThat(new String(lines, KANA).replace("\r\n", "")).isEqualTo(new String(block, KANA));
    }

    @Test
    void aLongNameIsCutBeforeAKanaWouldLoseItsMark() {
        var long29 = "ア".repeat(29);

        var cut = written(List.of(refund(1, 1, account("0001", "001", "1", "1", long29 + "ガ"))));

        assertThat(cut.get(1).substring(50, 80)).isEqualTo("ｱ".repeat(29) + " ");
    }

    @Test
    void withoutOurOwnAccountNoFileIsMade() {
        var nobody = new TransferFileText(new TransferRemitter("", "", "", "", "", "", "1", ""));

        assertThatThrownBy(() -> nobody.write(DAY, List.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("OTODOKE_TRANSFER_FILE_REMITTER_CODE");
    }

    @Property(tries = 300)
    void whateverIsTransferredIsReadBackFieldByField(
            @ForAll @Size(min = 1, max = 20) List<@From("names") String> names,
            @ForAll @LongRange(min = 1, max = 99_999_999) long most) {
        var refunds = new ArrayList<Refund>();
        for (int i = 0; i < names.size(); i++) {
            refunds.add(
                    refund(i + 1, 1 + most / (i + 1), account("0009", "07" + i % 10, "2", "7654321", names.get(i))));
        }

        var file = written(refunds);

        assertThat(file).hasSize(refunds.size() + 3).allSatisfy(record -> assertThat(record.getBytes(KANA))
                .hasSize(120));
        for (int i = 0; i < refunds.size(); i++) {
            var record = file.get(i + 1);
            var kana = BankKana.of(names.get(i)).orElseThrow();
            assertThat(record).startsWith("20009");
            assertThat(record.substring(42, 50)).isEqualTo("27654321");
            assertThat(kana).startsWith(record.substring(50, 80).stripTrailing());
            assertThat(record.substring(80, 90)).isEqualTo("%010d".formatted(1 + most / (i + 1)));
            assertThat(record.substring(91, 101)).isEqualTo("%010d".formatted(i + 1));
        }
        assertThat(file.get(file.size() - 2))
                .startsWith("8%06d%012d"
                        .formatted(
                                refunds.size(), Yen.sum(refunds, Refund::amount).amount()));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("アイウガギグパピプャュョッーヲヴヶ ABCxyz019().-")
                .withChars('あ', 'ん')
                .ofMinLength(1)
                .ofMaxLength(45)
                .filter(name -> BankKana.of(name).isPresent());
    }

    private List<String> written(List<Refund> refunds) {
        return new String(TransferFileText.framed(text.write(DAY, refunds), TransferFraming.CRLF), KANA)
                .lines()
                .toList();
    }

    private static PayeeAccount account(String bank, String branch, String type, String number, String holder) {
        return PayeeAccount.read("", bank, branch, type, number, holder);
    }

    private static Refund refund(long id, long amount, PayeeAccount account) {
        return new Refund(
                id,
                OrderNumber.of("A00000001"),
                null,
                Route.TRANSFER,
                Status.APPROVED,
                Yen.of(amount),
                RefundEntry.OVERPAID,
                "keiri",
                Instant.EPOCH,
                "system",
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                null,
                account);
    }
}
