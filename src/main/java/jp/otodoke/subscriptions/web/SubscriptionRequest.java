package jp.otodoke.subscriptions.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import jp.otodoke.subscriptions.RuleJson;
import org.jspecify.annotations.Nullable;

/** Subscriptions and their changes as an API client sends them. Values are checked later, so that all mistakes are reported at once. */
final class SubscriptionRequest {
    private SubscriptionRequest() {}

    @Schema(name = "NewSubscription")
    record Start(
            @Schema(example = "C0000123") @Nullable String customer,
            @Nullable List<@Nullable ItemPart> items,
            @Nullable RuleJson rule,
            @Schema(example = "2026-12-10", description = "The date of the first turn") @Nullable String first,
            @Nullable PaymentPart payment,
            @Nullable DeliveryPart delivery,
            @Schema(description = "Code of a course; none is known yet") @Nullable String course,
            @Nullable String mediaCode,
            @Schema(example = "WEB") @Nullable String channel) {}

    @Schema(name = "SubscriptionChange", description = "What is not given stays as it is")
    record Change(
            @Schema(
                            allowableValues = {"THIS_TURN", "FROM_NOW", "FROM_NEXT"},
                            description = "Required without from")
                    @Nullable
                    String scope,
            @Schema(
                            example = "2027-03-01",
                            description = "In place of scope: the change counts for turns of this day or later")
                    @Nullable
                    String from,
            @Schema(description = "Other quantities or products, in place of all so far") @Nullable
                    List<@Nullable ItemPart> items,
            @Schema(description = "Beside the others, in the next turn only") @Nullable
                    List<@Nullable ItemPart> addItems,
            @Nullable RuleJson rule,
            @Schema(description = "With rule: the date of its first turn") @Nullable String first,
            @Nullable PaymentPart payment,
            @Nullable DeliveryPart delivery,
            @Schema(description = "What the customer said") @Nullable String reason) {}

    @Schema(name = "SubscriptionItem")
    record ItemPart(
            @Schema(example = "HF-001") @Nullable String sku, @Schema(example = "2") @Nullable Integer quantity) {}

    @Schema(name = "SubscriptionPayment")
    record PaymentPart(
            @Schema(
                            allowableValues = {
                                "CREDIT_CARD",
                                "CASH_ON_DELIVERY",
                                "BANK_TRANSFER",
                                "CONVENIENCE_STORE",
                                "DEFERRED",
                                "DIRECT_DEBIT",
                                "INVOICE"
                            })
                    @Nullable
                    String method,
            @Schema(description = "With CREDIT_CARD: token of the card gateway") @Nullable String token) {
        /** No log shows a token. */
        @Override
        public String toString() {
            return "payment by " + method;
        }
    }

    @Schema(name = "SubscriptionDelivery", description = "An address with no parts is the customer's own")
    record DeliveryPart(
            @Schema(description = "Of a change: the day of the turn") @Nullable String date,
            @Schema(
                            allowableValues = {"AM", "1416", "1618", "1820", "1921"},
                            description = "Empty for any time")
                    @Nullable
                    String timeSlot,
            @Nullable AddressPart address,
            @Nullable String name,
            @Nullable String kana,
            @Nullable String phone) {}

    @Schema(name = "SubscriptionAddress")
    record AddressPart(
            @Nullable String postalCode,
            @Nullable String prefecture,
            @Nullable String city,
            @Nullable String line1,
            @Nullable String line2) {
        boolean empty() {
            return postalCode == null && prefecture == null && city == null && line1 == null && line2 == null;
        }
    }
}
