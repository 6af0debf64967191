package jp.otodoke.partners.bank;

import java.util.Optional;
import jp.otodoke.payments.SendDirectDebit;
import jp.otodoke.shared.Refusal;
import org.springframework.stereotype.Component;

/** The request file of a cycle of direct debits in the format of the agency. */
@Component
public class FetchDebitRequest {
    private final SendDirectDebit sendDirectDebit;
    private final DebitSettings settings;

    FetchDebitRequest(SendDirectDebit sendDirectDebit, DebitSettings settings) {
        this.sendDirectDebit = sendDirectDebit;
        this.settings = settings;
    }

    /**
     * For a person, who hands it over. The same each time, but for the line ends.
     *
     * @throws Refusal if there is no such cycle, or nothing of it is left to collect (conflict)
     */
    public byte[] fetch(long id, Framing framing) {
        var consignor = settings.consignor();
        var agency = settings.agency(consignor.agency());
        var writer = new DebitRequest(consignor, agency);
        return framing.frame(sendDirectDebit.send(id, consignor.agency(), writer::write), agency);
    }

    /** The file to be placed into the folder of the agency; empty if nothing of the cycle is left to collect. */
    Optional<byte[]> toPlace(long id) {
        var consignor = settings.consignor();
        var agency = settings.agency(consignor.agency());
        var writer = new DebitRequest(consignor, agency);
        return sendDirectDebit
                .write(id, consignor.agency(), writer::write)
                .map(file -> Framing.CRLF.frame(file, agency));
    }
}
