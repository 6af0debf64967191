package jp.otodoke.partners.deferred;

import java.util.ArrayList;
import java.util.List;
import jp.otodoke.payments.DeferredAnswer;
import jp.otodoke.payments.DeferredAnswer.Outcome;
import jp.otodoke.payments.DeferredCall;
import jp.otodoke.payments.DeferredCall.Kind;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what the provider says about one transaction: among {@code results} or {@code errors}, each about its own. What can't be
 * read, or tells nothing of the transaction, says nothing about it.
 */
final class DeferredReply {
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final String DUPLICATE = "E0100115";
    private static final String NO_SUCH = "E0100002";

    private DeferredReply() {}

    static DeferredAnswer read(JsonMapper json, int httpStatus, String text, DeferredCall call) {
        if (httpStatus != OK && httpStatus != BAD_REQUEST) {
            return DeferredAnswer.unknown(call.id());
        }
        try {
            var body = json.readTree(text);
            var error = about(body.path("errors"), call);
            var result = about(body.path("results"), call);
            if (error != null) {
                return refused(error, call);
            }
            return result == null ? DeferredAnswer.unknown(call.id()) : result(result, call);
        } catch (JacksonException unreadable) {
            return DeferredAnswer.unknown(call.id());
        }
    }

    private static @Nullable JsonNode about(JsonNode list, DeferredCall call) {
        var own = call.kind() == Kind.REDUCE ? call.newId() : call.ownId();
        for (var one : list) {
            var id = text(one, "shop_transaction_id");
            if (id != null && (id.equals(own) || id.equals(call.ownId()))) {
                return one;
            }
        }
        return null;
    }

    /** A number that is known already was registered before, and its answer lost: it is looked up. */
    private static DeferredAnswer refused(JsonNode error, DeferredCall call) {
        var codes = codes(error.path("codes"));
        if (codes.contains(DUPLICATE)) {
            return DeferredAnswer.unknown(call.id());
        }
        var outcome = codes.contains(NO_SUCH) ? Outcome.NOT_FOUND : Outcome.ERROR;
        return new DeferredAnswer(call.id(), outcome, null, codes, null);
    }

    private static DeferredAnswer result(JsonNode result, DeferredCall call) {
        var amount = result.path("billed_amount");
        var billed = amount.isIntegralNumber() ? Yen.of(amount.longValue()) : null;
        if (isCheck(call) && billed != null && !billed.equals(call.amount())) {
            return DeferredAnswer.unknown(call.id());
        }
        return new DeferredAnswer(
                call.id(),
                outcome(result),
                text(result, "np_transaction_id"),
                codes(result.path("authori_hold")),
                billed);
    }

    private static boolean isCheck(DeferredCall call) {
        return call.kind() == Kind.REGISTER || call.kind() == Kind.UPDATE || call.kind() == Kind.REDUCE;
    }

    private static Outcome outcome(JsonNode result) {
        return switch (String.valueOf(text(result, "status"))) {
            case "CANCELLED" -> Outcome.CANCELLED;
            case "REPORTED" -> Outcome.REPORTED;
            case "CONFIRMED" -> Outcome.CONFIRMED;
            case "UNCONFIRMED" -> Outcome.UNCONFIRMED;
            case "ACTIVE" -> checked(result);
            default -> Outcome.UNKNOWN;
        };
    }

    private static Outcome checked(JsonNode result) {
        return switch (String.valueOf(text(result, "authori_result"))) {
            case "00" -> Outcome.OK;
            case "10" -> Outcome.HOLD;
            case "20" -> Outcome.REFUSED;
            case "40" -> Outcome.REVIEW;
            default -> Outcome.UNKNOWN;
        };
    }

    private static List<String> codes(JsonNode list) {
        var codes = new ArrayList<String>();
        for (var code : list) {
            if (code.isString() && code.stringValue().matches("[\\x21-\\x2B\\x2D-\\x7E]{1,20}")) {
                codes.add(code.stringValue());
            }
        }
        return List.copyOf(codes);
    }

    private static @Nullable String text(JsonNode node, String name) {
        var value = node.path(name);
        return value.isString() && !value.stringValue().isBlank() ? value.stringValue() : null;
    }
}
