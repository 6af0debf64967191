package jp.otodoke.partners.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jp.otodoke.UnitTest;
import jp.otodoke.partners.bank.DebitSettings.Consignor;
import jp.otodoke.payments.DebitAccount;
import jp.otodoke.payments.DebitInstruction;
import jp.otodoke.payments.DebitOutcome;
import jp.otodoke.payments.DebitResult;
import jp.otodoke.payments.SentDirectDebit;
import jp.otodoke.payments.SentDirectDebit.Claim;
import jp.otodoke.shared.Yen;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 口座振替 files, byte by byte. */
@UnitTest
class DebitFileTests {
    private static final Path SAMPLES = Path.of("../shared/formats/samples");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
    private static final Map<String, DebitOutcome> CODES =
            Map.of("0", DebitOutcome.COLLECTED, "1", DebitOutcome.NO_FUNDS, "2", DebitOutcome.NO_ACCOUNT);
    private static final DebitAgency ZENGIN = DebitAgency.fixed(DebitText.KANA, "0", 0, CODES);
    private static final Consignor CONSIGNOR =
            new Consignor("zengin", "123456", "カ)テストケンコウショクヒン", "9999", "テスト", "1", "ホンテン", "1", "1234567");
    private static final List<DebitInstruction> TWO =
            List.of(instruction(1_000_042, 5_980, true), instruction(1_000_043, 300, false));

    private static DebitInstruction instruction(long claim, long amount, boolean first) {
        return new DebitInstruction(
                claim, new DebitAccount("9999", "002", "1", "0000123", "ﾔﾏﾀﾞ ﾊﾅｺ"), Yen.of(amount), first);
    }

    private static byte[] request(DebitAgency agency, List<DebitInstruction> instructions) {
        return new DebitRequest(CONSIGNOR, agency).write(DAY, instructions);
    }

    private static SentDirectDebit sent(DebitAgency agency, boolean done, @Nullable String... booked) {
        var claims = List.of(
                new Claim(1_000_042, Yen.of(5_980), done ? booked[0] : null),
                new Claim(1_000_043, Yen.of(300), done ? booked[1] : null));
        return new SentDirectDebit(1, "zengin", request(agency, TWO), done, claims);
    }

    private static List<DebitResult> read(byte[] file, DebitAgency agency, SentDirectDebit cycle) {
        var header = ZenginRecords.of(agency.decode(cycle.request()), DebitLayout.LENGTH)
                .get(0);
        var content = DebitResultFile.read(file, agency, header);
        return DebitMatch.match(content, agency, header.text(DebitLayout.CONSIGNOR_CODE), cycle);
    }

    private static DebitText answer() {
        return DebitText.answer(request(ZENGIN, TWO));
    }

    private static void refused(byte[] file, int record, int position, String field, String reason) {
        assertThatThrownBy(() -> read(file, ZENGIN, sent(ZENGIN, false)))
                .isInstanceOfSatisfying(ZenginRefused.class, refused -> assertThat(refused.problems())
                        .anySatisfy(problem -> {
                            assertThat(problem.record()).isEqualTo(record);
                            assertThat(problem.position()).isEqualTo(position);
                            assertThat(problem.field()).isEqualTo(field);
                            assertThat(problem.reason()).isEqualTo(reason);
                            assertThat(BankTexts.withPlace(problem).japanese()).doesNotContain("{", "bank.problem");
                        }));
    }

    @Test
    void aRequestIsWrittenAsTheBankersAssociationHasIt() {
        var records = List.of(
                "19100000123456ｶ)ﾃｽﾄｹﾝｺｳｼﾖｸﾋﾝ                          11279999ﾃｽﾄ            001ﾎﾝﾃﾝ           11234567"
                        + " ".repeat(17),
                "29999               002                   10000123ﾔﾏﾀﾞ ﾊﾅｺ                      0000005980100000000000001000042"
                        + "0        ",
                "8000001000000005980000000000000000000000000000000000000" + " ".repeat(65),
                "9" + " ".repeat(119));

        var file = request(ZENGIN, TWO.subList(0, 1));

        assertThat(new String(file, DebitText.KANA)).isEqualTo(String.join("", records));
        assertThat(Framing.NONE.frame(file, ZENGIN)).isEqualTo(file);
        assertThat(new String(Framing.CRLF.frame(file, ZENGIN), DebitText.KANA))
                .isEqualTo(String.join("\r\n", records) + "\r\n");
    }

