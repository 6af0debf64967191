package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.UnitTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 記号・番号 of ゆうちょ銀行. */
@UnitTest
class PostPassbookTests {
    @Test
    void transfersAndDirectDebitsNameDifferentBranchesOfTheSameAccount() {
        var book = PostPassbook.of("9900", "12340", "12345671").orElseThrow();

        assertThat(book.debitBranch()).isEqualTo("234");
        assertThat(book.transferBranch()).isEqualTo("238");
        assertThat(book.account()).isEqualTo("1234567");
        assertThat(book.problems()).isEmpty();
        assertThat(PostPassbook.transferBranch("9900", book.debitBranch())).isEqualTo(book.transferBranch());
        assertThat(PostPassbook.transferBranch("0001", "234")).isEqualTo("234");
    }

    @Test
    void anotherBankAndABranchOfThreeDigitsAreNoPassbook() {
        assertThat(PostPassbook.of("0001", "12340", "12345671")).isEmpty();
        assertThat(PostPassbook.of("9900", "234", "1234567")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "22340, 12345671, branchCode",
        "12341, 12345671, branchCode",
        "12340, 12345672, accountNumber",
        "12340, 123456711, accountNumber",
        "12340, 00000001, accountNumber",
        "12340, 1, accountNumber"
    })
    void whatNoPassbookSaysIsNamed(String symbol, String number, String field) {
        assertThat(PostPassbook.of("9900", symbol, number).orElseThrow().problems())
                .containsExactly(field);
    }
}
