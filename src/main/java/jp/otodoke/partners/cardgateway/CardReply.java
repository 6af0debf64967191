package jp.otodoke.partners.cardgateway;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.otodoke.payments.CardAnswer;
import jp.otodoke.payments.CardAnswer.Outcome;
import jp.otodoke.payments.CardCall;
import jp.otodoke.payments.CardCall.Kind;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A response of the gateway that could be read.
 *
 * @param last4 digits of the card; null if the response doesn't tell
 * @param brand of the card; null if the response doesn't tell
 * @param expires the card's last month; null if the response doesn't tell
 * @param refunds of the transaction, by the key of each; null if the response doesn't tell
 */
record CardReply(
        int httpStatus,
        @Nullable String id,
        @Nullable String transactionNo,
        @Nullable String status,
        @Nullable Yen amount,
        @Nullable String code,
        @Nullable String last4,
        @Nullable String brand,
        @Nullable YearMonth expires,
        @Nullable Map<String, Yen> refunds) {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int DECLINED = 402;
    private static final int NOT_FOUND = 404;
    private static final int BAD_REQUEST = 400;
    private static final int UNPROCESSABLE = 422;

    /** Empty if it is incomplete or not JSON; a 404 needs no body. */
    static Optional<CardReply> read(JsonMapper json, int httpStatus, String text) {
        if (httpStatus == NOT_FOUND) {
            return Optional.of(new CardReply(httpStatus, null, null, null, null, null, null, null, null, null));
        }
        try {
            var body = json.readTree(text);
            return Optional.of(new CardReply(
                    httpStatus,
                    text(body, "id"),
                    text(body, "transactionNo"),
                    text(body, "status"),
                    body.path("amount").isIntegralNumber()
                            ? Yen.of(body.path("amount").longValue())
                            : null,
                    text(body, "code"),
                    last4(body.path("card")),
                    brand(body.path("card")),
                    expires(body.path("card")),
                    refunds(body.path("refunds"))));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private static @Nullable String text(JsonNode body, String name) {
        var value = body.path(name);
        return value.isString() ? value.stringValue() : null;
    }

    /** Four digits or nothing: whatever else a gateway sends of a card is not kept. */
    private static @Nullable String last4(JsonNode card) {
        var digits = text(card, "last4");
        return digits != null && digits.matches("[0-9]{4}") ? digits : null;
    }

    /** A short word of letters, such as VISA; a number in its place would not be kept. */
    private static @Nullable String brand(JsonNode card) {
        var name = text(card, "brand");
        return name != null && name.matches("[A-Za-z][A-Za-z ]{1,19}") ? name.toUpperCase(Locale.ROOT) : null;
    }

    private static @Nullable YearMonth expires(JsonNode card) {
        var month = text(card, "expires");
        return month != null && month.matches("20[0-9]{2}-(0[1-9]|1[0-2])") ? YearMonth.parse(month) : null;
    }

    private static @Nullable Map<String, Yen> refunds(JsonNode list) {
        if (!list.isArray()) {
            return null;
        }
        var refunds = new HashMap<String, Yen>();
        for (var one : list) {
            if (one.path("key").isString() && one.path("amount").isIntegralNumber()) {
                refunds.put(
                        one.path("key").stringValue(), Yen.of(one.path("amount").longValue()));
            }
        }
        return refunds;
    }

    /** A response that does not match the request says nothing about it. */
    CardAnswer answerTo(CardCall call) {
        return new CardAnswer(call.callId(), outcome(call), id, code, last4, brand, expires);
    }

    private Outcome outcome(CardCall call) {
        return switch (httpStatus) {
            case NOT_FOUND -> call.kind() == Kind.AUTHORISE ? Outcome.UNKNOWN : Outcome.NOT_FOUND;
            case DECLINED, BAD_REQUEST, UNPROCESSABLE -> Outcome.DECLINED;
            case OK, CREATED -> fits(call) ? state(call) : Outcome.UNKNOWN;
            default -> Outcome.UNKNOWN;
        };
    }

    private boolean fits(CardCall call) {
        return call.transactionNo().equals(transactionNo)
                && (call.kind() == Kind.SEARCH || amount == null || amount.equals(call.amount()));
    }

    /** The state of a transaction does not tell which of its refunds was made; its list of them does. */
    private Outcome state(CardCall call) {
        if (call.kind() != Kind.SEARCH || call.refundKey() == null) {
            return state();
        }
        if (refunds == null) {
            return state() == Outcome.REFUNDED && amount != null && !amount.equals(call.amount())
                    ? Outcome.UNKNOWN
                    : state();
        }
        var made = refunds.get(call.refundKey());
        if (made == null) {
            return Outcome.CAPTURED;
        }
        return made.equals(call.amount()) ? Outcome.REFUNDED : Outcome.UNKNOWN;
    }

    private Outcome state() {
        return switch (String.valueOf(status)) {
            case "AUTHORIZED" -> Outcome.AUTHORISED;
            case "CAPTURED" -> Outcome.CAPTURED;
            case "VOIDED" -> Outcome.VOIDED;
            case "REFUNDED" -> Outcome.REFUNDED;
            case "DECLINED" -> Outcome.DECLINED;
            default -> Outcome.UNKNOWN;
        };
    }
}
