package jp.otodoke.subscriptions.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import jp.otodoke.orders.Recipient;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.PostalCode;
import jp.otodoke.subscriptions.ComingTurn;
import jp.otodoke.subscriptions.DecidedTurn;
import jp.otodoke.subscriptions.Item;
import jp.otodoke.subscriptions.ReservedWish;
import jp.otodoke.subscriptions.RuleJson;
import jp.otodoke.subscriptions.Subscription;
import jp.otodoke.subscriptions.SubscriptionRow;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** Subscriptions as programs read them. */
final class SubscriptionJson {
    private SubscriptionJson() {}

    /**
     * @param schedule the rule as staff say it
     * @param first the date of the first turn
     * @param nextDelivery null if it is stopped
     */
    @Schema(name = "SubscriptionSummary")
    record Summary(
            String number,
            String customer,
            @Schema(allowableValues = {"ACTIVE", "PAUSED", "PAYMENT_STOPPED", "STOPPED"}) String state,
            RuleJson rule,
            String schedule,
            LocalDate first,
            @Nullable Integer nextTurn,
            @Nullable LocalDate nextDelivery,
            @Nullable Integer pausedTurns,
            @Nullable LocalDate pausedUntil,
            String channel,
            @Nullable String mediaCode,
            long ordersMade,
            OffsetDateTime startedAt,
            @Nullable OffsetDateTime stoppedAt,
            @Personal(Personal.Kind.TEXT) @Nullable String stopReason) {
        static Summary of(SubscriptionRow row) {
            return new Summary(
                    row.number().value(),
                    row.customer().value(),
                    row.state().name(),
                    RuleJson.of(row.rule()),
                    text(row.rule().sentence()),
                    row.first(),
                    row.nextTurn(),
                    row.nextDelivery(),
                    row.pauseTurns(),
                    row.pauseUntil(),
                    row.channel(),
                    row.mediaCode(),
                    row.made(),
                    row.startedAt().atZone(BusinessClock.TOKYO).toOffsetDateTime(),
                    row.stoppedAt() == null
                            ? null
                            : ZonedDateTime.ofInstant(row.stoppedAt(), BusinessClock.TOKYO)
                                    .toOffsetDateTime(),
                    row.stopReason());
        }
    }

    /**
     * @param changeUntil the last day on which the next turn can be changed
     * @param makeOn the day on which its order is made
     * @param turns past and coming
     */
    @Schema(name = "Subscription")
    record Body(
            @JsonUnwrapped Summary summary,
            List<ItemJson> items,
            PaymentJson payment,
            DeliveryJson delivery,
            @Nullable LocalDate changeUntil,
            @Nullable LocalDate makeOn,
            List<ReservedJson> reservedChanges,
            List<TurnJson> turns) {
        static Body of(SubscriptionRow row, Subscription one, List<DecidedTurn> past, List<ComingTurn> coming) {
            var turns = new ArrayList<TurnJson>();
            past.forEach(turn -> turns.add(TurnJson.of(turn)));
            coming.forEach(turn -> turns.add(TurnJson.of(turn)));
            return new Body(
                    Summary.of(row),
                    ItemJson.all(one.terms().items()),
                    new PaymentJson(one.terms().method().name()),
                    DeliveryJson.of(one),
                    one.changeUntil().orElse(null),
                    one.makeOn().orElse(null),
                    one.reserved().stream().map(ReservedJson::of).toList(),
                    turns);
        }
    }

    @Schema(name = "SubscriptionItemNow")
    record ItemJson(String sku, int quantity) {
        static List<ItemJson> all(List<Item> items) {
            return items.stream()
                    .map(item -> new ItemJson(item.sku().value(), item.quantity()))
                    .toList();
        }
    }

    @Schema(name = "SubscriptionPaymentNow")
    record PaymentJson(String method) {}

    /** @param address null for the customer's own */
    @Schema(name = "SubscriptionDeliveryNow")
    record DeliveryJson(
            @Nullable String timeSlot,
            @Personal(Personal.Kind.NAME) @Nullable String name,
            @Personal(Personal.Kind.PHONE) @Nullable String phone,
            @Nullable AddressJson address) {
        static DeliveryJson of(Subscription one) {
            var slot = one.terms().slot();
            var to = one.terms().recipient();
            return new DeliveryJson(
                    slot == null ? null : slot.code(),
                    to == null ? null : to.name(),
                    to == null ? null : to.phone(),
                    to == null ? null : AddressJson.of(to));
        }
    }

    @Schema(name = "SubscriptionAddressNow")
    record AddressJson(
            String postalCode,
            String prefecture,
            String city,
            @Personal(Personal.Kind.ADDRESS) String line1,
            @Personal(Personal.Kind.ADDRESS) String line2) {
        static AddressJson of(Recipient to) {
            var address = to.address();
            return new AddressJson(
                    PostalCode.valid(address.postalCode())
                            ? new PostalCode(address.postalCode()).hyphenated()
                            : address.postalCode(),
                    address.prefecture(),
                    address.city(),
                    address.line1(),
                    address.line2());
        }
    }

    /**
     * @param fromTurn the turn with which it takes effect; null if a day tells
     * @param once for that turn only
     */
    @Schema(name = "ReservedChange")
    record ReservedJson(
            @Nullable Long id, String kind, @Nullable Integer fromTurn, @Nullable LocalDate fromDate, boolean once) {
        static ReservedJson of(ReservedWish wish) {
            return new ReservedJson(
                    wish.id(), wish.wish().kind().name(), wish.fromTurn(), wish.fromDate(), wish.once());
        }
    }

    /**
     * @param state of a past one MADE, SKIPPED, FAILED or MISSED; of a coming one PLANNED or PAUSED
     * @param reason why there is no order
     * @param causes why a coming delivery is not on its nominal date
     */
    @Schema(name = "SubscriptionTurn")
    record TurnJson(
            int turn,
            LocalDate nominal,
            LocalDate delivery,
            @Schema(allowableValues = {"PLANNED", "PAUSED", "MADE", "SKIPPED", "FAILED", "MISSED"}) String state,
            @Nullable String orderNumber,
            @Nullable String reason,
            List<String> causes,
            @Nullable List<ItemJson> items) {
        static TurnJson of(DecidedTurn turn) {
            return new TurnJson(
                    turn.turn(),
                    turn.nominal(),
                    turn.delivery(),
                    turn.state().name(),
                    turn.order() == null ? null : turn.order().value(),
                    turn.reason() == null ? null : turn.reason().name(),
                    turn.detail() == null ? List.of() : List.of(text(turn.detail())),
                    null);
        }

        static TurnJson of(ComingTurn turn) {
            return new TurnJson(
                    turn.turn(),
                    turn.nominal(),
                    turn.delivery(),
                    turn.state().name(),
                    null,
                    null,
                    turn.causes().stream().map(SubscriptionJson::text).toList(),
                    ItemJson.all(turn.items()));
        }
    }

    static String text(BilingualText words) {
        return words.in(LocaleContextHolder.getLocale());
    }
}
