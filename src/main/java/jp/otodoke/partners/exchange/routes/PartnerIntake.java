package jp.otodoke.partners.exchange.routes;

import java.nio.charset.StandardCharsets;
import jp.otodoke.partners.exchange.Intake;
import jp.otodoke.partners.exchange.IntakeResult;
import org.apache.camel.Exchange;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Called by the incoming routes: takes a file in and says where it is to be moved. */
@Component("partnerIntake")
public class PartnerIntake {
    private final Intake intake;
    private final PartnerConnections connections;

    PartnerIntake(Intake intake, PartnerConnections connections) {
        this.intake = intake;
        this.connections = connections;
    }

    /**
     * Sets the header {@code folder} to the file's target folder; the body of a refused file becomes the reason. A
     * file that may still be uploading stays in place.
     */
    public void take(Exchange exchange) {
        var message = exchange.getMessage();
        var partner = message.getHeader("partner", String.class);
        var name = message.getHeader(Exchange.FILE_NAME_ONLY, String.class);
        var inbox = connections.inbox(partner);
        var taken = take(partner, name, message.getBody(byte[].class), inbox.settled(name));
        switch (taken.state()) {
            case BOOKED -> message.setHeader("folder", ".done");
            case REFUSED -> {
                message.setHeader("folder", ".refused");
                message.setBody((taken.reason() + "\r\n").getBytes(StandardCharsets.UTF_8));
            }
            case INCOMPLETE -> {
                inbox.leave(name);
                throw new IncompleteFile(name);
            }
        }
        inbox.forget(name);
    }

    /** Every log line about it names the file. */
    private IntakeResult take(String partner, String name, byte[] content, boolean settled) {
        try (var inLog = MDC.putCloseable("file", partner + "/" + name)) {
            return intake.take(partner, name, content, settled);
        }
    }
}