    @Test
    void aSecondDebitOfAMandateIsNotNew() {
        var file = new String(request(ZENGIN, TWO), DebitText.KANA);

        assertThat(file.charAt(120 + 90)).isEqualTo('1');
        assertThat(file.charAt(240 + 90)).isEqualTo('0');
    }

    @Test
    void aLongNameIsCutAndNoMarkLosesItsKana() {
        var name = "ｱ".repeat(29) + "ｶﾞ";
        var account = new DebitAccount("9999", "002", "1", "0000123", name);

        var file = request(ZENGIN, List.of(new DebitInstruction(1, account, Yen.of(1), true)));

        assertThat(new String(file, 120 + 50, 30, DebitText.KANA)).isEqualTo("ｱ".repeat(29) + " ");
    }

    @Test
    void anAgencyMayPutItsOwnNumberBeforeOurs() {
        var smbc = DebitAgency.fixed(DebitText.KANA, "1", 8, CODES);

        var file = new String(request(smbc, TWO), DebitText.KANA);

        assertThat(file.charAt(3)).isEqualTo('1');
        assertThat(file.substring(120 + 91, 120 + 111)).isEqualTo("00123456" + "000001000042");
        assertThat(read(DebitText.answer(request(smbc, TWO)).with("0", "1").crlf(), smbc, sent(smbc, false)))
                .extracting(DebitResult::code)
                .containsExactly("0", "1");
    }

    @Test
    void aResultIsReadWithAndWithoutLineBreaks() {
        var result = answer().with("0", "1");

        assertThat(read(result.crlf(), ZENGIN, sent(ZENGIN, false)))
                .isEqualTo(read(result.unbroken(), ZENGIN, sent(ZENGIN, false)))
                .containsExactly(
                        new DebitResult(1_000_042, "0", DebitOutcome.COLLECTED),
                        new DebitResult(1_000_043, "1", DebitOutcome.NO_FUNDS));
    }

