package jp.otodoke.partners.cardupdate;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import jp.otodoke.payments.CardOutcome;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the result codes of the agency mean; {@code UNCHANGED} is that of a card that works. One that is not listed is for a person. */
@Component
class CardUpdateCodes {
    private final Map<String, CardOutcome> codes;

    /** @param codes such as {@code 0=UNCHANGED,1=INVALID} */
    CardUpdateCodes(@Value("${otodoke.card-update.codes}") String codes) {
        this.codes = Arrays.stream(codes.split(","))
                .map(code -> code.strip().split("=", 2))
                .collect(Collectors.toUnmodifiableMap(code -> code[0], CardUpdateCodes::meaning));
    }

    private static CardOutcome meaning(String[] code) {
        if (code.length == 2) {
            return CardOutcome.valueOf(code[1]);
        }
        throw new IllegalStateException("OTODOKE_CARD_UPDATE_CODES has a code without a meaning: " + code[0]);
    }

    CardOutcome outcome(String code) {
        return codes.getOrDefault(code, CardOutcome.UNCLEAR);
    }
}
