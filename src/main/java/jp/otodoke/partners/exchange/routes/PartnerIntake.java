package jp.otodoke.partners.exchange.routes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import jp.otodoke.partners.exchange.Intake;
import jp.otodoke.partners.exchange.IntakeResult;
import jp.otodoke.platform.files.FileContent;
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
     * Sets the headers {@code folder} and {@code storedName} to where the file is to be moved; the body of a refused file becomes the reason. A
     * file that may still be uploading stays in place.
     */
    public void take(Exchange exchange) throws IOException {
        var message = exchange.getMessage();
        var partner = message.getHeader("partner", String.class);
        var name = message.getHeader(Exchange.FILE_NAME_ONLY, String.class);
        var inbox = connections.inbox(partner);
        message.setHeader("storedName", StoredName.of(name));
        var taken = take(partner, name, message.getBody(InputStream.class), inbox.settled(name));
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
    private IntakeResult take(String partner, String name, InputStream body, boolean settled) throws IOException {
        try (var inLog = MDC.putCloseable("file", partner + "/" + name);
                var content = FileContent.copyOf(body)) {
            return intake.take(partner, name, content, settled);
        }
    }
}