    @Test
    void anUnknownCodeIsNeverTakenForPaid() {
        assertThat(read(answer().with("N", "X").crlf(), ZENGIN, sent(ZENGIN, false)))
                .extracting(DebitResult::outcome)
                .containsExactly(DebitOutcome.UNCLEAR, DebitOutcome.UNCLEAR);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 000003, 合計件数",
        "8, 000000006281, 合計金額",
        "20, 000000, 振替済件数",
        "26, 000000005981, 振替済金額",
        "38, 000002, 振替不能件数",
        "44, 000000000301, 振替不能金額"
    })
    void wrongTotalsAreRefused(int position, String stated, String field) {
        refused(answer().with("0", "1").at(4, position, stated).crlf(), 4, position, field, "total");
    }

    @Test
    void aTotalThatIsNoNumberIsRefused() {
        refused(answer().with("0", "1").at(4, 26, "      ").crlf(), 4, 26, "振替済金額", "not-a-number");
    }

    @Test
    void anotherConsignorOrDayIsRefused() {
        refused(answer().with("0").at(1, 5, "0000999999").crlf(), 1, 5, "委託者コード", "not-as-sent");
        refused(answer().with("0").at(1, 55, "1228").crlf(), 1, 55, "引落日", "not-as-sent");
        refused(answer().with("0").at(1, 2, "21").crlf(), 1, 2, "種別コード", "business-type");
        refused(answer().with("0").at(1, 4, "1").crlf(), 1, 4, "コード区分", "ebcdic");
    }

    @Test
    void rowsThatDifferFromTheRequestAreRefused() {
        refused(answer().with("0").at(2, 92, "00000000000009999999").totals().crlf(), 2, 92, "顧客番号", "not-in-request");
        refused(answer().with("0").at(3, 81, "0000000301").totals().crlf(), 3, 81, "引落金額", "not-as-sent");
        refused(answer().with("0").at(3, 81, "00000003 1").crlf(), 3, 81, "引落金額", "not-a-number");
        refused(answer().without(3).with("0").crlf(), 3, 92, "顧客番号", "missing-row");
        refused(
                answer().at(3, 92, "00000000000001000042")
                        .at(3, 81, "0000005980")
                        .with("0")
                        .crlf(),
                3,
                92,
                "顧客番号",
                "twice");
    }

    @Test
    void aRequestThatComesBackIsNoResult() {
        refused(request(ZENGIN, TWO), 4, 20, "振替済件数", "echo");
    }

    @Test
    void halfAFileIsRefused() {
        refused(answer().with("0").half(), 3, 1, "レコード", "cut-off");
        refused(answer().with("0").without(5).crlf(), 4, 1, "データ区分", "no-end");
        refused(new byte[0], 1, 1, "レコード", "empty");
    }

    @Test
    void recordsOutOfOrderAreRefused() {
        refused(answer().with("0").at(2, 1, "8").crlf(), 3, 1, "データ区分", "record-order");
        refused(answer().with("0").at(2, 1, "5").crlf(), 2, 1, "データ区分", "unknown-record");
        refused(answer().with("0").record(2, record -> record.substring(1)).crlf(), 2, 1, "レコード", "short");
    }

    @Test
    void allMistakesAreTold() {
        var file = answer().with("0")
                .at(1, 55, "0101")
                .at(2, 81, "0000000001")
                .at(4, 2, "000009")
                .crlf();

        assertThatThrownBy(() -> read(file, ZENGIN, sent(ZENGIN, false)))
                .isInstanceOfSatisfying(ZenginRefused.class, refused -> assertThat(refused.problems())
                        .extracting(ZenginProblem::field)
                        .contains("引落日", "引落金額", "合計件数"));
    }

    @Test
    void ebcdicIsRefusedUnlessTheAgencyHasIt() {
        var ebcdic = DebitAgency.fixed(Charset.forName("IBM290"), "1", 0, CODES);
        var file = ebcdic.encode(DebitText.answer(ebcdic.decode(request(ebcdic, TWO)))
                .with("0", "1")
                .unbroken());

        refused(file, 1, 1, "データ区分", "ebcdic");
        assertThat(file).isNotEqualTo(ebcdic.decode(file));
        assertThat(read(file, ebcdic, sent(ebcdic, false)))
                .extracting(DebitResult::code)
                .containsExactly("0", "1");
    }

    @Test
    void theSameResultAgainIsAcceptedAndAnotherIsNot() {
        var booked = sent(ZENGIN, true, "0", "1");

        assertThat(read(answer().with("0", "1").unbroken(), ZENGIN, booked)).hasSize(2);
        assertThatThrownBy(() -> read(answer().with("0", "0").crlf(), ZENGIN, booked))
                .isInstanceOfSatisfying(ZenginRefused.class, refused -> assertThat(refused.problems())
                        .singleElement()
                        .satisfies(problem -> {
                            assertThat(problem.reason()).isEqualTo("not-as-booked");
                            assertThat(problem.position()).isEqualTo(112);
                            assertThat(problem.record()).isEqualTo(3);
                        }));
    }

    static boolean hasSamples() {
        return Files.exists(SAMPLES);
    }

    @Test
    @EnabledIf("hasSamples")
    void theSampleIsReadInBothForms() throws IOException {
        var request =
                ZenginRecords.of(Files.readAllBytes(SAMPLES.resolve("zengin91_request_crlf.txt")), DebitLayout.LENGTH);
        for (var name : List.of("zengin91_result_crlf.txt", "zengin91_result_nobreak.txt")) {
            var content = DebitResultFile.read(Files.readAllBytes(SAMPLES.resolve(name)), ZENGIN, request.get(0));

            assertThat(content.problems()).isEmpty();
            assertThat(content.rows())
                    .containsExactly(new DebitRow(2, "00000000000000100042", 5_980, "1", DebitOutcome.NO_FUNDS));
        }
    }

    @Property(tries = 500)
    void neverStumblesOverBytesThatChanged(
            @ForAll @IntRange(max = 609) int at, @ForAll byte value, @ForAll @IntRange(max = 610) int length) {
        var file = answer().with("0", "1").crlf();
        file[at] = value;
        var cut = Arrays.copyOf(file, length);

        try {
            assertThat(read(cut, ZENGIN, sent(ZENGIN, false)))
                    .extracting(DebitResult::claim)
                    .containsExactly(1_000_042L, 1_000_043L);
        } catch (ZenginRefused refused) {
            assertThat(refused.problems()).isNotEmpty().allSatisfy(problem -> assertThat(problem.position())
                    .isBetween(1, 120));
        }
    }

    @Property(tries = 200)
    void whatIsWrittenIsReadAgain(
            @ForAll @IntRange(min = 1, max = 99_999_999) int amount, @ForAll @IntRange(min = 1) int claim) {
        var request = request(ZENGIN, List.of(instruction(claim, amount, true)));
        var cycle = new SentDirectDebit(1, "zengin", request, false, List.of(new Claim(claim, Yen.of(amount), null)));

        assertThat(read(DebitText.answer(request).with("1").crlf(), ZENGIN, cycle))
                .containsExactly(new DebitResult(claim, "1", DebitOutcome.NO_FUNDS));
    }
}
