package jp.otodoke.partners.cardupdate;

import jp.otodoke.payments.CardUpdateFiles;
import jp.otodoke.shared.Refusal;
import org.springframework.stereotype.Component;

/** The request file of an update in the format of the agency. */
@Component
public class FetchCardUpdateRequest {
    private final CardUpdateFiles updates;

    FetchCardUpdateRequest(CardUpdateFiles updates) {
        this.updates = updates;
    }

    /**
     * For a person. The same each time.
     *
     * @throws Refusal if there is no such update
     */
    public byte[] fetch(long id) {
        return updates.fetch(id, CardUpdateRequest::write);
    }

    /** The name that it has in the folder of the agency, too. */
    public static String name(long id) {
        return "%s_%06d.csv".formatted(CardUpdateField.KIND, id);
    }
}
