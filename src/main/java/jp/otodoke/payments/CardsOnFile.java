package jp.otodoke.payments;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import jp.otodoke.shared.CustomerNumber;
import org.jspecify.annotations.Nullable;

/** The cards by which a customer may pay another order without giving one. */
public interface CardsOnFile {
    /** The latest first. */
    List<Card> usable(CustomerNumber customer);

    /** What the gateway takes for a card; empty if it is another customer's, can't be charged any more, or is unknown. */
    Optional<CardToken> token(CustomerNumber customer, long card);

    /**
     * One of them, as it is shown.
     *
     * @param brand null if the gateway does not tell it
     * @param last4 digits; null if the gateway does not tell them
     * @param expires its last month; null if the gateway does not tell it
     */
    record Card(long id, @Nullable String brand, @Nullable String last4, @Nullable YearMonth expires) {
        private static final DateTimeFormatter ON_THE_CARD = DateTimeFormatter.ofPattern("MM/uu");

        /** Its last month as it stands on the card; blank if it is not known. */
        public String until() {
            return expires == null ? "" : ON_THE_CARD.format(expires);
        }
    }
}
