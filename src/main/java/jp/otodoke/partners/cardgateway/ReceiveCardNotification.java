package jp.otodoke.partners.cardgateway;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import jp.otodoke.partners.exchange.MessageLog;
import jp.otodoke.payments.RecordCardNotice;
import jp.otodoke.payments.RecordChargeback;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Receives a notification of the gateway: only if signed, and each event once. What became of a call is a hint
 * rather than a fact, and is asked for; a chargeback is booked as it is told.
 */
@Component
public class ReceiveCardNotification {
    /** The ids of a gateway are short and printable; they become names of messages and keys. */
    private static final Pattern NUMBER = Pattern.compile("[\\x21-\\x7E]{1,100}");

    private static final int LONGEST_REASON = 200;

    private final CardGatewaySettings address;
    private final RecordCardNotice recordNotice;
    private final RecordChargeback recordChargeback;
    private final MessageLog messages;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final BusinessClock clock;

    ReceiveCardNotification(
            CardGatewaySettings address,
            RecordCardNotice recordNotice,
            RecordChargeback recordChargeback,
            MessageLog messages,
            JdbcClient jdbc,
            JsonMapper json,
            BusinessClock clock) {
        this.address = address;
        this.recordNotice = recordNotice;
        this.recordChargeback = recordChargeback;
        this.messages = messages;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @return false if the signature is not the gateway's
     * @throws InvalidInput if it is signed but incomplete
     * @throws jp.otodoke.shared.Refusal if it is about a chargeback of something that is not known; it may be sent again
     */
    @Transactional
    public boolean take(@Nullable String signature, byte[] body) {
        // A real gateway signs with real time, a simulated one with the business clock.
        var clocks = List.of(clock.instant(), Clock.systemUTC().instant());
        if (!CardSignature.valid(address.secret(), signature, body, clocks)) {
            return false;
        }
        var notice = read(body);
        var id = required(notice, "id");
        var transactionNo = required(notice, "transactionNo");
        if (first(id, transactionNo)) {
            messages.received(CardQueue.PARTNER, "NOTICE", id + ".json", body, List.of(transactionNo));
            record(notice, transactionNo);
        }
        return true;
    }

    /** Of a chargeback the gateway has nothing more to tell than this; all else is only a hint. */
    private void record(JsonNode notice, String transactionNo) {
        switch (notice.path("type").asString("")) {
            case "chargeback.opened" ->
                recordChargeback.opened(
                        required(notice, "chargebackId"), transactionNo, amount(notice), reason(notice));
            case "chargeback.won" -> recordChargeback.won(required(notice, "chargebackId"));
            case "chargeback.lost" -> recordChargeback.lost(required(notice, "chargebackId"));
            default -> recordNotice.record(transactionNo);
        }
    }

    private static Yen amount(JsonNode notice) {
        var value = notice.path("amount");
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new InvalidInput("amount", "required", BilingualText.of("card.notice.no-amount"));
        }
        return Yen.of(value.longValue());
    }

    private static @Nullable String reason(JsonNode notice) {
        var value = notice.path("reason");
        if (!value.isString()) {
            return null;
        }
        var text = value.stringValue().replaceAll("\\p{Cntrl}", " ").strip();
        return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), LONGEST_REASON));
    }

    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            throw new InvalidInput("body", "invalid", BilingualText.of("card.notice.not-json"));
        }
    }

    private static String required(JsonNode notice, String name) {
        var value = notice.path(name);
        if (!value.isString() || value.stringValue().isBlank()) {
            throw new InvalidInput(name, "required", BilingualText.of("ui.problem.required"));
        }
        if (!NUMBER.matcher(value.stringValue()).matches()) {
            throw new InvalidInput(name, "invalid", BilingualText.of("card.notice.not-a-number"));
        }
        return value.stringValue();
    }

    private boolean first(String id, String transactionNo) {
        return jdbc.sql(
                                """
                                insert into card_notification (id, transaction_no, received_at) values (:id, :transaction, :now)
                                on conflict do nothing""")
                        .param("id", id)
                        .param("transaction", transactionNo)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }
}
