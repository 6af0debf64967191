package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jp.otodoke.UnitTest;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The account of a customer as it is typed. */
@UnitTest
class PayeeAccountTests {
    @Test
    void isTakenAsPeopleTypeIt() {
        var account = PayeeAccount.read("", "０００１", " 002 ", "1", "12-345", "やまだ はなこ");

        assertThat(account.place()).isEqualTo("0001-002-1-0012345");
        assertThat(account.holderKana()).isEqualTo("やまだ はなこ");
        assertThat(account.maskedNumber()).isEqualTo("****345");
        assertThat(account).asString().doesNotContain("0012345").doesNotContain("やまだ");
    }

    @Test
    void thePassbookOfThePostBankBecomesBranchAndAccount() {
        var account = PayeeAccount.read("", "9900", "12340", "1", "12345671", "ヤマダ");

        assertThat(account.place()).isEqualTo("9900-238-1-1234567");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "001, 002, 1, 1234567, ヤマダ, bankCode",
                "-, 002, 1, 1234567, ヤマダ, bankCode",
                "0001, 02, 1, 1234567, ヤマダ, branchCode",
                "0001, 002, 3, 1234567, ヤマダ, accountType",
                "0001, 002, -, 1234567, ヤマダ, accountType",
                "0001, 002, 1, 12345678, ヤマダ, accountNumber",
                "0001, 002, 1, -, ヤマダ, accountNumber",
                "0001, 002, 1, 0, ヤマダ, accountNumber",
                "0001, 002, 1, 1234567, 山田 花子, holderKana",
                "0001, 002, 1, 1234567, -, holderKana",
                "0001, 002, 1, 1234567, ヤマダ@, holderKana"
            })
    void whatIsWrongIsNamed(String bank, String branch, String type, String number, String holder, String field) {
        var refused = catchThrowableOfType(
                InvalidInput.class, () -> PayeeAccount.read("account.", bank, branch, type, number, holder));

        assertThat(refused.problems()).extracting(FieldProblem::field).containsExactly("account." + field);
    }
}
