package jp.otodoke.partners.cardupdate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.otodoke.UnitTest;
import jp.otodoke.payments.CardOutcome;
import jp.otodoke.payments.CardResult;
import jp.otodoke.payments.CardToCheck;
import jp.otodoke.payments.CardToken;
import jp.otodoke.payments.SentCardUpdate;
import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.platform.files.FileContent;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@UnitTest
class CardUpdateFileTests {
    private static final YearMonth MONTH = YearMonth.of(2026, 12);
    private static final CardUpdateCodes CODES = new CardUpdateCodes("0=UNCHANGED,1=INVALID,2=MISMATCH,3=INPUT_ERROR");

    @Provide
    Arbitrary<List<CardResult>> results() {
        var last4 = Arbitraries.strings().numeric().ofLength(4).injectNull(0.4);
        var months =
                Arbitraries.integers().between(0, 600).map(MONTH::plusMonths).injectNull(0.4);
        var codes = Arbitraries.of("0", "0", "0", "1", "2", "3", "9", "X1");
        var result = Combinators.combine(Arbitraries.longs().between(1, 9_999_999), codes, last4, months)
                .as(CardUpdateFileTests::result);
        return result.list().ofMaxSize(30).uniqueElements(CardResult::id);
    }

    private static CardResult result(long id, String code, @Nullable String last4, @Nullable YearMonth expires) {
        var outcome = CODES.outcome(code);
        if (outcome != CardOutcome.UNCHANGED) {
            return new CardResult(id, code, outcome, null, null);
        }
        boolean told = last4 != null || expires != null;
        return new CardResult(id, code, told ? CardOutcome.RENEWED : outcome, last4, expires);
    }

    @Property(tries = 200)
    void whatIsWrittenIsReadAgain(@ForAll("results") List<CardResult> results, @ForAll boolean carriageReturns) {
        var reply = AgencyReply.of(7, "202612");
        results.forEach(result -> reply.with(
                result.id(),
                result.code(),
                result.last4() == null ? "" : result.last4(),
                result.expires() == null ? "" : CardUpdateRequest.EXPIRES.format(result.expires())));

        var file = read(reply.bytes(carriageReturns ? "\r\n" : "\n"), sent(results));

        assertThat(file.update()).isEqualTo(7);
        assertThat(file.records()).extracting(CardUpdateFile.Record::result).isEqualTo(results);
    }

    @Property(tries = 300)
    void whateverComesIsReadOrRefusedWithAPlace(@ForAll @Size(max = 300) byte[] bytes) {
        readOrRefused(bytes);
    }

    @Property(tries = 300)
    void aFileInWhichAByteIsWrongIsReadOrRefusedWithAPlace(@ForAll int place, @ForAll byte other) {
        var bytes = three().bytes();
        bytes[Math.floorMod(place, bytes.length)] = other;

        readOrRefused(bytes);
    }

    @Property(tries = 100)
    void aFileThatIsCutOffIsNeverTaken(@ForAll int place) {
        var bytes = three().bytes();
        // Only the line break of the last record may be missing.
        int length = Math.floorMod(place, bytes.length - "\r\n".length());

        assertThat(mistakes(Arrays.copyOf(bytes, length))).isNotEmpty();
    }

    private static void readOrRefused(byte[] bytes) {
        try {
            read(bytes, sent(1, 2, 3));
        } catch (CardUpdateRefused refused) {
            assertThat(refused.mistakes()).isNotEmpty().allSatisfy(mistake -> {
                assertThat(mistake.line()).isPositive();
                assertThat(mistake.position()).isPositive();
            });
            assertThat(refused.problems())
                    .allSatisfy(
                            problem -> assertThat(problem.words().japanese()).isNotBlank());
        }
    }

    @Test
    void aRequestHasTheCardsAndTheirCount() {
        var request = CardUpdateRequest.write(
                12,
                MONTH,
                List.of(
                        new CardToCheck(1, new CardToken("tok_a"), "4242", YearMonth.of(2029, 3)),
                        new CardToCheck(2, new CardToken("tok_b"), null, null)));

        assertThat(new String(request, StandardCharsets.US_ASCII))
                .isEqualTo("H,ARAIGAE,12,202612\r\nD,1,tok_a,4242,2903\r\nD,2,tok_b,,\r\nT,2\r\n");
    }

