package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.UnitTest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@UnitTest
class DeclineCodesTests {
    @ParameterizedTest
    @CsvSource({
        "G03, RETRY_LATER",
        "42G030000, RETRY_LATER",
        "insufficient_funds, RETRY_LATER",
        "issuer_busy, RETRY_LATER",
        "expired, OTHER_CARD",
        "EXPIRED_CARD, OTHER_CARD",
        "G83, OTHER_CARD",
        "stolen_card, OTHER_CARD",
        "do_not_honor, ASK_CUSTOMER",
        "42G440000, ASK_CUSTOMER",
        "fraudulent, PERSON",
        "G22, PERSON"
    })
    void eachKnownCodeHasItsGroup(String code, DeclineGroup group) {
        assertThat(DeclineCodes.groupOf(code)).isEqualTo(group);
    }

    @ParameterizedTest
    @CsvSource({"''", "G99", "42G9", "新しい理由", "DECLINED"})
    void aPersonLooksAtACodeThatNobodyKnows(String code) {
        assertThat(DeclineCodes.groupOf(code)).isEqualTo(DeclineGroup.PERSON);
    }

    @ParameterizedTest
    @CsvSource({"G03|G83, OTHER_CARD", "G83|G03, OTHER_CARD", "42G030000|42G220000, PERSON", "G03|, PERSON"})
    void ofSeveralTheOneCountsThatLeavesLeastToBeDone(String codes, DeclineGroup group) {
        assertThat(DeclineCodes.groupOf(codes)).isEqualTo(group);
    }

    @Property
    void whateverTheGatewayWritesHasAGroup(@ForAll String code, @ForAll String other) {
        var both = DeclineCodes.groupOf(code + "|" + other);

        assertThat(both).isGreaterThanOrEqualTo(DeclineCodes.groupOf(code));
        assertThat(both).isEqualTo(DeclineCodes.groupOf(other + "|" + code));
    }
}
