package jp.otodoke.partners.cardgateway;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import jp.otodoke.partners.exchange.MessageLog;
import jp.otodoke.payments.RecordCardNotice;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Receives a notification of the gateway: only if signed, each event once, and as a hint rather than a fact. */
@Component
public class ReceiveCardNotification {
    /** The ids of a gateway are short and printable; they become names of messages and keys. */
    private static final Pattern NUMBER = Pattern.compile("[\\x21-\\x7E]{1,100}");

    private final CardGatewaySettings address;
    private final RecordCardNotice recordNotice;
    private final MessageLog messages;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final BusinessClock clock;

    ReceiveCardNotification(
            CardGatewaySettings address,
            RecordCardNotice recordNotice,
            MessageLog messages,
            JdbcClient jdbc,
            JsonMapper json,
            BusinessClock clock) {
        this.address = address;
        this.recordNotice = recordNotice;
        this.messages = messages;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @return false if the signature is not the gateway's
     * @throws InvalidInput if it is signed but incomplete
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
            recordNotice.record(transactionNo);
        }
        return true;
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
