package jp.otodoke.payments;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The refusal codes of card gateways by group: those of the card network in Japan (G02, or 42G020000 as GMO-PG writes them) and
 * those in words. Of several joined by a bar the one counts that leaves least to be done by itself.
 */
final class DeclineCodes {
    private static final Pattern LONG = Pattern.compile("42(G\\d\\d)\\d*");

    private static final Map<String, DeclineGroup> GROUPS = Map.ofEntries(
            // No funds, a limit used up, an issuer or centre that does not answer.
            entry("G02", DeclineGroup.RETRY_LATER),
            entry("G03", DeclineGroup.RETRY_LATER),
            entry("G04", DeclineGroup.RETRY_LATER),
            entry("G05", DeclineGroup.RETRY_LATER),
            entry("G54", DeclineGroup.RETRY_LATER),
            entry("G55", DeclineGroup.RETRY_LATER),
            entry("G95", DeclineGroup.RETRY_LATER),
            entry("limit", DeclineGroup.RETRY_LATER),
            entry("limit_exceeded", DeclineGroup.RETRY_LATER),
            entry("card_velocity_exceeded", DeclineGroup.RETRY_LATER),
            entry("withdrawal_count_limit_exceeded", DeclineGroup.RETRY_LATER),
            entry("insufficient_funds", DeclineGroup.RETRY_LATER),
            entry("issuer_busy", DeclineGroup.RETRY_LATER),
            entry("issuer_not_available", DeclineGroup.RETRY_LATER),
            entry("processing_error", DeclineGroup.RETRY_LATER),
            entry("reenter_transaction", DeclineGroup.RETRY_LATER),
            entry("try_again_later", DeclineGroup.RETRY_LATER),
            // A card that can't be used, has expired, was lost or has another number.
            entry("G12", DeclineGroup.OTHER_CARD),
            entry("G60", DeclineGroup.OTHER_CARD),
            entry("G61", DeclineGroup.OTHER_CARD),
            entry("G65", DeclineGroup.OTHER_CARD),
            entry("G83", DeclineGroup.OTHER_CARD),
            entry("expired", DeclineGroup.OTHER_CARD),
            entry("expired_card", DeclineGroup.OTHER_CARD),
            entry("invalid", DeclineGroup.OTHER_CARD),
            entry("invalid_card", DeclineGroup.OTHER_CARD),
            entry("invalid_account", DeclineGroup.OTHER_CARD),
            entry("invalid_number", DeclineGroup.OTHER_CARD),
            entry("incorrect_number", DeclineGroup.OTHER_CARD),
            entry("invalid_expiry_month", DeclineGroup.OTHER_CARD),
            entry("invalid_expiry_year", DeclineGroup.OTHER_CARD),
            entry("card_not_supported", DeclineGroup.OTHER_CARD),
            entry("currency_not_supported", DeclineGroup.OTHER_CARD),
            entry("lost", DeclineGroup.OTHER_CARD),
            entry("lost_card", DeclineGroup.OTHER_CARD),
            entry("stolen", DeclineGroup.OTHER_CARD),
            entry("stolen_card", DeclineGroup.OTHER_CARD),
            // The issuer tells its customer why, and nobody else.
            entry("G30", DeclineGroup.ASK_CUSTOMER),
            entry("G42", DeclineGroup.ASK_CUSTOMER),
            entry("G44", DeclineGroup.ASK_CUSTOMER),
            entry("do_not_honor", DeclineGroup.ASK_CUSTOMER),
            entry("generic_decline", DeclineGroup.ASK_CUSTOMER),
            entry("call_issuer", DeclineGroup.ASK_CUSTOMER),
            entry("incorrect_cvc", DeclineGroup.ASK_CUSTOMER),
            entry("incorrect_pin", DeclineGroup.ASK_CUSTOMER),
            entry("authentication_required", DeclineGroup.ASK_CUSTOMER),
            entry("not_permitted", DeclineGroup.ASK_CUSTOMER),
            entry("transaction_not_allowed", DeclineGroup.ASK_CUSTOMER),
            // Barred, or suspected of fraud.
            entry("G22", DeclineGroup.PERSON),
            entry("G56", DeclineGroup.PERSON),
            entry("fraudulent", DeclineGroup.PERSON),
            entry("merchant_blacklist", DeclineGroup.PERSON),
            entry("pickup_card", DeclineGroup.PERSON),
            entry("restricted_card", DeclineGroup.PERSON),
            entry("security_violation", DeclineGroup.PERSON),
            entry("stop_payment_order", DeclineGroup.PERSON),
            entry("revocation_of_authorization", DeclineGroup.PERSON));

    private DeclineCodes() {}

    /** PERSON for a code that is not in the table. */
    static DeclineGroup groupOf(String codes) {
        return Arrays.stream(codes.split("\\|", -1))
                .map(DeclineCodes::groupOfOne)
                .max(Enum::compareTo)
                .orElse(DeclineGroup.PERSON);
    }

    private static DeclineGroup groupOfOne(String code) {
        var written = LONG.matcher(code.strip());
        var one = written.matches() ? written.group(1) : code.strip();
        var group = GROUPS.get(one);
        return group == null ? GROUPS.getOrDefault(one.toLowerCase(Locale.ROOT), DeclineGroup.PERSON) : group;
    }
}
