package jp.otodoke.partners.sms;

import java.util.Map;
import jp.otodoke.dunning.ShortMessage;
import jp.otodoke.dunning.ShortMessages;
import jp.otodoke.partners.exchange.Outbox;
import jp.otodoke.partners.exchange.routes.LocalPartnerServer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Queues short messages for the provider, if its address is set or a local server plays it. */
@Component
class SmsQueue implements ShortMessages {
    private final Outbox outbox;
    private final boolean available;

    SmsQueue(Outbox outbox, @Value("${otodoke.sms.url:}") String url, ObjectProvider<LocalPartnerServer> local) {
        this.outbox = outbox;
        this.available = !url.isBlank() || local.stream().findAny().isPresent();
    }

    @Override
    public boolean available() {
        return available;
    }

    @Override
    public void queue(ShortMessage message) {
        outbox.add(
                SmsPartner.CODE,
                SmsFormat.TYPE,
                "sms:" + message.key(),
                message.reference(),
                Map.of(SmsFormat.PHONE, message.phone(), SmsFormat.TEXT, message.text()));
    }
}