    @ParameterizedTest
    @CsvSource({"0, UNCHANGED", "1, INVALID", "2, MISMATCH", "3, INPUT_ERROR", "7, UNCLEAR"})
    void everyCodeHasItsMeaning(String code, CardOutcome outcome) {
        assertThat(read(AgencyReply.of(7, "202612").with(1, code, "", "").bytes(), sent(1))
                        .records())
                .extracting(record -> record.result().outcome())
                .containsExactly(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n"})
    void lineEndsQuotesAndTheEndMarkDoNotMatter(String lineEnd) {
        var plain = read(three().bytes(), sent(1, 2, 3)).records().stream()
                .map(CardUpdateFile.Record::result)
                .toList();
        var text = new String(three().bytes(lineEnd), StandardCharsets.US_ASCII);

        for (var written : List.of(
                text,
                text.stripTrailing(),
                text + "\u001A",
                text + lineEnd,
                text.replace("D,1,0", "\"D\", 1 ,\"0\""))) {
            assertThat(read(written.getBytes(StandardCharsets.US_ASCII), sent(1, 2, 3))
                            .records())
                    .extracting(CardUpdateFile.Record::result)
                    .isEqualTo(plain);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "H,ARAIGAE,8,202612          | 1 | 11 | 洗替番号     | unknown  | unknown-number",
                "H,OTHER,7,202612            | 1 | 3  | ファイル種別 | invalid  | other-file",
                "H,ARAIGAE,7,202611          | 1 | 13 | 対象月       | mismatch | other-month",
                "H,ARAIGAE,7                 | 1 | 1  | データ区分   | length   | width",
            })
    void theHeaderIsThatOfTheRequest(
            String header, int record, int position, String field, String code, String reason) {
        var text = new String(three().bytes(), StandardCharsets.US_ASCII).replace("H,ARAIGAE,7,202612", header);

        assertThat(mistakes(text.getBytes(StandardCharsets.US_ASCII)))
                .first()
                .satisfies(mistake -> at(mistake, record, position, field, code, reason));
    }

    @Test
    void eachCardOfTheRequestComesBackOnce() {
        assertThat(mistakes(three().without(2).bytes()))
                .anySatisfy(mistake -> at(mistake, 4, 3, "件数", "missing", "missing-card"));
        assertThat(mistakes(three().twice(2).bytes()))
                .anySatisfy(mistake -> at(mistake, 5, 3, "明細番号", "duplicate", "twice"));
        assertThat(mistakes(three().with(4, "0", "", "").bytes()))
                .anySatisfy(mistake -> at(mistake, 5, 3, "明細番号", "unknown", "not-in-request"));
    }

    @ParameterizedTest
    @CsvSource({"'T,4,3', 3, 件数", "'T,3,2', 5, 有効件数", "'T,,3', 3, 件数"})
    void theTrailerAgreesWithTheRecords(String trailer, int position, String field) {
        assertThat(mistakes(three().ending(trailer).bytes()))
                .singleElement()
                .satisfies(mistake -> at(mistake, 5, position, field, "mismatch", "total"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 42424, '', 7, 末尾4桁, not-four-digits",
        "0, '', 2913, 8, 有効期限, not-a-month",
        "0, '', 2611, 8, 有効期限, expired",
        "'', '', '', 5, 結果コード, no-code"
    })
    void everyFieldIsChecked(
            String resultCode, String last4, String expires, int position, String field, String reason) {
        assertThat(mistakes(three().with(3, resultCode, last4, expires).bytes()))
                .anySatisfy(mistake -> at(mistake, 4, position, field, "invalid", reason));
    }

    @Test
    void anotherAnswerThanTheOneThatIsBookedIsRefused() {
        var booked = new LinkedHashMap<Long, Optional<CardResult>>();
        booked.put(1L, Optional.of(new CardResult(1, "0", CardOutcome.UNCHANGED, null, null)));
        var update = new SentCardUpdate(7, MONTH, true, booked);
        var same = AgencyReply.of(7, "202612").with(1, "0", "", "").bytes();
        var other = AgencyReply.of(7, "202612").with(1, "1", "", "").bytes();

        assertThat(read(same, update).records()).hasSize(1);
        assertThat(catchThrowableOfType(CardUpdateRefused.class, () -> read(other, update))
                        .mistakes())
                .singleElement()
                .satisfies(mistake -> at(mistake, 2, 5, "結果コード", "conflict", "not-as-booked"));
    }

    @Test
    void noAnswerIsTakenBeforeTheQuestion() {
        var update = new SentCardUpdate(7, MONTH, false, Map.of());

        assertThat(catchThrowableOfType(
                                CardUpdateRefused.class,
                                () -> read(AgencyReply.of(7, "202612").bytes(), update))
                        .mistakes())
                .singleElement()
                .satisfies(mistake -> at(mistake, 1, 11, "洗替番号", "not-sent", "not-sent"));
    }

    @Test
    void aTextInAnotherEncodingIsNamedByItsFirstForeignByte() {
        assertThat(mistakes("H,ARAIGAE,７".getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .satisfies(mistake -> at(mistake, 1, 11, "データ区分", "encoding", "not-ascii"));
        assertThat(mistakes(new String(three().bytes(), StandardCharsets.US_ASCII).getBytes(StandardCharsets.UTF_16)))
                .isNotEmpty();
        assertThat(mistakes(new byte[0])).singleElement().satisfies(mistake -> assertThat(mistake.reason())
                .isEqualTo("empty"));
    }

    private static void at(Mistake mistake, int record, int position, String field, String code, String reason) {
        assertThat(mistake.line()).isEqualTo(record);
        assertThat(mistake.position()).isEqualTo(position);
        assertThat(mistake.field()).isEqualTo(field);
        assertThat(mistake.code()).isEqualTo(code);
        assertThat(mistake.reason()).isEqualTo(reason);
    }

    private static AgencyReply three() {
        return AgencyReply.of(7, "202612")
                .with(1, "0", "", "")
                .with(2, "0", "1111", "3104")
                .with(3, "0", "", "");
    }

    private static SentCardUpdate sent(List<CardResult> results) {
        return sent(results.stream().mapToLong(CardResult::id).toArray());
    }

    private static SentCardUpdate sent(long... cards) {
        var asked = new LinkedHashMap<Long, Optional<CardResult>>();
        Arrays.stream(cards).forEach(card -> asked.put(card, Optional.empty()));
        return new SentCardUpdate(7, MONTH, true, asked);
    }

    private static CardUpdateFile.Content read(byte[] bytes, SentCardUpdate update) {
        return CardUpdateFile.read(
                FileContent.of(bytes), CODES, id -> id == update.id() ? Optional.of(update) : Optional.empty());
    }

    private static List<Mistake> mistakes(byte[] bytes) {
        return catchThrowableOfType(CardUpdateRefused.class, () -> read(bytes, sent(1, 2, 3)))
                .mistakes();
    }
}
