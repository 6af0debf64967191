package jp.otodoke.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.UnitTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@UnitTest
class PostalCodeTests {
    @ParameterizedTest
    @ValueSource(strings = {"1240012", "〒124-0012", "'124-0012", "１２４－００１２", "124\u200B-0012", "\uFEFF124-0012\u202C"})
    void isReadWithWhatCopyingAndSpreadsheetsAdd(String written) {
        assertThat(PostalCode.valid(written)).isTrue();
        assertThat(new PostalCode(written).digits()).isEqualTo("1240012");
    }
}
