package jp.otodoke.payments.paper.banks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.otodoke.UnitTest;
import jp.otodoke.payments.BankCode;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of bank codes, and what they change. */
@UnitTest
class BankCodeFileTests {
    private static final String HEADER = "bank_code,branch_code,name,kana\n";

    @Test
    void banksAndBranchesAreReadFromEitherCharacterSet() {
        var text = HEADER + "0001,,みずほ銀行,ミズホ\n0001,001,東京営業部,トウキヨウ\n";

        var expected =
                List.of(new BankCode("0001", "", "みずほ銀行", "ﾐｽﾞﾎ"), new BankCode("0001", "001", "東京営業部", "ﾄｳｷﾖｳ"));
        assertThat(BankCodeFile.read(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
        assertThat(BankCodeFile.read(text.getBytes(Charset.forName("windows-31j"))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "001,,みずほ銀行,ミズホ|bank_code|digits",
                "0001,1,みずほ銀行,ミズホ|branch_code|digits",
                "0001,,,ミズホ|name|name",
                "0001,,みずほ銀行,水穂|kana|kana"
            })
    void aRowThatIsWrongIsToldWithItsColumn(String row, String column, String code) {
        var refused = refused(HEADER + row + "\n");

        assertThat(refused).extracting(FieldProblem::field, FieldProblem::code).containsExactly(tuple(column, code));
        assertThat(refused.get(0).words().japanese()).contains("2行目");
    }

    @Test
    void aCodeThatStandsTwiceAColumnThatIsMissingAndAnEmptyFileAreRefused() {
        var twice = refused(HEADER + "0001,,みずほ銀行,ミズホ\n0001,,みずほ,ミズホ\n");

        assertThat(twice).extracting(FieldProblem::code).containsExactly("twice");
        assertThat(refused("bank_code,name,kana\n0001,みずほ銀行,ミズホ\n"))
                .extracting(FieldProblem::field)
                .containsExactly("branch_code");
        assertThat(refused(HEADER)).extracting(FieldProblem::code).containsExactly("empty");
        assertThat(refused("")).extracting(FieldProblem::code).containsExactly("unreadable");
    }

    @Test
    void whatAFileDoesNotHaveGoesOnlyWhereItClaimsToHaveAll() {
        var table = List.of(bank("0001"), branch("0001", "001"), branch("0001", "002"), bank("0005"));
        var file = List.of(new BankCode("0001", "001", "other", "ｱ"), branch("0001", "003"));

        assertThat(removed(table, file, BankCodeScope.PART)).isEmpty();
        assertThat(removed(table, file, BankCodeScope.BRANCHES)).containsExactly("0001-002");
        assertThat(removed(table, file, BankCodeScope.ALL)).containsExactly("0001", "0001-002", "0005");
        var part = BankCodeDifferences.between(table, file, BankCodeScope.PART);
        assertThat(part.added()).extracting(BankCode::key).containsExactly("0001-003");
        assertThat(part.changed()).extracting(change -> change.after().name()).containsExactly("other");
    }

    /** Whatever two tables hold: the differences turn one into the other. */
    @Property(tries = 200)
    void theDifferencesMakeTheTableLikeTheFile(
            @ForAll @Size(max = 30) Set<@IntRange(max = 40) Integer> before,
            @ForAll @Size(min = 1, max = 30) Set<@IntRange(max = 40) Integer> after) {
        var table = codes(before, "a");
        var file = codes(after, "b");

        var differences = BankCodeDifferences.between(table, file, BankCodeScope.ALL);

        var result = new ArrayList<>(table);
        result.removeAll(differences.removed());
        differences.changed().forEach(change -> result.remove(change.before()));
        differences.changed().forEach(change -> result.add(change.after()));
        result.addAll(differences.added());
        assertThat(result).containsExactlyInAnyOrderElementsOf(file);
        assertThat(BankCodeDifferences.between(file, file, BankCodeScope.ALL).none())
                .isTrue();
    }

    private static List<BankCode> codes(Set<Integer> numbers, String name) {
        return numbers.stream()
                .map(n -> new BankCode("%04d".formatted(n / 4), n % 4 == 0 ? "" : "%03d".formatted(n), name, "ｱ"))
                .collect(Collectors.toList());
    }

    private static BankCode bank(String bank) {
        return branch(bank, "");
    }

    private static BankCode branch(String bank, String branch) {
        return new BankCode(bank, branch, "name", "ｱ");
    }

    private static List<String> removed(List<BankCode> table, List<BankCode> file, BankCodeScope scope) {
        return BankCodeDifferences.between(table, file, scope).removed().stream()
                .map(BankCode::key)
                .toList();
    }

    private static List<FieldProblem> refused(String text) {
        return catchThrowableOfType(InvalidInput.class, () -> BankCodeFile.read(text.getBytes(StandardCharsets.UTF_8)))
                .problems();
    }
}
