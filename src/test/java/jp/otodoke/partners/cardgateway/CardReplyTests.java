package jp.otodoke.partners.cardgateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.otodoke.UnitTest;
import jp.otodoke.payments.CardAnswer.Outcome;
import jp.otodoke.payments.CardCall;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a gateway answers is understood or says nothing; it never moves money for somebody else. */
@UnitTest
class CardReplyTests {
    private final JsonMapper json = new JsonMapper();

    @Property(tries = 1000)
    void anyTextIsAnAnswerOrNone(
            @ForAll @IntRange(min = 100, max = 599) int status,
            @ForAll("bodies") String text,
            @ForAll CardCall.Kind kind) {
        CardReply.read(json, status, text).ifPresent(reply -> {
            var outcome = reply.answerTo(
                            new CardCall(7, kind, "T-1", Yen.of(6_880), null, OrderNumber.of("A00000001"), null))
                    .outcome();

            if (!"T-1".equals(reply.transactionNo())) {
                assertThat(outcome)
                        .as("an answer about another transaction")
                        .isIn(Outcome.UNKNOWN, Outcome.NOT_FOUND, Outcome.DECLINED);
            }
        });
    }

    @Provide
    Arbitrary<String> bodies() {
        var whole = "{\"id\":\"p\",\"transactionNo\":\"T-1\",\"status\":\"CAPTURED\",\"amount\":6880,\"code\":null}";
        var cut = Arbitraries.integers().between(0, whole.length()).map(end -> whole.substring(0, end));
        var other = Arbitraries.of(List.of(
                whole.replace("T-1", "T-2"),
                whole.replace("6880", "\"6880\""),
                whole.replace("6880", "1e99"),
                whole.replace("\"T-1\"", "[]"),
                "[]",
                "null",
                "7"));
        return Arbitraries.oneOf(cut, other, Arbitraries.strings().ofMaxLength(40));
    }
}
