package jp.otodoke.partners.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jp.otodoke.UnitTest;
import jp.otodoke.partners.bank.DebitSettings.Consignor;
import jp.otodoke.payments.DebitAccount;
import jp.otodoke.payments.DebitInstruction;
import jp.otodoke.payments.DebitResult;
import jp.otodoke.payments.SentDirectDebit;
import jp.otodoke.payments.SentDirectDebit.Claim;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** The profiles of agencies as they are shipped: what each writes is read again, and what is wrong is refused with its place. */
@UnitTest
class DebitProfileTests {
    private static final List<String> PROFILES = List.of(
            "zengin", "smbc", "zengin-ebcdic", "mufg-factor", "mizuho-factor-asp", "ricoh-collect", "mufg-nicos");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
    private static final Consignor CONSIGNOR =
            new Consignor("zengin", "123456", "カ)テストケンコウショクヒン", "9999", "テスト", "1", "ホンテン", "1", "1234567");
    private static final List<String> CODES = List.of("0", "1", "2", "3", "4", "8", "9", "E", "N");
    private static final DebitSettings SETTINGS = settings(Map.of());

    /** Whatever is claimed and reported: in each profile the results come back as they were given, also when the order is another. */
    @Property(tries = 60)
    void whatAProfileWritesIsReadAgain(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 99_999_999) Integer> amounts,
            @ForAll @IntRange(min = 1, max = 900_000) int firstClaim,
            @ForAll @IntRange(max = 8) int firstCode) {
        for (var name : PROFILES) {
            var agency = SETTINGS.agency(name);
            var instructions = IntStream.range(0, amounts.size())
                    .mapToObj(i -> instruction(firstClaim + i, amounts.get(i)))
                    .toList();
            var codes = IntStream.range(0, amounts.size())
                    .mapToObj(i -> CODES.get((firstCode + i) % CODES.size()))
                    .toList();
            var request = request(agency, instructions);

            var file = new AgencyAnswer(agency, instructions, codes).to(request, DAY);
            var results = match(file, agency, cycle(request, instructions));

            assertThat(results).extracting(DebitResult::code).isEqualTo(codes);
            assertThat(results)
                    .extracting(DebitResult::claim)
                    .containsExactlyElementsOf(
                            instructions.stream().map(DebitInstruction::claim).toList());
        }
    }

    /** Half a file, and a byte that changed, is read as it was sent or refused; nothing else is thrown. */
    @Property(tries = 300)
    void noProfileStumblesOverBytesThatChanged(
            @ForAll @IntRange(max = 6) int profile,
            @ForAll @IntRange(max = 700) int at,
            @ForAll byte value,
            @ForAll @IntRange(min = 1, max = 700) int length) {
        var agency = SETTINGS.agency(PROFILES.get(profile));
        var instructions = List.of(instruction(42, 5_980), instruction(43, 300));
        var request = request(agency, instructions);
        var file = new AgencyAnswer(agency, instructions, List.of("0", "1")).to(request, DAY);
        file[at % file.length] = value;
        var cut = Arrays.copyOf(file, Math.min(length, file.length));

        try {
            assertThat(match(cut, agency, cycle(request, instructions)))
                    .extracting(DebitResult::claim)
                    .containsExactly(42L, 43L);
        } catch (ZenginRefused refused) {
            assertThat(refused.problems()).isNotEmpty().allSatisfy(problem -> assertThat(
                            agency.placed(problem).position())
                    .isPositive());
        }
    }

    @Test
    void recordsByCommasHaveTheColumnsOfZenginWithoutPadding() {
        var file = new String(request(SETTINGS.agency("mufg-factor"), List.of(instruction(42, 5_980))), DebitText.KANA);

        assertThat(file.split("\r\n"))
                .containsExactly(
                        "1,91,0,0000123456,ｶ)ﾃｽﾄｹﾝｺｳｼﾖｸﾋﾝ,1127,9999,ﾃｽﾄ,001,ﾎﾝﾃﾝ,1,1234567,",
                        "2,9999,,002,,,1,0000123,ﾔﾏﾀﾞ ﾊﾅｺ,5980,1,000000000000042,0,",
                        "8,1,5980,0,0,0,0,",
                        "9,");
    }

    @Test
    void aTableHasItsHeadingsAndTotals() {
        var file = new String(request(SETTINGS.agency("mufg-nicos"), List.of(instruction(42, 5_980))), DebitText.KANA);

        assertThat(file.split("\r\n"))
                .containsExactly(
                        "不能理由サイン,顧客番号,依頼金額,銀行,支店,預金種別,口座番号,名義人,新規サイン,制度/商品コード,口座合算有無,会員番号,送付サイン",
                        ",0000042,5980,9999,002,1,0000123,ﾔﾏﾀﾞ ﾊﾅｺ,1,,,,",
                        "1,5980,0,0,0,0");
    }

    @Test
    void aTableWithoutHeadingsIsReadByItsColumns() {
        var agency = SETTINGS.agency("ricoh-collect");
        var instructions = List.of(instruction(42, 5_980));
        var file = AgencyAnswer.bytes(List.of("42,ﾔﾏﾀﾞ,20261127,9999-002,1,0000123,ﾔﾏﾀﾞ ﾊﾅｺ,5980,1"));

        assertThat(match(file, agency, cycle(request(agency, instructions), instructions)))
                .extracting(DebitResult::code)
                .containsExactly("1");
    }

    @Test
    void whatIsWrongInATableIsToldByLineAndColumn() {
        refused("ricoh-collect", "42,,20261128,9999-002,1,0000123,ﾔﾏﾀﾞ,5980,1", 1, 3, "引落日", "not-as-sent");
        refused("ricoh-collect", "42,,20261127,9999-002,1,0000123,ﾔﾏﾀﾞ,5981,1", 1, 8, "引落金額", "not-as-sent");
        refused("ricoh-collect", "42,,20261127,9999-002,1,0000123,ﾔﾏﾀﾞ,5,980,1", 1, 1, "レコード", "columns");
        refused("ricoh-collect", "42,,20261127,9999-002,1,0000123,ﾔﾏﾀﾞ,\\5980,1", 1, 8, "引落金額", "not-a-number");
        refused("ricoh-collect", "43,,20261127,9999-002,1,0000123,ﾔﾏﾀﾞ,5980,1", 1, 1, "顧客番号", "not-in-request");
        refused("mufg-nicos", "顧客番号,依頼金額", 1, 1, "レコード", "headings");
        refused("mufg-factor", "2,9999\r\n9,", 1, 1, "データ区分", "record-order");
        refused("mufg-factor", "1,91,0,12X,ｶ\r\n9,", 1, 4, "委託者コード", "not-a-number");
    }

    @Test
    void anAgencyThatReportsFailuresOnlyHasCollectedTheRest() {
        var agency = new DebitAgency(
                DebitText.KANA,
                "0",
                0,
                SETTINGS.agency("zengin").codes(),
                null,
                7,
                true,
                null,
                new DebitTable(
                        List.of(DebitColumn.CUSTOMER_NUMBER, DebitColumn.AMOUNT, DebitColumn.RESULT_CODE), "", false));
        var instructions = List.of(instruction(42, 5_980), instruction(43, 300));
        var cycle = cycle(request(SETTINGS.agency("zengin"), instructions), instructions);

        assertThat(match(AgencyAnswer.bytes(List.of("0000043,300,1")), agency, cycle))
                .extracting(DebitResult::code)
                .containsExactly("1", "0");
        assertThatThrownBy(() -> match(new byte[0], agency, cycle)).isInstanceOf(ZenginRefused.class);
    }

    @Test
    void aProfileThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> settings(Map.of("otodoke.debit.agency", "nobody")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nobody")
                .hasMessageContaining("mufg-factor");
        assertThatThrownBy(() -> SETTINGS.agency("nobody")).isInstanceOfSatisfying(Refusal.class, refused -> assertThat(
                        refused.words().japanese())
                .contains("nobody", "otodoke.debit.agencies"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "otodoke.debit.agencies.zengin.form",
                "otodoke.debit.agencies.ricoh-collect.result.columns[0]",
                "otodoke.debit.agencies.zengin.codes.0"
            })
    void aProfileThatSaysWhatNobodyKnowsIsRefusedWithItsPlace(String property) {
        assertThatThrownBy(() -> settings(Map.of(property, "NOBODY")))
                .isInstanceOf(BindException.class)
                .rootCause()
                .hasMessageContaining("NOBODY");
    }

    @Test
    void moreClaimsThanNumbersAreRefused() {
        var agency = SETTINGS.agency("mufg-nicos");

        assertThat(agency.claimKey("0000123456", 9_999_999)).isEqualTo("9999999");
        assertThatThrownBy(() -> agency.claimKey("0000123456", 10_000_000)).isInstanceOf(Refusal.class);
    }

    private static void refused(String profile, String text, int record, int column, String field, String reason) {
        var agency = SETTINGS.agency(profile);
        var instructions = List.of(instruction(42, 5_980));
        var cycle = cycle(request(agency, instructions), instructions);

        assertThatThrownBy(() -> match((text + "\r\n").getBytes(DebitText.KANA), agency, cycle))
                .isInstanceOfSatisfying(
                        ZenginRefused.class,
                        no -> assertThat(no.problems()).map(agency::placed).anySatisfy(problem -> {
                            assertThat(problem.record()).isEqualTo(record);
                            assertThat(problem.position()).isEqualTo(column);
                            assertThat(problem.field()).isEqualTo(field);
                            assertThat(problem.reason()).isEqualTo(reason);
                            assertThat(BankTexts.withPlace(problem).japanese()).doesNotContain("{", "bank.problem");
                        }));
    }

    private static List<DebitResult> match(byte[] file, DebitAgency agency, SentDirectDebit cycle) {
        var header = agency.header(cycle.request());
        return DebitMatch.match(
                DebitResultFile.read(file, agency, header),
                agency,
                header == null ? "" : header.text(DebitLayout.CONSIGNOR_CODE),
                cycle);
    }

    private static DebitInstruction instruction(long claim, long amount) {
        return new DebitInstruction(
                claim, new DebitAccount("9999", "002", "1", "0000123", "ﾔﾏﾀﾞ ﾊﾅｺ"), Yen.of(amount), true);
    }

    private static byte[] request(DebitAgency agency, List<DebitInstruction> instructions) {
        return new DebitRequest(CONSIGNOR, agency).write(DAY, instructions);
    }

    private static SentDirectDebit cycle(byte[] request, List<DebitInstruction> instructions) {
        return new SentDirectDebit(
                1,
                "zengin",
                request,
                false,
                instructions.stream()
                        .map(one -> new Claim(one.claim(), one.amount(), null))
                        .toList());
    }

    /** As the application has them, but for what is overridden. */
    private static DebitSettings settings(Map<String, Object> overridden) {
        var environment = new StandardEnvironment();
        var sources = environment.getPropertySources();
        sources.addFirst(new MapPropertySource("overridden", new HashMap<>(overridden)));
        try {
            var shipped = new ArrayList<>(
                    new YamlPropertySourceLoader().load("shipped", new ClassPathResource("application.yml")));
            shipped.forEach(sources::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new DebitSettings(environment);
    }
}
