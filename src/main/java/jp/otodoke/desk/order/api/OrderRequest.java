package jp.otodoke.desk.order.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order as an API client sends it. Values are validated later, so that all mistakes are reported at once. */
record OrderRequest(
        @Schema(example = "WEB") @Nullable String channel,
        @Schema(description = "The channel's own number; with the channel it names one order for ever") @Nullable
                String channelOrderId,
        @Schema(example = "2026-11-22T10:00:00+09:00", description = "At most 24 hours ahead of the clock") @Nullable
                String orderedAt,
        @Nullable String mediaCode,
        @Nullable CustomerPart customer,
        @Nullable DeliveryPart delivery,
        @Nullable PaymentPart payment,
        @Nullable List<@Nullable LinePart> lines,
        @Nullable String note,
        @Schema(description = "Points of the customer to be used; one is a yen") @Nullable Long points,
        @Schema(example = "WELCOME500", description = "The code of a coupon") @Nullable String coupon) {

    @Schema(description = "A known customer's number, or a new customer's details")
    record CustomerPart(
            @Nullable String number,
            @Nullable String name,
            @Nullable String kana,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String birthDate,
            @Nullable String sex,
            @Nullable AddressPart address) {}

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

    @Schema(description = "Name, kana and phone are the receiver's where it is not the customer")
    record DeliveryPart(
            @Schema(example = "2026-12-01") @Nullable String date,
            @Schema(allowableValues = {"AM", "1416", "1618", "1820", "1921"}) @Nullable String timeSlot,
            @Nullable AddressPart address,
            @Nullable String name,
            @Nullable String kana,
            @Nullable String phone,
            @Nullable GiftPart gift,
            @Schema(description = "For the warehouse's packers; does not lead to a review") @Nullable
                    String warehouseNote,
            @Schema(description = "Printed on the slip, such as 玄関前に置いてください; does not lead to a review") @Nullable
                    String slipNote) {}

    @Schema(description = "The parcel is a present")
    record GiftPart(
            @Schema(description = "Wrapped in gift paper") @Nullable Boolean wrap,
            @Schema(
                            allowableValues = {
                                "RED_WHITE_BOW",
                                "RED_WHITE_KNOT",
                                "BLACK_WHITE_KNOT",
                                "YELLOW_WHITE_KNOT",
                                "PLAIN"
                            })
                    @Nullable
                    String noshi,
            @Schema(example = "御歳暮") @Nullable String noshiTitle,
            @Schema(example = "山田") @Nullable String noshiName,
            @Nullable String messageCard) {}

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
            @Schema(description = "Of a new card, as the gateway gave it; for CREDIT_CARD, unless card is given")
                    @Nullable
                    String token,
            @Schema(
                            description = "For CREDIT_CARD in place of a token: id of a card of the same customer in"
                                    + " /api/v1/cards that can be charged; 422 for any other",
                            example = "12")
                    @Nullable
                    Long card) {}

    record LinePart(
            @Nullable String sku,
            @Nullable Integer quantity,
            @Schema(
                            description = "Yen with tax; the catalogue's price where it is missing. Only a token with"
                                    + " PRICES_EDIT may give it, any other gets 422 for this field")
                    @Nullable
                    Long unitPrice) {}
}
